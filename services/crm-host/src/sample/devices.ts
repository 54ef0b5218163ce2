import type { Place } from './names';

/** What somebody reads with, by the exporter's ids for browsers and systems. */
export interface Device {
  readonly browser: string;
  readonly browserVersion: string;
  readonly system: string;
  readonly systemVersion: string;
  readonly type: string;
  readonly brand: string;
  readonly model: string;
}

const browsers = {
  chrome: 'A8A2DC38-6ACD-42C3-999B-5599E31ACA3B',
  edge: '2F5C5058-9D1F-4969-84DD-17D0E67BB4A4',
  firefox: '807C4A91-D194-443B-8052-5A4F2945FBA0',
  safari: 'E54FFD0F-C94D-435F-8A97-407C634CBDA1',
  outlook: 'A672EC74-B253-4AA3-9158-D4F7CD9818B8',
  samsung: '27B2EF0A-17F1-4444-89CD-91665330A566',
  other: 'F5B513F6-AD0A-4515-9A63-4E7BCC3C928F',
};
const systems = {
  windows: '2FD14342-0556-42BF-A155-7F1343CE16DF',
  mac: '691FEE8E-7C8D-4EE4-BB40-5C924AFFD9FE',
  linux: '407890B5-651F-4935-9D1C-4D146076BBFE',
  ios: 'CC324703-9D00-4CF9-BEE7-FA65B373841D',
  android: '6B6B81D0-EF01-4B4D-8430-675DC31AE27D',
  other: '6B467D92-4CA8-4EA5-BC36-6FC1BA779F43',
};

const device = (
  browser: keyof typeof browsers,
  browserVersion: string,
  system: keyof typeof systems,
  systemVersion: string,
  form: string,
): Device => {
  const [type = '', brand = '', model = ''] = form.split('|');
  return { browser: browsers[browser], browserVersion, system: systems[system], systemVersion, type, brand, model };
};

const everyday: readonly Device[] = [
  device('chrome', '126.0', 'windows', '10', 'Desktop'),
  device('edge', '125.0', 'windows', '11', 'Desktop'),
  device('outlook', '16.0', 'windows', '10', 'Desktop'),
  device('chrome', '126.0', 'android', '14', 'Mobile|Generic|Android'),
  device('samsung', '24.0', 'android', '13', 'Mobile|Samsung|Galaxy'),
  device('firefox', '127.0', 'linux', '', 'Desktop'),
];
const apple: readonly Device[] = [
  device('safari', '17.4', 'ios', '17.4', 'Mobile|Apple|iPhone'),
  device('safari', '17.4', 'mac', '14.4', 'Desktop|Apple|Mac'),
];

/** What a machine that looks into mail says it is. */
export const machine: Device = device('other', '', 'other', '', 'Other');

/** Devices that go with a kind of mailbox: the prefetching one is Apple's. */
export function devicesOf(mailbox: string): readonly Device[] {
  return mailbox === 'prefetching' ? apple : everyday;
}

/** Where and with what: the columns that visits, opens and clicks share. */
export function traceOf(place: Place, { browser, browserVersion, system, systemVersion }: Device): Trace {
  return {
    CountryIsoCode: place.country,
    State: place.state,
    City: place.city,
    PostalCode: place.postalCode,
    BrowserId: browser,
    BrowserVersion: browserVersion,
    OperatingSystemId: system,
    OperatingSystemVersion: systemVersion,
  };
}

export type Trace = Readonly<Record<string, string>>;

import { interactionTypes, type RecordType } from '@record-insights/domain';

/** Interactions to measure with, made from their number alone, so that any order of them costs the same to make. */
export interface Mix {
  /** Columns as the outbound export names them. Numbers from 0 are in the order of time. */
  row(n: number): Readonly<Record<string, string>>;
  /** Ids of records that interactions may touch, by type. */
  readonly records: Readonly<Record<RecordType, readonly string[]>>;
}

const aDay = 24 * 60 * 60 * 1000;
const days = 450;
/** One message in ten is the same to all. */
const hotShare = 0.1;

/** What happens to a person, in four steps that lie near each other in time. */
interface Story {
  readonly weight: number;
  readonly steps: readonly [string, string, string, string];
  /** Who is named. */
  readonly names: readonly ('contact' | 'visitor')[];
}

const stories: readonly Story[] = [
  { weight: 7, steps: ['EmailSent', 'EmailDelivered', 'EmailOpened', 'EmailOpened'], names: ['contact'] },
  { weight: 5, steps: ['EmailSent', 'EmailDelivered', 'EmailOpened', 'EmailClicked'], names: ['contact'] },
  {
    weight: 5,
    steps: ['TriggerActivityContactProcessed', 'ActivityContactDispatched', 'EmailSent', 'EmailDelivered'],
    names: ['contact'],
  },
  { weight: 1, steps: ['EmailSent', 'EmailSoftBounced', 'EmailSent', 'EmailDelivered'], names: ['contact'] },
  { weight: 2, steps: ['WebsiteVisited', 'WebsiteClicked', 'WebsiteVisited', 'FormVisited'], names: ['visitor'] },
  {
    weight: 1,
    steps: ['WebsiteVisited', 'FormVisited', 'FormSubmitted', 'SegmentSubscribed'],
    names: ['visitor', 'contact'],
  },
];
const chances = stories.flatMap((story) => Array.from({ length: story.weight }, () => story));

/** Stories that go on beside each other. */
const abreast = 100;
const stepsAbreast = 4 * abreast;

const counts: Readonly<Record<RecordType, number>> = {
  contact: 20_000,
  account: 1_000,
  lead: 2_000,
  segment: 20,
  journey: 8,
  email: 40,
  scoringModel: 2,
  page: 20,
  form: 10,
  website: 5,
  redirectUrl: 20,
};

/** @param until the instant of the last interaction, about */
export function openMix(interactions: number, until: number): Mix {
  const records = mapped(counts, (count, type) => Array.from({ length: count }, (_, n) => guid(type, n)));
  const start = until - days * aDay;

  function row(n: number): Readonly<Record<string, string>> {
    const block = Math.floor(n / stepsAbreast);
    const story = block * abreast + (n % abreast);
    const { steps, names } = pick(chances, chance('story', story));
    const type = steps[Math.floor((n % stepsAbreast) / abreast)] ?? steps[0];
    const cells: Record<string, string> = {
      ...texts,
      ...personCells(story, names),
      ...aboutCells(story, n),
      InteractionType: type,
      InternalMarketingInteractionId: guid('interaction', n),
      Timestamp: new Date(start + Math.floor((n / interactions) * days * aDay)).toISOString(),
    };
    const filled = columnsOf(type).flatMap((column) => (cells[column] ? [[column, cells[column]]] : []));
    return Object.fromEntries(filled) as Record<string, string>;
  }

  function personCells(story: number, names: Story['names']): Record<string, string> {
    const person = Math.floor(chance('person', story) * counts.contact);
    const contact = names.includes('contact')
      ? { ContactId: records.contact[person] ?? '', AccountId: pick(records.account, person / counts.contact) }
      : {};
    const visitor = names.includes('visitor') ? { VisitorId: guid('visitor', person), SessionId: `s-${story}` } : {};
    return { ...contact, ...visitor, EmailAddressUsed: `person${person}@example.com` };
  }

  function aboutCells(story: number, n: number): Record<string, string> {
    const age = n / interactions;
    const recent = Math.floor(age * (counts.email - 4) + 4 * chance('message', story));
    const message = chance('hot', story) < hotShare ? 0 : recent;
    const journey = message % counts.journey;
    return {
      MessageId: records.email[message] ?? '',
      SendingId: guid('sending', message),
      CustomerJourneyId: records.journey[journey] ?? '',
      CustomerJourneyIterationId: guid('iteration', journey),
      ActivityId: `0${(message % 9) + 1}_0`,
      LinkId: guid('link', message * 8 + Math.floor(8 * chance('link', n))),
      WebsiteId: pick(records.website, chance('website', story)),
      PageId: pick(records.page, chance('page', n)),
      FormId: pick(records.form, chance('form', story)),
      SegmentId: pick(records.segment, chance('segment', story)),
      FormSubmissionId: guid('submission', story),
    };
  }

  return { row, records };
}

/** Cells that say much the same in every row; a type takes those that it has columns for. */
const texts = {
  OrganizationId: '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10',
  Version: '1',
  UsageType: 'CustomerJourney',
  EmailDomain: 'example.com',
  LinkFriendlyName: 'See what is new',
  OriginalLink: 'https://www.example.com/offers/spring',
  OriginalUrl: 'https://www.example.com/offers/spring?utm_source=newsletter&utm_campaign=spring',
  WebsiteUrl: 'https://www.example.com/offers/spring',
  PageTitle: 'Offers of the season',
  CountryIsoCode: 'NO',
  State: 'Oslo',
  City: 'Oslo',
  PostalCode: '0150',
  BrowserId: '3d3a1f2b-6a34-4c8e-9f5e-0f0a1c5e5a10',
  BrowserVersion: '120.0',
  OperatingSystemId: '5a3d3a1f-6a34-4c8e-9f5e-0f0a1c5e2b10',
  OperatingSystemVersion: '10',
  BounceCategory: 'MailboxFull',
  SubmittedValues: 'First name: A\r\nLast name: B\r\nEmail: person@example.com',
};

const mapped = <K extends string, A, B>(from: Readonly<Record<K, A>>, to: (value: A, name: K) => B): Record<K, B> =>
  Object.fromEntries(Object.entries<A>(from).map(([name, value]) => [name, to(value, name as K)])) as Record<K, B>;

const columnsOf = (type: string): readonly string[] => interactionTypes[type]?.columns ?? [];

const pick = <T>(all: readonly T[], share: number): T => all[Math.floor(share * all.length)] as T;

/** A number from 0 up to 1 that looks drawn, the same for the same words. */
function chance(what: string, n: number): number {
  return hash(what, n, 0) / 2 ** 32;
}

function guid(what: string, n: number): string {
  const digits = [0, 1, 2, 3].map((part) => hash(what, n, part).toString(16).padStart(8, '0')).join('');
  return [0, 8, 12, 16, 20].map((from, i, starts) => digits.slice(from, starts[i + 1])).join('-');
}

/** Called for every character; where tests run, `Math` is slow to reach. */
const { imul } = Math;

/** 32 bits (FNV-1a over the word, then the finish of MurmurHash3). */
function hash(what: string, n: number, part: number): number {
  let bits = 0x811c9dc5 ^ part;
  for (let i = 0; i < what.length; i++) bits = imul(bits ^ what.charCodeAt(i), 0x01000193);
  bits = imul(bits ^ n, 0x85ebca6b);
  bits = imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  bits = imul(bits ^ (bits >>> 16) ^ n, 0x85ebca6b);
  return (bits ^ (bits >>> 13)) >>> 0;
}

/** The numbers below `count` in an order that looks drawn, always the same one. */
export function shuffled(count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, n) => n);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(chance('order', i) * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}

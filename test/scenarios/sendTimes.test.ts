import fc from 'fast-check';
import { insights, recordId, type Day, type PanelAnswer } from '@record-insights/domain';
import { verify } from '@record-insights/api/maintenance/verify';
import { batchesOf, cuts } from '../builders/cuts';
import { rowsOfContact } from '../oracle/contact';
import { keptRows } from '../oracle/keeping';
import { sendTimes } from '../oracle/openTimes';
import type { Delivered } from '../oracle/rows';
import { deliverAll, inOneBatch, openSite, type Place, type Site } from './places';
import { timesOf } from './times';

const now = Date.parse('2026-11-23T12:00:00Z');
const zone = 'Europe/Oslo';
const period = { from: '2026-08-01', to: '2026-11-23' };
const contacts = ['1f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f0001', '1f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f0002'] as const;
/** Mondays at 7 and 8, and a Tuesday at 8, in summer and in winter time. */
const hours = ['2026-09-07T05:10:00Z', '2026-11-02T06:20:00Z', '2026-11-09T07:30:00Z', '2026-11-10T07:40:00Z'];

interface Event {
  readonly contact: number;
  readonly sending: number;
  readonly type: string;
  readonly at: number;
  readonly delay: number;
  readonly id: number;
  readonly version: number;
}

const events: fc.Arbitrary<Event> = fc.record({
  contact: fc.nat(1),
  sending: fc.nat(11),
  type: fc.constantFrom(
    ...Array<string>(5).fill('EmailDelivered'),
    ...Array<string>(3).fill('EmailOpened'),
    'EmailHardRemoteBounced',
  ),
  at: fc.nat(hours.length - 1),
  delay: fc.constantFrom(0, 1, 60_000, 86_400_000),
  id: fc.nat(60),
  version: fc.integer({ min: 1, max: 3 }),
});

const deliveryOf = ({ contact, sending, type, at, delay, id, version }: Event): Delivered => ({
  row: {
    InteractionType: type,
    InternalMarketingInteractionId: `i${id}`,
    Version: String(version),
    Timestamp: new Date(Date.parse(hours[at] ?? '') + delay).toISOString(),
    ContactId: contacts[contact],
    MessageId: `m${sending % 2}`,
    SendingId: `s${sending}`,
  },
  receivedAt: now,
});

const question = { ...period, zone };
async function panelsOf(
  { service, organisation }: Place,
  contact: string,
  category = 'emailOpenTimes',
): Promise<readonly PanelAnswer[]> {
  const query = {
    recordType: 'contact',
    id: recordId(contact),
    from: period.from as Day,
    to: period.to as Day,
  } as const;
  return (await service.insights(organisation, { ...query, category })).panels;
}
const predictedOf = async (place: Place, contact: string): Promise<unknown> =>
  timesOf([...(await panelsOf(place, contact)), ...(await panelsOf(place, contact, 'subscriptionListInteractions'))])
    .sendTimes;
const differences = async ({ service, organisation }: Place): Promise<readonly unknown[]> =>
  (await verify(service.context, organisation)).differences;

let site: Site;
beforeAll(async () => {
  site = await openSite('memory');
});
afterAll(() => site.close());

test(
  'predictions are what the oracle makes of all people’s rows, in whatever order and corrections they came',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(events, { minLength: 20, maxLength: 90, size: 'max' }),
        cuts,
        fc.boolean(),
        async (drawn, cut, again) => {
          const place = await site.place({ zone, now });
          const deliveries = drawn.map(deliveryOf);
          await deliverAll(place, batchesOf(deliveries, cut));
          if (again) await place.service.command(place.organisation, 'rebuild');
          const kept = keptRows(deliveries);
          for (const contact of contacts)
            expect(await predictedOf(place, contact)).toEqual(
              sendTimes(kept, [{ rows: rowsOfContact(kept, contact) }], question),
            );
          expect(await differences(place)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    ),
  120_000,
);

/** Deliveries to a contact on Mondays at 7, the first so many of them opened. */
const mondays = (contact: string, count: number, opened: number): readonly Delivered[] =>
  Array.from({ length: count }, (_, n): readonly Delivered[] => {
    const row = (type: string, minutes: number): Delivered => ({
      row: {
        InteractionType: type,
        InternalMarketingInteractionId: `${type} ${contact} ${n}`,
        Timestamp: new Date(Date.parse('2026-11-02T06:00:00Z') + minutes * 60_000).toISOString(),
        ContactId: contact,
        MessageId: 'm',
        SendingId: `s${n}`,
      },
      receivedAt: now,
    });
    return [row('EmailDelivered', n), ...(n < opened ? [row('EmailOpened', 100 + n)] : [])];
  }).flat();

const rateOf = async (place: Place, contact: string): Promise<number | null | undefined> => {
  const panel = (await panelsOf(place, contact)).find((one) => one.kind === 'sendTimes');
  return panel?.kind === 'sendTimes' ? panel.cells[0]?.rate : undefined;
};

test('an hour’s rate leans on that of everybody: (opened + 20 × theirs) ÷ (deliveries + 20)', async () => {
  const place = await site.place({ zone, now });
  await deliverAll(place, inOneBatch([...mondays(contacts[0], 4, 3), ...mondays(contacts[1], 6, 1)]));
  expect(await rateOf(place, contacts[0])).toBeCloseTo((3 + 20 * (4 / 10)) / 24, 12);
  expect(await rateOf(place, contacts[1])).toBeCloseTo((1 + 20 * (4 / 10)) / 26, 12);
});

test('two deliveries are not enough evidence, and say how many they are', async () => {
  const place = await site.place({ zone, now });
  await deliverAll(place, inOneBatch([...mondays(contacts[0], 2, 2), ...mondays(contacts[1], 9, 9)]));
  const panel = (await panelsOf(place, contacts[0])).find(({ kind }) => kind === 'sendTimes');
  expect(panel).toMatchObject({ deliveries: 2, opened: 2, best: [], cells: [{ deliveries: 2, rate: null }] });
});

test('what is predicted shows only where the setting is on', async () => {
  const place = await site.place({ zone, now });
  await deliverAll(place, inOneBatch(mondays(contacts[0], 4, 3)));
  const predicted = async (): Promise<readonly string[]> => {
    const { recordTypes } = await place.service.catalogue(place.organisation);
    const panels = recordTypes.flatMap(({ categories }) => categories.flatMap((category) => category.panels));
    const answers = await panelsOf(place, contacts[0]);
    return [...panels, ...answers].map(({ id }) => id).filter((id) => id === 'sendTimes' || id === 'bestTime');
  };
  // On the tabs of every record type that has the category, and in the answer.
  const tabs = Object.values(insights).filter(({ categories }) => categories.some(({ id }) => id === 'emailOpenTimes'));
  expect(await predicted()).toEqual([...tabs, 'the answer'].flatMap(() => ['bestTime', 'sendTimes']));
  await place.service.changeSettings(place.organisation, { bestSendTimes: 'off' });
  expect(await predicted()).toEqual([]);
});

test('another zone moves the hours of everybody, once all is made again', async () => {
  const place = await site.place({ zone, now });
  await deliverAll(place, inOneBatch([...mondays(contacts[0], 4, 3), ...mondays(contacts[1], 6, 1)]));
  const before = await rateOf(place, contacts[0]);
  await place.service.changeSettings(place.organisation, { zone: 'Asia/Kolkata' });
  await place.service.settled(place.organisation);
  const panel = (await panelsOf(place, contacts[0])).find(({ kind }) => kind === 'sendTimes');
  expect(panel).toMatchObject({ cells: [{ weekday: 1, hour: 11, rate: before }] });
  expect(await differences(place)).toEqual([]);
});

test('an erased person goes on counting for everybody', async () => {
  const place = await site.place({ zone, now });
  await deliverAll(place, inOneBatch([...mondays(contacts[0], 4, 3), ...mondays(contacts[1], 6, 1)]));
  const before = await rateOf(place, contacts[0]);
  await place.service.erase(place.organisation, [recordId(contacts[1])]);
  await place.service.settled(place.organisation);
  expect(await rateOf(place, contacts[0])).toBe(before);
  expect(await differences(place)).toEqual([]);
});

test('many rows of one message to one person count as few do, also when some come late or are corrected', async () => {
  const place = await site.place({ zone, now });
  const opens = Array.from({ length: 1200 }, (_, n): Delivered => ({
    row: {
      InteractionType: 'EmailOpened',
      InternalMarketingInteractionId: `open ${n}`,
      Timestamp: new Date(Date.parse('2026-11-02T09:00:00Z') + n * 60_000).toISOString(),
      ContactId: contacts[0],
      MessageId: 'm',
      SendingId: `s${n % 3}`,
    },
    receivedAt: now,
  }));
  const moved = opens.slice(700, 703).map(({ row, ...other }): Delivered => ({
    ...other,
    row: { ...(row as object), Version: '2', ContactId: contacts[1] },
  }));
  const all = [...mondays(contacts[0], 6, 1), ...opens, ...moved];
  for (let start = 0; start < all.length; start += 400)
    await deliverAll(place, inOneBatch(all.slice(start, start + 400)));
  const kept = keptRows(all);
  for (const contact of contacts)
    expect(await predictedOf(place, contact)).toEqual(
      sendTimes(kept, [{ rows: rowsOfContact(kept, contact) }], question),
    );
  expect(await differences(place)).toEqual([]);
});

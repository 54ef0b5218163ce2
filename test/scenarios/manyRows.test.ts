import { verify } from '@record-insights/api/maintenance/verify';
import { batchesOf, type Cut } from '../builders/cuts';
import { contacts, journeys } from '../builders/histories';
import { keptRows } from '../oracle/keeping';
import type { Delivered } from '../oracle/rows';
import { toldBy } from './answers';
import { expectedOf } from './expected';
import { deliverAll, openSite, type Site } from './places';
import { patience, type StoreName } from './runs';
import { storedRows } from './storedRows';

const now = Date.parse('2026-11-23T13:00:00Z');
const minute = 60_000;
const [anna = '', berit = ''] = contacts;

/** More rows of one person about one message than a page, a chunk or a CSV page holds; some go to another person later. */
const opens = Array.from({ length: 1300 }, (_, n): Delivered[] => {
  const row = (contact: string, version: number, type: string): Delivered => ({
    row: {
      InteractionType: type,
      InteractionId: `open-${n}`,
      Timestamp: new Date(now - (n % 900) * 17 * minute).toISOString(),
      ContactId: contact,
      MessageId: 'm1',
      CustomerJourneyId: journeys[n % journeys.length],
      Version: String(version),
    },
    receivedAt: now,
  });
  const first = row(anna, 1, 'EmailOpened');
  if (n % 7 === 0) return [first, row(berit, 2, 'EmailOpened'), row(n % 2 === 0 ? anna : berit, 3, 'EmailOpened')];
  return n % 5 === 0 ? [first, row(anna, 2, 'EmailClicked')] : [first];
}).flat();

/** The rows far apart from each other, in five groups of unlike sizes, some rows twice. */
const cut: Cut = {
  keys: Array.from({ length: 997 }, (_, n) => (n * 389) % 997),
  again: Array.from({ length: 50 }, (_, n) => n * 31),
  sizes: [40, 700, 1, 600, 250],
  settled: [true],
};

describe.each<StoreName>(['memory', 'embedded', 'azure'])('on the %s store', (name) => {
  let opened: Site | undefined;
  beforeAll(async () => {
    opened = await openSite(name);
  }, 60_000);
  afterAll(() => opened?.close());

  test(
    'a person with more rows in a cell than a page holds is told right, recounted and made again',
    async () => {
      if (!opened) throw new Error('The store did not open');
      const place = await opened.place({ zone: 'Europe/Oslo', now });
      await deliverAll(place, batchesOf(opens, cut));
      const question = { from: '2026-11-10', to: '2026-11-23', zone: 'Europe/Oslo' };
      const kept = keptRows(opens);
      for (const contact of [anna, berit])
        expect(await toldBy(place, contact, question, 300)).toEqual(expectedOf(kept, contact, question, now));
      expect((await verify(place.service.context, place.organisation)).differences).toEqual([]);
      const stored = await storedRows(opened.store, place.organisation);
      await place.service.command(place.organisation, 'rebuild');
      expect(await storedRows(opened.store, place.organisation)).toEqual(stored);
    },
    patience,
  );
});

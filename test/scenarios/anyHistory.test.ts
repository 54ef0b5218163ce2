import fc from 'fast-check';
import { verify } from '@record-insights/api/maintenance/verify';
import { batchesOf, cuts } from '../builders/cuts';
import { histories } from '../builders/histories';
import { questions, type Asked } from '../builders/questions';
import { isTestSend, keptRows, refusedRows } from '../oracle/keeping';
import type { Delivered } from '../oracle/rows';
import { answersOf, toldBy, toldIn, type Told } from './answers';
import { expectedOf } from './expected';
import { deliverAll, type Place } from './places';
import { lose, storedRows } from './storedRows';
import { onEachStore } from './onEachStore';

const arriving = fc.record({
  history: histories,
  cut: cuts,
  asked: fc.tuple(questions, questions),
});

onEachStore('on the %s store', ({ site, law }) => {
  law(
    'every answer is what the oracle counts in the raw rows, in whatever order, batches and repetitions they came',
    'answers',
    arriving,
    async ({ history: { world, deliveries }, cut, asked }) => {
      const place = await site().place(world);
      await deliverAll(place, batchesOf(deliveries, cut));
      const kept = keptRows(deliveries);
      for (const { contact, question } of asked.map((askedIn) => askedIn(world)))
        expect(await toldBy(place, contact, question)).toEqual(expectedOf(kept, contact, question, world.now));
    },
  );

  law(
    'two ways for the same rows to arrive end in the same answers',
    'orders',
    fc.tuple(arriving, cuts),
    async ([{ history, cut, asked }, otherCut]) => {
      const { world, deliveries } = history;
      const places = [await site().place(world), await site().place(world)] as const;
      await deliverAll(places[0], batchesOf(deliveries, cut));
      await deliverAll(places[1], batchesOf(deliveries, otherCut));
      const all = asked.map((askedIn) => askedIn(world));
      expect(await toldAll(places[1], all)).toEqual(await toldAll(places[0], all));
    },
  );

  law(
    'recounting finds no difference, making all again writes nothing, and older views stay what they were',
    'rebuilds',
    arriving,
    async ({ history: { world, deliveries }, cut, asked: [askedIn] }) => {
      const place = await site().place(world);
      const batches = batchesOf(deliveries, cut);
      const half = Math.ceil(batches.length / 2);
      await deliverAll(place, batches.slice(0, half));
      const { contact, question } = askedIn(world);
      const early = await answersOf(place, contact, question);
      const toldEarly = await toldIn(place, early);
      await deliverAll(place, batches.slice(half));
      expect(await toldIn(place, early)).toEqual(toldEarly);
      expect(await differences(place)).toEqual([]);
      const stored = await storedRows(site().store, place.organisation);
      await place.service.command(place.organisation, 'rebuild');
      expect(await storedRows(site().store, place.organisation)).toEqual(stored);
    },
  );

  law(
    'what was lost of the tables is made again from the rows in full',
    'losses',
    fc.tuple(arriving, fc.integer({ min: 1, max: 4 })),
    async ([
      {
        history,
        cut,
        asked: [askedIn],
      },
      every,
    ]) => {
      const { world, deliveries } = history;
      const place = await site().place(world);
      await deliverAll(place, batchesOf(deliveries, cut));
      await lose(site().store, place.organisation, every);
      await place.service.command(place.organisation, 'rebuild');
      expect(await differences(place)).toEqual([]);
      const { contact, question } = askedIn(world);
      expect(await toldBy(place, contact, question)).toEqual(
        expectedOf(keptRows(deliveries), contact, question, world.now),
      );
    },
  );

  law(
    'what is refused is counted and listed with its reason, and can be replayed; nothing else is lost',
    'refusals',
    arriving,
    async ({ history: { world, deliveries }, cut, asked }) => {
      const place = await site().place(world);
      const batches = batchesOf(deliveries, cut);
      await deliverAll(place, batches);
      const refused = refusedRows(deliveries);
      await expectStatus(place, deliveries);
      expect(await toldRefusals(place)).toEqual(
        refused.map(({ reason, row }) => `${reason} ${JSON.stringify(row)}`).sort(),
      );

      const later = world.now + 3 * 24 * 60 * 60 * 1000;
      place.setNow(later);
      const again = refused.map(({ row, folder }): Delivered => ({ row, folder, receivedAt: later }));
      const stillRefused = refusedRows(again).length;
      expect(await place.service.replayRefused(place.organisation)).toEqual({
        accepted: refused.length - stillRefused,
        refused: stillRefused,
      });
      await place.service.settled(place.organisation);
      const kept = keptRows([...deliveries, ...again]);
      for (const { contact, question } of asked.map((askedIn) => askedIn(world)))
        expect(await toldBy(place, contact, question)).toEqual(expectedOf(kept, contact, question, later));
      expect((await place.service.status(place.organisation)).refused).toBe(stillRefused);
      expect(await toldRefusals(place)).toHaveLength(stillRefused);
    },
  );
});

async function toldAll(place: Place, all: readonly Asked[]): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const { contact, question } of all) told.push(await toldBy(place, contact, question));
  return told;
}

const differences = async ({ service, organisation }: Place): Promise<readonly unknown[]> =>
  (await verify(service.context, organisation)).differences;

async function expectStatus({ service, organisation }: Place, deliveries: readonly Delivered[]): Promise<void> {
  const kept = keptRows(deliveries);
  expect(await service.status(organisation)).toMatchObject({
    waiting: 0,
    interactions: kept.length,
    testSends: kept.filter(isTestSend).length,
    refused: refusedRows(deliveries).length,
  });
}

/** All refused rows, page by page, each with its reason. */
async function toldRefusals({ service, organisation }: Place): Promise<readonly string[]> {
  const told: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await service.refused(organisation, { cursor, limit: 2 });
    told.push(...page.rows.map(({ code, row }) => `${code} ${row}`));
    cursor = page.next;
  } while (cursor !== undefined);
  return told.sort();
}

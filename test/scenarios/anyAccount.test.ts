import fc from 'fast-check';
import { ProblemError } from '@record-insights/api/service';
import { recordId } from '@record-insights/domain';
import { tables } from '@record-insights/api/keys';
import { verify } from '@record-insights/api/maintenance/verify';
import { readGroup } from '@record-insights/api/sequence/groups';
import { accountArrivals, type AskedOfAccount, type Sources, type Step } from '../builders/accountArrivals';
import { contacts } from '../builders/histories';
import { stranger } from '../builders/memberships';
import { factsIn, type ToldItem } from '../oracle/facts';
import { keptRows } from '../oracle/keeping';
import { cell, readRow, type Delivered } from '../oracle/rows';
import { accountAnswers, accountTold, accountToldIn, expectedOfAccount, type ToldOfAccount } from './accountAnswers';
import { foreignTo } from './foreignTo';
import { deliver, type Place, type Site } from './places';
import { lose, partitionRows, partitionsOf, storedRows } from './storedRows';
import { onEachStore } from './onEachStore';

const looks = fc.record({
  /** How many moments of the engine after the look before. */
  after: fc.nat(40),
  /** Whether the engine waits for the reader, rather than going on meanwhile. */
  holds: fc.boolean(),
});

onEachStore('accounts on the %s store', ({ site, law }) => {
  law(
    'every answer is what the oracle counts over its contacts, in whatever order rows and items came',
    'accounts',
    accountArrivals,
    async ({ world, steps, sources, asked }) => {
      const place = await site().place(world);
      await arriveAmidLooks(place, steps, asked);
      for (const one of asked)
        expect(await accountTold(place, one)).toEqual(expectedOfAccount(sources, one, world.now));
    },
  );

  law(
    'older views stay what they were or say that they are gone, and making all again writes nothing',
    'accountViews',
    accountArrivals,
    async ({ world, steps, asked: [one] }) => {
      if (!one) return;
      const place = await site().place(world);
      const half = Math.ceil(steps.length / 2);
      await arrive(place, steps.slice(0, half));
      const early = await accountAnswers(place, one);
      const toldEarly = await accountToldIn(place, one, early);
      await arrive(place, steps.slice(half));
      const toldLate = await unlessExpired(accountToldIn(place, one, early));
      if (toldLate) expect(toldLate).toEqual(toldEarly);
      expect(await differences(place)).toEqual([]);
      const stored = await storedRows(site().store, place.organisation);
      await place.service.command(place.organisation, 'rebuild');
      expect(await storedRows(site().store, place.organisation)).toEqual(stored);
    },
  );

  law(
    'what was lost of the tables is made again from rows and items',
    'accountLosses',
    fc.tuple(accountArrivals, fc.integer({ min: 1, max: 4 })),
    async ([{ world, steps, sources, asked }, every]) => {
      const place = await site().place(world);
      await arriveAmidLooks(place, steps, asked);
      await lose(site().store, place.organisation, every);
      await place.service.command(place.organisation, 'rebuild');
      expect(await differences(place)).toEqual([]);
      for (const one of asked)
        expect(await accountTold(place, one)).toEqual(expectedOfAccount(sources, one, world.now));
    },
  );

  law(
    'while rows and items come in, every view is whole: numbers, lists and CSV are those of what was counted by then',
    'accountMoments',
    fc.tuple(accountArrivals, fc.array(looks, { minLength: 1, maxLength: 3 })),
    async ([{ world, steps, asked }, due]) => {
      const place = await site().place(world);
      const seen: Promise<Seen>[] = [];
      const left = [...due];
      let moments = 0;
      site().listen(async () => {
        const [next] = left;
        const one = asked[seen.length % asked.length];
        if (!next || !one || moments++ < next.after) return;
        left.shift();
        moments = 0;
        const look = lookAt(place, one);
        seen.push(look);
        if (next.holds) await look;
      });
      const arrived = await arrive(place, steps);
      const all = await Promise.all(seen);
      site().listen(() => Promise.resolve());
      for (const { asked: one, view, told } of all)
        expect(told).toEqual(expectedOfAccount(await countedAt(site(), place, view, arrived), one, world.now));
    },
  );

  law(
    'whoever is erased is of no account any more, and named by nothing; the others count as before',
    'accountErasures',
    fc.record({
      arrival: accountArrivals,
      erased: fc.constantFrom(...contacts),
      after: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    async ({ arrival: { world, steps, sources, asked }, erased, after }) => {
      const place = await site().place(world);
      const early = Math.round(steps.length * after);
      await arrive(place, steps.slice(0, early));
      const known = itemsOf(steps.slice(0, early));
      const all = [...contacts, stranger].filter((contact) => leadsTo(known, contact, erased));
      const { erasure } = await place.service.erase(place.organisation, [recordId(erased)]);
      await place.service.settled(place.organisation);
      const { certificate } = await place.service.erasure(place.organisation, erasure);
      expect(certificate).toMatchObject({ people: all.length, found: 0 });
      await arrive(place, steps.slice(early));
      for (const one of all) expect(await named(site(), place)).not.toContain(one);
      expect(await differences(place)).toEqual([]);

      const deliveries = steps.flatMap(({ batch }) => batch.deliveries);
      const isForeign = all.map((one) => foreignTo(one, deliveries));
      const foreign: (typeof isForeign)[number] = (row) => isForeign.every((one) => one(row));
      const others = deliveries
        .map(readRow)
        .filter((row) => typeof row !== 'string')
        .filter((row) => !['', ...all].includes(cell(row, 'ContactId')));
      const left = {
        kept: sources.kept.filter(foreign),
        items: sources.items.filter(({ id }) => !all.includes(id)),
      };
      // Which of two items of one instant holds may hang on who is named in it.
      const isNamed = left.items.some(({ fields }) => all.includes(String(fields['mergedInto'])));
      for (const one of asked) {
        const told = await accountTold(place, { ...one, hidden: [] });
        for (const gone of all) {
          expect(told.people.people.map(({ contact }) => contact)).not.toContain(gone);
          expect(told.lists['account.interactions']?.map((listed) => listed[6])).not.toContain(gone);
        }
        // Others may have rows in common with the erased; what becomes of those is told in sentences elsewhere.
        if (others.every(foreign) && !isNamed)
          expect(told).toEqual(expectedOfAccount(left, { ...one, hidden: [] }, world.now));
      }
    },
  );
});

const itemsOf = (steps: readonly Step[]): readonly ToldItem[] =>
  steps.flatMap(({ sent }) => sent.map(({ told }) => told));

/** Whether merges lead from a contact to another, or it is that one. */
function leadsTo(items: readonly ToldItem[], from: string, to: string): boolean {
  const facts = factsIn(items);
  const passed = new Set<unknown>();
  for (let one: unknown = from; !passed.has(one);) {
    if (one === to) return true;
    passed.add(one);
    one = facts.find(({ id }) => id === one)?.fields['mergedInto'];
  }
  return false;
}

/** What was sent, by the name of the batch under which it was accepted. */
interface Arrived {
  readonly rows: ReadonlyMap<string, readonly Delivered[]>;
  readonly items: ReadonlyMap<string, readonly ToldItem[]>;
}

async function arrive(place: Place, steps: readonly Step[]): Promise<Arrived> {
  const { service, organisation } = place;
  const rows = new Map<string, readonly Delivered[]>();
  const items = new Map<string, readonly ToldItem[]>();
  for (const { sent, batch } of steps) {
    if (sent.length > 0) {
      const answer = await service.directory(
        organisation,
        sent.map(({ item }) => item),
      );
      expect(answer).toMatchObject({ accepted: sent.length, refused: [] });
      items.set(
        answer.batch,
        sent.map(({ told }) => told),
      );
    }
    for (const [name, deliveries] of await deliver(place, batch)) rows.set(name, deliveries);
  }
  await service.settled(organisation);
  return { rows, items };
}

/** The same while somebody looks at the accounts halfway: what was made for that look may not be told later. */
async function arriveAmidLooks(place: Place, steps: readonly Step[], asked: readonly AskedOfAccount[]): Promise<void> {
  const half = Math.ceil(steps.length / 2);
  await arrive(place, steps.slice(0, half));
  for (const one of asked) await accountAnswers(place, one);
  await arrive(place, steps.slice(half));
}

interface Seen {
  readonly asked: AskedOfAccount;
  readonly view: number;
  readonly told: ToldOfAccount;
}

/** All categories at one view, and what they lead to; read again where a group was done between them, as a tab does. */
async function lookAt(place: Place, asked: AskedOfAccount): Promise<Seen> {
  for (;;) {
    const answers = await accountAnswers(place, asked);
    const [view, ...others] = new Set(answers.map((answer) => answer.view));
    if (view === undefined || others.length > 0) continue;
    const told = await unlessExpired(accountToldIn(place, asked, answers));
    if (told) return { asked, view, told };
  }
}

/** What the groups up to a view took. */
async function countedAt(
  { store }: Site,
  { organisation }: Place,
  view: number,
  { rows, items }: Arrived,
): Promise<Sources> {
  const batches: string[] = [];
  for (let n = 1; n <= view; n++) batches.push(...((await readGroup(store, organisation, n))?.batches ?? []));
  return {
    kept: keptRows(batches.flatMap((batch) => rows.get(batch) ?? [])),
    items: batches.flatMap((batch) => items.get(batch) ?? []),
  };
}

/** Whom the members of all accounts name. */
async function named({ store }: Site, { organisation }: Place): Promise<readonly unknown[]> {
  const rows = await Promise.all(
    partitionsOf(organisation).map((partition) => partitionRows(store, tables.members, partition)),
  );
  return rows.flat().map(({ values }) => values['contact']);
}

/** Undefined where the view can no longer be read. */
async function unlessExpired(told: Promise<ToldOfAccount>): Promise<ToldOfAccount | undefined> {
  try {
    return await told;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'viewExpired') return undefined;
    throw error;
  }
}

const differences = async ({ service, organisation }: Place): Promise<readonly unknown[]> =>
  (await verify(service.context, organisation)).differences;

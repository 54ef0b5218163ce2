import { recordId, interactionFrom, type Subject } from '@record-insights/domain';
import { memoryStore } from '../../../../test/harness/memoryStore';
import { cellRecordOf } from '../fold/cells';
import { passOf } from '../fold/rollupBasis';
import { makeRollups, type WholeCell } from '../fold/rollups';
import type { TableStore } from '../store/tableStore';
import { recountedRules } from './recountVerdicts';
import { storedSums } from './storedSums';
import { Sums } from './sums';

const organisation = 'o1';
const email: Subject = { type: 'email', id: recordId('m1') };

/** Makes the email's numbers as a group, of so many people who opened it. */
async function make(store: TableStore, group: number, people: number, rules = recountedRules): Promise<void> {
  async function* cells(): AsyncGenerator<WholeCell> {
    for (let n = 0; n < people; n++)
      yield await Promise.resolve({ subject: email, records: [cellRecordOf(open(n), 1, n)] });
  }
  await makeRollups(store, organisation, group, passOf(email), { zone: 'UTC', rules }, cells());
}

const open = (n: number): ReturnType<typeof interactionFrom> =>
  interactionFrom({
    InternalMarketingInteractionId: `i${n}`,
    InteractionType: 'EmailOpened',
    Timestamp: `2026-1${n % 2}-05T10:00:00Z`,
    ContactId: `c${n}`,
    MessageId: 'm1',
  });

async function opens(store: TableStore, view: number): Promise<Readonly<Record<string, unknown>> | undefined> {
  const stored = await storedSums(store, organisation, view);
  if (!stored) return undefined;
  const all = new Sums(stored.sums).differences().filter(({ what }) => what === 'opensTotal');
  return Object.fromEntries(all.map(({ where, stored: count }) => [where, count]));
}

test('what is stored of a record is added up over all time and by month, of all and of people', async () => {
  const store = memoryStore();
  await make(store, 2, 3);
  expect(await opens(store, 2)).toEqual({
    'email!m1, all time, all': 3,
    'email!m1, all time, people': 3,
    'email!m1, 2026-10, all': 2,
    'email!m1, 2026-10, people': 2,
    'email!m1, 2026-11, all': 1,
    'email!m1, 2026-11, people': 1,
  });
});

test('a view is told as long as numbers changed once since, and no longer', async () => {
  const store = memoryStore();
  await make(store, 2, 1);
  await make(store, 3, 3);
  expect((await opens(store, 2))?.['email!m1, all time, all']).toBe(1);
  await make(store, 4, 5);
  expect(await opens(store, 2)).toBeUndefined();
  expect((await opens(store, 3))?.['email!m1, all time, all']).toBe(3);
});

test('numbers that go by rules nobody can recount are left out', async () => {
  const store = memoryStore();
  await make(store, 2, 1, recountedRules + 1);
  expect((await storedSums(store, organisation, 2))?.sums).toEqual([]);
});

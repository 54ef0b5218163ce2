import { interactionFrom, type Interaction } from '@record-insights/domain';
import { memoryStore } from '../../../../test/harness/memoryStore';
import { entriesOf, writeEntries } from '../fold/entries';
import { blankRows, writePack } from '../fold/packs';
import { allShards } from '../keys';
import type { TableStore } from '../store/tableStore';
import type { Difference } from './difference';
import { Sums } from './sums';
import { addEntries, addRowsWithEntries } from './verifyEntries';

const organisation = 'o1';
const rows = [0, 1, 2].map((n) =>
  interactionFrom({
    InternalMarketingInteractionId: `i${n}`,
    InteractionType: 'EmailOpened',
    Timestamp: `2026-11-05T10:0${n}:00Z`,
    MessageId: 'm1',
  }),
);

interface Found {
  readonly counts: readonly Difference[];
  readonly nowhere: readonly Difference[];
}

/** @param packed the rows that are there in full @param entered those that entries tell of */
async function found(
  packed: readonly Interaction[],
  entered: readonly Interaction[],
  more: (store: TableStore) => Promise<void> = () => Promise.resolve(),
): Promise<Found> {
  const store = memoryStore();
  const placed = (some: readonly Interaction[]): { interaction: Interaction; position: number }[] =>
    some.map((interaction) => ({ interaction, position: rows.indexOf(interaction) }));
  await writePack(store, organisation, 5, 1, packed);
  await writeEntries(store, entriesOf(organisation, 1, 5, placed(entered)));
  await more(store);
  const sums = new Sums();
  addRowsWithEntries(
    sums,
    placed(packed).map((row) => ({ ...row, group: 1 })),
  );
  const nowhere: Difference[] = [];
  for (const shard of allShards) nowhere.push(...(await addEntries(store, organisation, shard, 1, sums)));
  return { counts: sums.differences(), nowhere };
}

test('as many entries as rows, all of which lead to one, are right', async () => {
  expect(await found(rows, rows)).toEqual({ counts: [], nowhere: [] });
});

test('a row without its entry is found', async () => {
  const { counts, nowhere } = await found(rows, rows.slice(1));
  expect(counts).toMatchObject([{ what: 'entries', stored: 2, recounted: 3 }]);
  expect(nowhere).toEqual([]);
});

test('an entry that leads to no row is found', async () => {
  const { counts, nowhere } = await found(rows.slice(0, 2), rows);
  expect(counts).toEqual([]);
  expect(nowhere).toMatchObject([{ what: 'entry', stored: 'i2', recounted: 'no row' }]);
});

test('the entry of an erased row counts as none, and is no difference', async () => {
  const { counts, nowhere } = await found(rows, rows, (store) => blankRows(store, organisation, 5, 1, new Set([0]), 2));
  expect(counts).toMatchObject([{ stored: 2, recounted: 3 }]);
  expect(nowhere).toEqual([]);
});

import type { Interaction } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { withoutErased } from '../directory/erasedFacts';
import { foldFacts } from '../directory/facts';
import type { BatchContent, RefusedLine } from '../ingest/batches';
import { groupBy } from '../groupBy';
import { tables } from '../keys';
import type { Totals } from '../sequence/groups';
import type { StoredRow, TableStore } from '../store/tableStore';
import { groupOf, writeAt, type RowChange } from '../store/writeAt';
import { cellKey, cellText, cellsOf, countBefore, personShard, type CellName } from './cells';
import { writeCells, type Placed, type SeeCell } from './cellWrites';
import { births, winners, type Birth } from './decide';
import { entriesOf, writeEntries, type EntriesRow } from './entries';
import { idKey, idValues, packPlace, readIds, type CellPlace, type Held } from './idRows';
import { addMembers, belonging, belongingsTold, type Belonging } from './memberRows';
import { openRatesFold } from './openRates';
import { readRows, writePack } from './packs';
import { foldRefused, idsIn } from './refusedRows';
import { rollupsFold } from './rollups';
import { touchMerged } from './touched';
import { tombstones } from '../erase/tombstones';

/**
 * Folds the rows of a group into ids, cells and packs, and its items of the directory into facts. Begun anew after a crash, or by two drivers at once, it ends in
 * the same rows: every row it writes depends on the group's rows and on the state before the group only.
 * @returns the sums after the group
 * @throws Overtaken when another driver finished the group meanwhile
 */
export async function foldGroup(
  context: EngineContext,
  organisation: string,
  group: number,
  contents: readonly BatchContent[],
  before: Totals,
): Promise<Totals> {
  const forgotten = await tombstones(context, organisation, before);
  const taken = [...eachRow(contents)].filter(({ columns }) => !forgotten.covers(columns));
  const refusals = contents.flatMap(({ refused }) => refused);
  const keptRefusals = refusals.filter((line) => !forgotten.covers(idsIn(line)));
  const told = contents.flatMap(({ items }) => items);
  const items = withoutErased(told, forgotten);
  const candidates = winners(taken);
  const known = await readIds(context.store, organisation, [...candidates.keys()], group);
  const born = await births(candidates, known, (held) => storedRows(context, organisation, held));
  const [, refused] = await Promise.all([
    foldFacts(context, organisation, group, items).then((changed) =>
      touchMerged(context.store, organisation, group, changed),
    ),
    writeRefused(
      context,
      organisation,
      group,
      keptRefusals,
      contents.flatMap((content) => content.taken),
    ),
    bear(context, organisation, group, born),
    addMembers(context.store, organisation, group, [
      ...belongingsIn(born),
      ...items.flatMap((item) => belongingsTold(organisation, item)),
    ]),
  ]);
  return {
    ...before,
    interactions: before.interactions + born.filter(({ known: { prior } }) => !prior).length,
    testSends:
      before.testSends + sum(born, (birth) => Number(birth.testSend) - Number(birth.known.prior?.testSend ?? false)),
    refused: before.refused + refused,
    dropped:
      before.dropped +
      received(contents) -
      taken.length +
      refusals.length -
      keptRefusals.length +
      told.length -
      items.length,
  };
}

/**
 * Writes what a group bears: the rows in full, their records in cells, and their ids; ends what they replace; and adds
 * what that changes to the organisation's open rates and to the rollups of records.
 */
export async function bear(
  context: EngineContext,
  organisation: string,
  group: number,
  born: readonly Birth[],
): Promise<void> {
  const placed = await place(context, organisation, group, born);
  const [rates, rollups] = await Promise.all([
    openRatesFold(context.store, organisation, group),
    rollupsFold(context.store, organisation, group),
  ]);
  const see: SeeCell = (cell, records) => {
    rates.see(cell, records);
    rollups.see(cell, records);
  };
  await Promise.all([
    writePacks(context, organisation, group, placed),
    writeCells(context, organisation, group, placed, see).then(() => Promise.all([rates.write(), rollups.write()])),
    writeIds(context, organisation, group, placed),
    writeEntries(context.store, entriesOfGroup(organisation, group, placed)),
  ]);
}

const entriesOfGroup = (organisation: string, group: number, placed: readonly Placed[]): readonly EntriesRow[] =>
  [...groupBy(placed, shardOfPlaced)].flatMap(([shard, some]) =>
    entriesOf(
      organisation,
      group,
      shard,
      some.map(({ birth: { interaction }, now: { position } }) => ({ interaction, position })),
    ),
  );

const shardOfPlaced = ({ now: { places } }: Placed): number => personShard(places[0].person);

const belongingsIn = (born: readonly Birth[]): readonly Belonging[] =>
  born.flatMap(({ interaction: { columns } }) => belonging(columns['AccountId'], columns['ContactId']));

const received = (contents: readonly BatchContent[]): number =>
  contents.reduce((total, { interactions }) => total + interactions.length, 0);

function* eachRow(contents: readonly BatchContent[]): Generator<Interaction> {
  for (const { interactions } of contents) yield* interactions;
}

async function writeRefused(
  context: EngineContext,
  organisation: string,
  group: number,
  refused: readonly RefusedLine[],
  taken: readonly string[],
): Promise<number> {
  await context.onStep('fold.refused');
  return foldRefused(context.store, organisation, group, refused, taken);
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

async function storedRows(
  { store }: EngineContext,
  organisation: string,
  held: readonly Held[],
): Promise<readonly Interaction[]> {
  const rows = await readRows(store, organisation, held.map(packPlace));
  return rows.map((row) => {
    if (!row) throw new Error('A held row is missing from its pack');
    return row;
  });
}

/** Gives every birth its places in cells and its place in the pack; the same on every attempt. */
async function place(
  { store }: EngineContext,
  organisation: string,
  group: number,
  born: readonly Birth[],
): Promise<readonly Placed[]> {
  const sorted = born
    .map((birth) => ({ birth, cells: cellsOf(birth.interaction) }))
    .sort(
      ({ cells: [a], birth: first }, { cells: [b], birth: second }) =>
        compare(a.person, b.person) ||
        compare(a.object, b.object) ||
        compare(first.interaction.id, second.interaction.id),
    );
  const takeOrdinal = await ordinals(
    store,
    organisation,
    group,
    sorted.flatMap(({ cells }) => cells),
  );
  const positions = new Map<number, number>();
  return sorted.map(({ birth, cells: [own, ...others] }) => {
    const shard = personShard(own.person);
    const position = positions.get(shard) ?? 0;
    positions.set(shard, position + 1);
    const { filled, hash, testSend } = birth;
    const { version } = birth.interaction;
    const places = [takeOrdinal(own), ...others.map(takeOrdinal)] as const;
    return { birth, now: { version, filled, hash, testSend, places, born: group, position } };
  });
}

/** Hands out the next place of each cell, beginning after the records that it had before the group. */
async function ordinals(
  store: TableStore,
  organisation: string,
  group: number,
  cells: readonly CellName[],
): Promise<(cell: CellName) => CellPlace> {
  const names = new Map(cells.map((cell) => [cellText(cell), cell]));
  const heads = await store.getMany(
    tables.cells,
    [...names.values()].map((cell) => cellKey(organisation, cell, 0)),
  );
  const next = new Map([...names.keys()].map((name, i) => [name, nextOrdinal(heads[i], group)]));
  return ({ person, object }) => {
    const name = cellText({ person, object });
    const ordinal = next.get(name) ?? 0;
    next.set(name, ordinal + 1);
    return { person, object, ordinal };
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const nextOrdinal = (head: StoredRow | undefined, group: number): number =>
  countBefore(head, head ? groupOf(head) : 0, group);

async function writePacks(
  context: EngineContext,
  organisation: string,
  group: number,
  placed: readonly Placed[],
): Promise<void> {
  await context.onStep('fold.packs');
  const byShard = groupBy(placed, shardOfPlaced);
  await Promise.all(
    [...byShard].map(([shard, rows]) =>
      writePack(
        context.store,
        organisation,
        shard,
        group,
        rows.map(({ birth }) => birth.interaction),
      ),
    ),
  );
}

async function writeIds(
  context: EngineContext,
  organisation: string,
  group: number,
  placed: readonly Placed[],
): Promise<void> {
  await context.onStep('fold.ids');
  const byPartition = groupBy(placed, ({ birth }) => idKey(organisation, birth.interaction.id).partition);
  await Promise.all(
    [...byPartition].map(([partition, ids]) => {
      const read = new Map<string, StoredRow | undefined>();
      const rows = ids.map(({ birth, now }): RowChange => {
        const { row } = idKey(organisation, birth.interaction.id);
        read.set(row, birth.known.stored);
        return { row, next: () => idValues(now, birth.known.prior) };
      });
      return writeAt(
        context.store,
        tables.ids,
        partition,
        group,
        rows.sort((a, b) => compare(a.row, b.row)),
        read,
      );
    }),
  );
}

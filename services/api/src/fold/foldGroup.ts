import type { Interaction } from '@record-insights/domain';
import type { EngineContext } from '../context';
import type { BatchContent } from '../ingest/batches';
import { groupBy } from '../groupBy';
import { ordered, tables } from '../keys';
import type { Totals } from '../sequence/groups';
import type { StoredRow } from '../store/tableStore';
import { groupOf, writeAt, type RowChange } from '../store/writeAt';
import {
  cellKey,
  cellRecordOf,
  countBefore,
  objectOf,
  pageRecords,
  pageValues,
  personOf,
  personShard,
  recordsPerPage,
} from './cells';
import { births, winners, type Birth } from './decide';
import { idKey, idValues, readIds, type Held } from './idRows';
import { readRows, writePack } from './packs';
import { foldRefused } from './refusedRows';

/** A birth with its place. */
interface Placed {
  readonly birth: Birth;
  readonly now: Held;
}

/**
 * Folds the rows of a group into ids, cells and packs. Begun anew after a crash, or by two drivers at once, it ends in
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
  const candidates = winners(eachRow(contents));
  const known = await readIds(context.store, organisation, [...candidates.keys()], group);
  const born = await births(candidates, known, (held) => storedRow(context, organisation, held));
  const placed = await place(context, organisation, group, born);
  const [refused] = await Promise.all([
    writeRefused(context, organisation, group, contents),
    writePacks(context, organisation, group, placed),
    writeCells(context, organisation, group, placed),
    writeIds(context, organisation, group, placed),
  ]);
  return {
    interactions: before.interactions + born.filter(({ known: { prior } }) => !prior).length,
    testSends:
      before.testSends + sum(born, (birth) => Number(birth.testSend) - Number(birth.known.prior?.testSend ?? false)),
    refused: before.refused + refused,
  };
}

function* eachRow(contents: readonly BatchContent[]): Generator<Interaction> {
  for (const { interactions } of contents) yield* interactions;
}

async function writeRefused(
  context: EngineContext,
  organisation: string,
  group: number,
  contents: readonly BatchContent[],
): Promise<number> {
  await context.onStep('fold.refused');
  const refused = contents.flatMap((content) => content.refused);
  const taken = contents.flatMap((content) => content.taken);
  return foldRefused(context.store, organisation, group, refused, taken);
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

async function storedRow({ store }: EngineContext, organisation: string, held: Held): Promise<Interaction> {
  const [row] = await readRows(store, organisation, [
    { shard: personShard(held.place.person), group: held.born, position: held.position },
  ]);
  if (!row) throw new Error('A held row is missing from its pack');
  return row;
}

/** Gives every birth its cell, its place there and its place in the pack; the same on every attempt. */
async function place(
  { store }: EngineContext,
  organisation: string,
  group: number,
  born: readonly Birth[],
): Promise<readonly Placed[]> {
  const sorted = born
    .map((birth) => ({ birth, person: personOf(birth.interaction), object: objectOf(birth.interaction.columns) }))
    .sort(
      (a, b) =>
        compare(a.person, b.person) ||
        compare(a.object, b.object) ||
        compare(a.birth.interaction.id, b.birth.interaction.id),
    );
  const cells = [
    ...new Map(sorted.map(({ person, object }) => [`${person}\n${object}`, { person, object }])).entries(),
  ];
  const heads = await store.getMany(
    tables.cells,
    cells.map(([, { person, object }]) => cellKey(organisation, person, object, 0)),
  );
  const next = new Map(cells.map(([name], i) => [name, nextOrdinal(heads[i], group)]));
  const positions = new Map<number, number>();
  return sorted.map(({ birth, person, object }) => {
    const name = `${person}\n${object}`;
    const ordinal = next.get(name) ?? 0;
    next.set(name, ordinal + 1);
    const shard = personShard(person);
    const position = positions.get(shard) ?? 0;
    positions.set(shard, position + 1);
    const { interaction, hash, testSend } = birth;
    const filled = Object.keys(interaction.columns).length;
    return {
      birth,
      now: {
        version: interaction.version,
        filled,
        hash,
        testSend,
        place: { person, object, ordinal },
        born: group,
        position,
      },
    };
  });
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
  const byShard = groupBy(placed, ({ now }) => personShard(now.place.person));
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

/** What a group does to one page: the places it ends, and the records it adds. */
interface PageChange {
  readonly person: string;
  readonly object: string;
  readonly page: number;
  readonly ended: number[];
  readonly born: Placed[];
  /** For the head of a cell that gets records: how many it then has. */
  count?: number;
}

async function writeCells(
  context: EngineContext,
  organisation: string,
  group: number,
  placed: readonly Placed[],
): Promise<void> {
  await context.onStep('fold.cells');
  const changes = new Map<string, PageChange>();
  const changeOf = (person: string, object: string, ordinal: number): PageChange => {
    const page = Math.floor(ordinal / recordsPerPage);
    const name = `${person}\n${object}\n${ordered(page)}`;
    const known = changes.get(name) ?? { person, object, page, ended: [], born: [] };
    changes.set(name, known);
    return known;
  };
  for (const one of placed) {
    const { person, object, ordinal } = one.now.place;
    changeOf(person, object, ordinal).born.push(one);
    const head = changeOf(person, object, 0);
    head.count = Math.max(head.count ?? 0, ordinal + 1);
    const prior = one.birth.known.prior?.place;
    if (prior) changeOf(prior.person, prior.object, prior.ordinal).ended.push(prior.ordinal);
  }
  const byPartition = groupBy(
    [...changes.values()],
    ({ person, object, page }) => cellKey(organisation, person, object, page).partition,
  );
  await Promise.all(
    [...byPartition].map(([partition, pages]) => {
      const rows = pages.map((page): RowChange => ({
        row: cellKey(organisation, page.person, page.object, page.page).row,
        next: (stored) => changedPage(stored, page, group),
      }));
      return writeAt(
        context.store,
        tables.cells,
        partition,
        group,
        rows.sort((a, b) => compare(a.row, b.row)),
      );
    }),
  );
}

function changedPage(stored: StoredRow | undefined, change: PageChange, group: number): ReturnType<typeof pageValues> {
  const first = change.page * recordsPerPage;
  const records = pageRecords(stored);
  for (const ordinal of change.ended) {
    const record = records[ordinal - first];
    if (record) records[ordinal - first] = { ...record, ended: group };
  }
  for (const { birth, now } of change.born) records.push(cellRecordOf(birth.interaction, group, now.position));
  if (change.page !== 0) return pageValues(records);
  const count = stored ? Number(stored.values['count']) : 0;
  return pageValues(records, { count: change.count ?? count, countBefore: count });
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

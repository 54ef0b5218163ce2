import type { EngineContext } from '../context';
import { groupBy } from '../groupBy';
import { ordered, tables } from '../keys';
import type { StoredRow, Values } from '../store/tableStore';
import { groupOf, writeAt, type RowChange } from '../store/writeAt';
import {
  cellKey,
  cellPages,
  cellRecordOf,
  cellText,
  pageRecords,
  pageValues,
  recordsPerPage,
  type CellName,
  type CellRecord,
} from './cells';
import type { Birth } from './decide';
import type { Held } from './idRows';

/** A birth with its place. */
export interface Placed {
  readonly birth: Birth;
  readonly now: Held;
}

/** A cell that a group changed, with all its records as they are after it; what they were before can be told from them. */
export interface ChangedCell extends CellName {
  readonly records: readonly CellRecord[];
}

/** What a group does to one page: the places it ends, and the records it adds. */
interface PageChange extends CellName {
  readonly page: number;
  readonly ended: number[];
  readonly born: Placed[];
  /** For the head of a cell that gets records: how many it then has. */
  count?: number;
}

/** Bears and ends records. @returns the cells that this changes, the same on every attempt */
export async function writeCells(
  context: EngineContext,
  organisation: string,
  group: number,
  placed: readonly Placed[],
): Promise<readonly ChangedCell[]> {
  await context.onStep('fold.cells');
  const byPartition = groupBy(changesOf(placed), (change) => cellKey(organisation, change, change.page).partition);
  const cells = await Promise.all(
    [...byPartition].map(([partition, pages]) => writePages(context, organisation, partition, group, pages)),
  );
  return cells.flat();
}

function changesOf(placed: readonly Placed[]): readonly PageChange[] {
  const changes = new Map<string, PageChange>();
  const changeOf = (person: string, object: string, ordinal: number): PageChange => {
    const page = Math.floor(ordinal / recordsPerPage);
    const name = `${person}\n${object}\n${ordered(page)}`;
    const known = changes.get(name) ?? { person, object, page, ended: [], born: [] };
    changes.set(name, known);
    return known;
  };
  for (const one of placed) {
    for (const { person, object, ordinal } of one.now.places) {
      changeOf(person, object, ordinal).born.push(one);
      const head = changeOf(person, object, 0);
      head.count = Math.max(head.count ?? 0, ordinal + 1);
    }
    for (const { person, object, ordinal } of one.birth.known.prior?.places ?? [])
      changeOf(person, object, ordinal).ended.push(ordinal);
  }
  return [...changes.values()];
}

async function writePages(
  { store }: EngineContext,
  organisation: string,
  partition: string,
  group: number,
  pages: readonly PageChange[],
): Promise<readonly ChangedCell[]> {
  const changes = pages
    .map((page) => ({ page, row: cellKey(organisation, page, page.page).row }))
    .sort((a, b) => (a.row < b.row ? -1 : 1));
  const stored = await store.getMany(
    tables.cells,
    changes.map(({ row }) => ({ partition, row })),
  );
  const known = new Map(changes.map(({ row }, i) => [row, stored[i]]));
  const after = new Map<PageChange, CellRecord[]>();
  const rows = changes.map(({ page, row }): RowChange => ({
    row,
    next: (before) => {
      const records = changedRecords(before, page, group);
      after.set(page, records);
      return changedPage(records, before, page);
    },
  }));
  await writeAt(store, tables.cells, partition, group, rows, known);
  for (const { page, row } of changes) {
    const before = known.get(row);
    if (!after.has(page) && before && groupOf(before) === group) after.set(page, pageRecords(before));
  }
  const byCell = groupBy(pages, cellText);
  return Promise.all([...byCell.values()].map((own) => wholeCell(store, organisation, own, after)));
}

/** All records of a changed cell: its pages that were not changed are read. */
async function wholeCell(
  store: EngineContext['store'],
  organisation: string,
  changed: readonly PageChange[],
  after: ReadonlyMap<PageChange, readonly CellRecord[]>,
): Promise<ChangedCell> {
  const [{ person, object } = { person: '', object: '' }] = changed;
  const [only] = changed;
  const records = only && after.get(only);
  const isWhole = changed.length === 1 && only?.page === 0 && records && records.length < recordsPerPage;
  if (isWhole) return { person, object, records };
  const own = new Map(changed.map((change) => [cellKey(organisation, change, change.page).row, after.get(change)]));
  const pages = await cellPages(store, organisation, { person, object });
  return { person, object, records: pages.flatMap((page) => own.get(page.row) ?? pageRecords(page)) };
}

function changedRecords(stored: StoredRow | undefined, change: PageChange, group: number): CellRecord[] {
  const first = change.page * recordsPerPage;
  const records = pageRecords(stored);
  for (const ordinal of change.ended) {
    const record = records[ordinal - first];
    if (record) records[ordinal - first] = { ...record, ended: group };
  }
  for (const { birth, now } of change.born) records.push(cellRecordOf(birth.interaction, group, now.position));
  return records;
}

function changedPage(records: readonly CellRecord[], stored: StoredRow | undefined, change: PageChange): Values {
  if (change.page !== 0) return pageValues(records);
  const count = stored ? Number(stored.values['count']) : 0;
  return pageValues(records, { count: change.count ?? count, countBefore: count });
}

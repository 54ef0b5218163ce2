import type { EngineContext } from '../context';
import { groupBy } from '../groupBy';
import { tables, veiled } from '../keys';
import type { RowKey, StoredRow, TableStore, Values } from '../store/tableStore';
import { groupOf, writeAt, type RowChange } from '../store/writeAt';
import {
  aboutOf,
  cellKey,
  cellPages,
  cellRecordOf,
  cellText,
  isAboutCell,
  pageRecords,
  pageValues,
  recordsPerPage,
  type CellName,
  type CellRecord,
} from './cells';
import type { Birth } from './decide';
import type { Held } from './idRows';
import { touch } from './touched';

/** A birth with its place. */
export interface Placed {
  readonly birth: Birth;
  readonly now: Held;
}

/**
 * Is shown each cell that a group changes, with all its records as they are after it; what they were before can be told
 * from them. May be shown the same cell several times, always alike.
 */
export type SeeCell = (cell: CellName, records: readonly CellRecord[]) => void;

/** What a group does to one page: the places it ends, and the records it adds. */
interface PageChange {
  readonly cell: CellName;
  readonly key: RowKey;
  readonly page: number;
  readonly ended: number[];
  readonly born: Placed[];
  /** For the head of a cell that gets records: how many it then has. */
  count?: number;
}

/** Bears and ends records. */
export async function writeCells(
  context: EngineContext,
  organisation: string,
  group: number,
  placed: readonly Placed[],
  see: SeeCell,
): Promise<void> {
  await context.onStep('fold.cells');
  const byPartition = groupBy(changesOf(organisation, placed), ({ key }) => key.partition);
  await Promise.all(
    [...byPartition].map(([partition, pages]) => writePages(context.store, organisation, partition, group, pages, see)),
  );
}

function changesOf(organisation: string, placed: readonly Placed[]): Iterable<PageChange> {
  const changes = new Map<string, PageChange>();
  const changeOf = (cell: CellName, ordinal: number): PageChange => {
    const page = Math.floor(ordinal / recordsPerPage);
    const name = `${cellText(cell)}\n${page}`;
    const known = changes.get(name) ?? { cell, key: cellKey(organisation, cell, page), page, ended: [], born: [] };
    changes.set(name, known);
    return known;
  };
  for (const one of placed) {
    for (const place of one.now.places) {
      const change = changeOf(place, place.ordinal);
      change.born.push(one);
      const head = change.page === 0 ? change : changeOf(place, 0);
      head.count = Math.max(head.count ?? 0, place.ordinal + 1);
    }
    for (const place of one.birth.known.prior?.places ?? []) changeOf(place, place.ordinal).ended.push(place.ordinal);
  }
  return changes.values();
}

async function writePages(
  store: TableStore,
  organisation: string,
  partition: string,
  group: number,
  pages: readonly PageChange[],
  see: SeeCell,
): Promise<void> {
  const sorted = [...pages].sort((a, b) => (a.key.row < b.key.row ? -1 : 1));
  const stored = await store.getMany(
    tables.cells,
    sorted.map(({ key }) => key),
  );
  /** Cells of several pages. */
  const large = new Map<string, CellName>();
  const seePage = ({ cell, page }: PageChange, records: readonly CellRecord[]): void => {
    if (page === 0 && records.length < recordsPerPage) see(cell, records);
    else large.set(cellText(cell), cell);
  };
  const rows = sorted.map((page, i): RowChange => {
    const before = stored[i];
    if (before && groupOf(before) === group) seePage(page, pageRecords(before));
    return {
      row: page.key.row,
      next: (held) => {
        const records = changedRecords(held, page, group);
        seePage(page, records);
        return changedPage(records, held, page);
      },
    };
  });
  const known = new Map(sorted.map(({ key }, i) => [key.row, stored[i]]));
  await Promise.all([
    writeAt(store, tables.cells, partition, group, rows, known),
    touch(
      store,
      partition,
      group,
      sorted.filter(({ cell }) => !isAboutCell(cell)).map(({ cell }) => veiled(organisation, cell.person)),
    ),
  ]);
  for (const cell of large.values()) see(cell, (await cellPages(store, organisation, cell)).flatMap(pageRecords));
}

function changedRecords(stored: StoredRow | undefined, change: PageChange, group: number): readonly CellRecord[] {
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
  const about = aboutOf(change.cell);
  if (change.page !== 0) return pageValues(records, undefined, about);
  const count = stored ? Number(stored.values['count']) : 0;
  return pageValues(records, { count: change.count ?? count, countBefore: count }, about);
}

import {
  dimensionOf,
  judged,
  kept,
  rollUp,
  seriesText,
  type DayNumber,
  type RollupSeries,
  type Subject,
} from '@record-insights/domain';
import { groupBy } from '../groupBy';
import { key, ordered, shardCount, shardKey, shardOf, tables } from '../keys';
import { rowsOf } from '../store/rowsOf';
import type { TableStore } from '../store/tableStore';
import { writeAt, type RowChange } from '../store/writeAt';
import { cellText, holdsAt, type CellRecord } from './cells';
import type { SeeCell } from './cellWrites';
import { dayNumbers, monthOf } from './days';
import { basesOf, passCount, passOf, type Basis } from './rollupBasis';
import { changesAnything, countsOf, pairOf, sumOf, valuesOf, type Counts } from './rollupCounts';
import { subjectKey, subjectOfCell, subjectPartition } from './subjects';

/** A dimension with many values is kept in so many rows of its own a month. */
const apart = 4;

/** Which of a month's rows a series lies in. */
function rowOf({ dimension, value }: RollupSeries): number {
  return dimension !== undefined && dimensionOf(dimension).many === true ? 1 + (shardOf(value) % apart) : 0;
}

/** Counts of a row, or changes of them. */
interface RowCounts {
  readonly partition: string;
  readonly row: string;
  readonly counts: Counts;
}

/** Adds up changes of the rows of many records. */
class Changes {
  private readonly subjects = new Map<string, SubjectChanges>();

  constructor(private readonly organisation: string) {}

  of(subject: Subject): SubjectChanges {
    const start = subjectKey(subject);
    const known = this.subjects.get(start);
    if (known) return known;
    const made = new SubjectChanges(subjectPartition(this.organisation, subject), start);
    this.subjects.set(start, made);
    return made;
  }

  all(): readonly RowCounts[] {
    return [...this.subjects.values()].flatMap((changes) => changes.all());
  }
}

/** Those of one record: its rows by month and number, so that nothing is named anew for each thing that is told. */
class SubjectChanges {
  private readonly rows = new Map<string, RowCounts[]>();

  constructor(
    private readonly partition: string,
    private readonly start: string,
  ) {}

  add(series: RollupSeries, day: DayNumber, before: DayNumber | undefined, by: number): void {
    const { counts } = this.rowOf(monthOf(day), rowOf(series));
    const text = seriesText(series);
    let pairs = counts.get(text);
    if (!pairs) counts.set(text, (pairs = new Map<number, number>()));
    const pair = pairOf(day, before);
    pairs.set(pair, (pairs.get(pair) ?? 0) + by);
  }

  private rowOf(month: string, number: number): RowCounts {
    let rows = this.rows.get(month);
    if (!rows) this.rows.set(month, (rows = []));
    return (rows[number] ??= {
      partition: this.partition,
      row: key(this.start, month, ordered(number)),
      counts: new Map<string, Map<number, number>>(),
    });
  }

  all(): readonly RowCounts[] {
    return [...this.rows.values()].flatMap((rows) => Object.values(rows));
  }
}

/** What a cell contributes at a view, judged by the rules of its record. */
function tellCell(
  changes: Changes,
  subject: Subject,
  records: readonly CellRecord[],
  view: number,
  { zone, rules }: Basis,
  by: number,
): void {
  const holding = records.filter((record) => holdsAt(record, view));
  if (holding.length === 0) return;
  const own = changes.of(subject);
  rollUp(judged(holding, rules), kept[subject.type], dayNumbers(zone), (series, day, before) =>
    own.add(series, day, before, by),
  );
}

/** Adds to the rollups what the cells of a group change in them. */
export interface RollupsFold {
  readonly see: SeeCell;
  /** Writes, when all cells were seen. Repeatable: a row that the group wrote already stays. */
  readonly write: () => Promise<void>;
}

export async function rollupsFold(store: TableStore, organisation: string, group: number): Promise<RollupsFold> {
  const bases = await basesOf(store, organisation);
  const changes = new Changes(organisation);
  const seen = new Set<string>();
  return {
    see(cell, records) {
      const subject = subjectOfCell(cell);
      const name = cellText(cell);
      if (!subject || seen.has(name)) return;
      seen.add(name);
      const basis = bases.of(passOf(subject));
      tellCell(changes, subject, records, group - 1, basis, -1);
      tellCell(changes, subject, records, group, basis, 1);
    },
    async write() {
      await bases.keep(group);
      const rows = changes.all().filter(({ counts }) => changesAnything(counts));
      await writeRows(store, group, rows, ({ counts }, before) => sumOf(before, counts));
    },
  };
}

async function writeRows(
  store: TableStore,
  group: number,
  rows: readonly RowCounts[],
  after: (row: RowCounts, before: Counts) => Counts,
): Promise<void> {
  const byPartition = groupBy(rows, ({ partition }) => partition);
  await Promise.all(
    [...byPartition].map(([partition, some]) => {
      const changes = some.map((one): RowChange => ({
        row: one.row,
        next: (stored) => {
          const before = stored ? countsOf(stored) : new Map<string, Map<number, number>>();
          return valuesOf(after(one, before), before, stored);
        },
      }));
      return writeAt(store, tables.rollups, partition, group, changes);
    }),
  );
}

/** A cell with its records, of whichever person. */
export interface WholeCell {
  readonly subject: Subject;
  readonly records: readonly CellRecord[];
}

/** Makes the rollups of a pass again from all cells of its records. Run as a group, so that no fold runs beside it. */
export async function makeRollups(
  store: TableStore,
  organisation: string,
  group: number,
  pass: number,
  basis: Basis,
  cells: AsyncIterable<WholeCell>,
): Promise<void> {
  const changes = new Changes(organisation);
  for await (const { subject, records } of cells)
    if (passOf(subject) === pass) tellCell(changes, subject, records, group, basis, 1);
  const made = new Map(changes.all().map((row) => [row.row, row]));
  for (let shard = 0; shard < shardCount; shard++) {
    if (shard % passCount !== pass) continue;
    const partition = shardKey(organisation, shard);
    for await (const { row } of rowsOf(store, tables.rollups, partition))
      if (!made.has(row)) made.set(row, { partition, row, counts: new Map() });
  }
  const all = [...made.values()];
  for (let i = 0; i < all.length; i += 1000)
    await writeRows(store, group, all.slice(i, i + 1000), ({ counts }) => counts);
  await basesOf(store, organisation).then((bases) => bases.change(group, pass, basis));
}

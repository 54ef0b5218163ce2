import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { pack, unpack } from 'msgpackr';
import {
  countsFor,
  dimensionOf,
  judged,
  kept,
  rollUp,
  seriesFrom,
  seriesText,
  type Choice,
  type CounterId,
  type DayNumber,
  type DimensionId,
  type RollupSeries,
  type Subject,
  type Usage,
} from '@record-insights/domain';
import { groupBy } from '../groupBy';
import { key, ordered, shardCount, shardKey, shardOf, tables } from '../keys';
import { bytesOf, slicesOf } from '../store/blobs';
import { rowsOf } from '../store/rowsOf';
import type { StoredRow, TableStore, Values } from '../store/tableStore';
import { groupOf, writeAt, type RowChange } from '../store/writeAt';
import { cellText, holdsAt, type CellRecord } from './cells';
import type { SeeCell } from './cellWrites';
import { dayNumbers, monthOf } from './days';
import { basesOf, passCount, passOf, type Basis } from './rollupBasis';
import { subjectKey, subjectOfCell, subjectPartition } from './subjects';

/** How many things there were, by series, then by day and the day before (`pairOf`). */
type Counts = Map<string, Map<number, number>>;

/** A dimension with many values is kept in so many rows of its own a month. */
const apart = 4;

/** More days than there are from the year 0 to 5000, and what makes those before 1970 positive. */
const [daysFit, offset] = [2 ** 21, 2 ** 20];

/** A day and the one before in one number. */
const pairOf = (day: DayNumber, before: DayNumber | undefined): number =>
  (day + offset) * daysFit + (before === undefined ? 0 : before + offset);
const dayOfPair = (pair: number): DayNumber => Math.floor(pair / daysFit) - offset;
/** Earlier than any day where there was none before. */
const beforeOfPair = (pair: number): DayNumber => (pair % daysFit) - offset;

/** Which of a month's rows a series lies in. */
function rowOf({ dimension, value }: RollupSeries): number {
  return dimension !== undefined && dimensionOf(dimension).many === true ? 1 + (shardOf(value) % apart) : 0;
}

const rollupRow = (subject: Subject, month: string, row: number): string =>
  key(subjectKey(subject), month, ordered(row));

/** Adds up changes of the rows of many records. */
class Changes {
  private readonly rows = new Map<
    string,
    { readonly partition: string; readonly row: string; readonly counts: Counts }
  >();

  constructor(private readonly organisation: string) {}

  add(subject: Subject, series: RollupSeries, day: DayNumber, before: DayNumber | undefined, by: number): void {
    const row = rollupRow(subject, monthOf(day), rowOf(series));
    const known = this.rows.get(row) ?? {
      partition: subjectPartition(this.organisation, subject),
      row,
      counts: new Map<string, Map<number, number>>(),
    };
    this.rows.set(row, known);
    const text = seriesText(series);
    const pairs = known.counts.get(text) ?? new Map<number, number>();
    known.counts.set(text, pairs);
    const pair = pairOf(day, before);
    pairs.set(pair, (pairs.get(pair) ?? 0) + by);
  }

  all(): readonly { readonly partition: string; readonly row: string; readonly counts: Counts }[] {
    return [...this.rows.values()];
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
  rollUp(judged(holding, rules), kept[subject.type], dayNumbers(zone), (series, day, before) =>
    changes.add(subject, series, day, before, by),
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

interface RowCounts {
  readonly partition: string;
  readonly row: string;
  readonly counts: Counts;
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

const changesAnything = (counts: Counts): boolean =>
  [...counts.values()].some((pairs) => [...pairs.values()].some((by) => by !== 0));

function sumOf(a: Counts, b: Counts, sign: 1 | -1 = 1): Counts {
  const sums: Counts = new Map([...a].map(([series, pairs]) => [series, new Map(pairs)]));
  for (const [series, pairs] of b) {
    const sum = sums.get(series) ?? new Map<number, number>();
    for (const [pair, count] of pairs) {
      const now = (sum.get(pair) ?? 0) + sign * count;
      if (now === 0) sum.delete(pair);
      else sum.set(pair, now);
    }
    if (sum.size === 0) sums.delete(series);
    else sums.set(series, sum);
  }
  return sums;
}

/** Undefined where nothing changes. Keeps what the group changed, and which group wrote before. */
function valuesOf(now: Counts, before: Counts, stored: StoredRow | undefined): Values | undefined {
  const changed = sumOf(now, before, -1);
  if (changed.size === 0) return undefined;
  const bytes = deflateRawSync(pack([plain(now), plain(changed)]), { level: 1 });
  return { ...slicesOf(bytes), since: BigInt(stored ? groupOf(stored) : 0) };
}

type Plain = readonly (readonly [string, readonly number[]])[];

/** In an order of its own, so that equal counts are equal bytes. */
const plain = (counts: Counts): Plain =>
  [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([series, pairs]) => [series, [...pairs].sort(([a], [b]) => a - b).flat()] as const);

function countsFrom(plainCounts: Plain): Counts {
  const counts: Counts = new Map();
  for (const [series, numbers] of plainCounts) {
    const pairs = new Map<number, number>();
    for (let i = 0; i < numbers.length; i += 2) pairs.set(numbers[i] ?? 0, numbers[i + 1] ?? 0);
    counts.set(series, pairs);
  }
  return counts;
}

const stored = ({ values }: StoredRow): readonly [Plain, Plain] =>
  unpack(inflateRawSync(bytesOf(values))) as [Plain, Plain];

const countsOf = (row: StoredRow): Counts => countsFrom(stored(row)[0]);

/** What a row held at a view; undefined when groups changed it more than once since, so that it no longer tells. */
export function countsAt(row: StoredRow, view: number): Counts | undefined {
  const [now, changed] = stored(row);
  if (groupOf(row) <= view) return countsFrom(now);
  return Number(row.values['since']) <= view ? sumOf(countsFrom(now), countsFrom(changed), -1) : undefined;
}

/** A record's numbers at a view, of the months that were read. */
export interface Rollup {
  /** Number of things counted from one day to another, both inside, for what is chosen. */
  count(asked: Asked): number;
  /** The same by day; days without any are left out. */
  days(asked: Asked): ReadonlyMap<DayNumber, number>;
  /** The same by the dimension's value; values without any are left out. */
  values(asked: Asked & { readonly dimension: DimensionId }): ReadonlyMap<string, number>;
  /** In which journeys, iterations and tiles it was used, as far as rows name them. */
  usages(): Iterable<Usage>;
}

/** What is asked of a rollup. */
export interface Asked {
  readonly counter: CounterId;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly choice: Choice;
}

/**
 * Reads a record's rollups of the months between two days.
 * @returns undefined when the sequence has moved on too far to tell
 */
export async function readRollup(
  store: TableStore,
  organisation: string,
  subject: Subject,
  view: number,
  span?: { readonly from: DayNumber; readonly to: DayNumber },
): Promise<Rollup | undefined> {
  const partition = subjectPartition(organisation, subject);
  const range = {
    from: key(subjectKey(subject), span ? monthOf(span.from) : ''),
    before: key(subjectKey(subject), span ? `${monthOf(span.to)}~` : '~'),
  };
  const found: { readonly series: RollupSeries; readonly pairs: ReadonlyMap<number, number> }[] = [];
  for await (const row of rowsOf(store, tables.rollups, partition, range)) {
    const counts = countsAt(row, view);
    if (!counts) return undefined;
    for (const [text, pairs] of counts) found.push({ series: seriesFrom(text), pairs });
  }
  return rollupOf(found);
}

/** Tells numbers of series. */
export function rollupOf(
  all: readonly { readonly series: RollupSeries; readonly pairs: ReadonlyMap<number, number> }[],
): Rollup {
  const byName = groupBy(all, ({ series: { counter, dimension = '' } }) => `${counter} ${dimension}`);

  function each(
    { counter, from, to, choice }: Asked,
    dimension: DimensionId | undefined,
    tell: (value: string, day: DayNumber, count: number) => void,
  ): void {
    for (const { series, pairs } of byName.get(`${counter} ${dimension ?? ''}`) ?? []) {
      if (!countsFor(series, choice)) continue;
      for (const [pair, count] of pairs) {
        const [day, before] = [dayOfPair(pair), beforeOfPair(pair)];
        if (day >= from && day <= to && before < from) tell(series.value, day, count);
      }
    }
  }

  return {
    count(asked) {
      let sum = 0;
      each(asked, undefined, (_value, _day, count) => (sum += count));
      return sum;
    },
    days(asked) {
      const sums = new Map<DayNumber, number>();
      each(asked, undefined, (_value, day, count) => sums.set(day, (sums.get(day) ?? 0) + count));
      return sums;
    },
    values(asked) {
      const sums = new Map<string, number>();
      each(asked, asked.dimension, (value, _day, count) => sums.set(value, (sums.get(value) ?? 0) + count));
      return sums;
    },
    usages: () => all.flatMap(({ series: { whose } }) => ('verdict' in whose ? [whose.usage] : [])),
  };
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

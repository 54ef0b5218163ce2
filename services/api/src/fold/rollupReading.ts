import {
  countsFor,
  seriesFrom,
  type Choice,
  type CounterId,
  type DayNumber,
  type DimensionId,
  type RollupSeries,
  type Subject,
  type Usage,
} from '@record-insights/domain';
import { groupBy } from '../groupBy';
import { rangeOf, tables } from '../keys';
import { rowsOf } from '../store/rowsOf';
import type { StoredRow, TableStore } from '../store/tableStore';
import { beforeOfPair, countsAt, dayOfPair } from './rollupCounts';
import { subjectKey, subjectPartition } from './subjects';

/** A record's numbers at a view, of all that is kept. */
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
 * Reads a record's rollups.
 * @returns undefined when the sequence has moved on too far to tell
 */
export async function readRollup(
  store: TableStore,
  organisation: string,
  subject: Subject,
  view: number,
): Promise<Rollup | undefined> {
  const rows: StoredRow[] = [];
  const partition = subjectPartition(organisation, subject);
  for await (const row of rowsOf(store, tables.rollups, partition, rangeOf(subjectKey(subject)))) rows.push(row);
  return rollupIn(rows, view);
}

/** The numbers of the rows of a record at a view; undefined when one of them no longer tells. */
export function rollupIn(rows: readonly StoredRow[], view: number): Rollup | undefined {
  const all: Counted[] = [];
  for (const row of rows) {
    const counts = countsAt(row, view);
    if (!counts) return undefined;
    for (const [text, pairs] of counts) all.push({ series: seriesFrom(text), pairs });
  }
  return rollupOf(all);
}

interface Counted {
  readonly series: RollupSeries;
  readonly pairs: ReadonlyMap<number, number>;
}

function rollupOf(all: readonly Counted[]): Rollup {
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

import {
  dayOf,
  dimensionOf,
  type CounterId,
  type Day,
  type DimensionId,
  type Period,
  type VerdictChoice,
  type Zone,
} from '@record-insights/domain';
import type { NumbersView } from './personView';

/** What is counted: a counter in a period. */
export interface Counted {
  readonly counter: CounterId;
  /** Absent: over all that is kept. */
  readonly period?: Period;
  /** Whose opens and clicks count, where not as chosen. */
  readonly verdict?: VerdictChoice;
}

/** Numbers of a record, however they are kept. */
export interface Numbers {
  count(counted: Counted): number;
  /** By day; days without any are left out. */
  days(counted: Counted): ReadonlyMap<Day, number>;
  /** By a dimension's value; values without any are left out. */
  values(counted: Counted, dimension: DimensionId): ReadonlyMap<string, number>;
}

const ever: Period = { from: '0001-01-01' as Day, to: '9999-12-30' as Day };

/** Numbers of people, by their rows. */
export function numbersOf(person: NumbersView, zone: Zone): Numbers {
  const rows = ({ counter, period = ever, verdict }: Counted) => person.counted(counter, period, verdict);
  return {
    count: (counted) => rows(counted).length,
    days: (counted) => tally(rows(counted), ({ record }) => dayOf(record.at, zone)),
    values(counted, dimension) {
      const { reads } = dimensionOf(dimension);
      if (reads !== 'type' && reads !== 'rule') throw new Error(`Numbers of people are not kept by ${dimension}`);
      return tally(rows(counted), ({ record }) => record[reads]);
    },
  };
}

export function tally<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** Most first, then by key. */
export const ranked = <K extends string>(counts: ReadonlyMap<K, number>): readonly (readonly [K, number])[] =>
  [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));

/** How many rows of a counter of every row machines made. */
export const machinesIn = ({ count }: Numbers, counted: Counted): number =>
  count({ ...counted, verdict: 'all' }) - count({ ...counted, verdict: 'people' });

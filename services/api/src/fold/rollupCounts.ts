import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { pack, unpack } from 'msgpackr';
import type { DayNumber } from '@record-insights/domain';
import { bytesOf, slicesOf } from '../store/blobs';
import type { StoredRow, Values } from '../store/tableStore';
import { groupOf } from '../store/writeAt';

/** How many things there were, by series, then by day and the day before (`pairOf`). */
export type Counts = Map<string, Map<number, number>>;

/** More days than there are from the year 0 to 5000, and what makes those before 1970 positive. */
const [daysFit, offset] = [2 ** 21, 2 ** 20];

/** A day and the one before in one number. */
export const pairOf = (day: DayNumber, before: DayNumber | undefined): number =>
  (day + offset) * daysFit + (before === undefined ? 0 : before + offset);
export const dayOfPair = (pair: number): DayNumber => Math.floor(pair / daysFit) - offset;
/** Earlier than any day where there was none before. */
export const beforeOfPair = (pair: number): DayNumber => (pair % daysFit) - offset;

/** Whether the counts are changes that do anything. */
export const changesAnything = (counts: Counts): boolean =>
  [...counts.values()].some((pairs) => [...pairs.values()].some((by) => by !== 0));

/** Counts with others added or taken away; what comes to nothing is left out. */
export function sumOf(a: Counts, b: Counts, sign: 1 | -1 = 1): Counts {
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

/** Values of a row; undefined where nothing changes. Keeps what the group changed, and which group wrote before. */
export function valuesOf(now: Counts, before: Counts, stored: StoredRow | undefined): Values | undefined {
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

/** What a row holds now. */
export const countsOf = (row: StoredRow): Counts => countsFrom(stored(row)[0]);

/** What a row held at a view; undefined when groups changed it more than once since, so that it no longer tells. */
export function countsAt(row: StoredRow, view: number): Counts | undefined {
  const [now, changed] = stored(row);
  if (groupOf(row) <= view) return countsFrom(now);
  return Number(row.values['since']) <= view ? sumOf(countsFrom(now), countsFrom(changed), -1) : undefined;
}

import type { HourCount } from './weekHours';

/** Groups of weekdays in which people are told to do something; smaller ones first. */
export const dayGroups = {
  weekend: [6, 7],
  weekdays: [1, 2, 3, 4, 5],
  anyDay: [1, 2, 3, 4, 5, 6, 7],
} as const;

export type DayGroup = keyof typeof dayGroups;

/** A stretch of hours, on some days of the week, in which at least half of all happened. */
export interface UsualTime {
  readonly days: DayGroup;
  /** First hour, 0 to 23. */
  readonly from: number;
  /** How many hours in a row; may run past midnight. */
  readonly hours: number;
  /** How many of all happened in it. */
  readonly count: number;
}

/** Fewer than these tell nothing. */
export const leastForUsual = 5;
/** A stretch that takes more hours of the week than these says nothing about when. */
const mostHours = 42;

/**
 * The shortest stretch of hours, in hours of a week, that has at least half of what happened; of equally short ones the
 * one with most, then the one on fewer days, then the one that begins first. Null where too little happened, or where
 * no such stretch is shorter than a quarter of the week.
 */
export function usualTime(counts: readonly HourCount[]): UsualTime | null {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total < leastForUsual) return null;
  const groups = Object.keys(dayGroups) as DayGroup[];
  const found = groups.flatMap((days) => shortest(days, byHour(counts, days), total / 2));
  const [best] = found.sort((a, b) => takes(a) - takes(b) || b.count - a.count);
  return best && takes(best) <= mostHours ? best : null;
}

const takes = ({ days, hours }: UsualTime): number => dayGroups[days].length * hours;

function byHour(counts: readonly HourCount[], days: DayGroup): readonly number[] {
  const sums = new Array<number>(24).fill(0);
  for (const { weekday, hour, count } of counts)
    if (dayGroups[days].some((day) => day === weekday)) sums[hour] = (sums[hour] ?? 0) + count;
  return sums;
}

/** The shortest stretch on these days that has so much, the fullest of its length; none where these days have less. */
function shortest(days: DayGroup, sums: readonly number[], atLeast: number): readonly UsualTime[] {
  for (let hours = 1; hours <= 24; hours++) {
    const all = sums.map((_, from): UsualTime => ({ days, from, hours, count: sumOf(sums, from, hours) }));
    const [fullest] = all.filter(({ count }) => count >= atLeast).sort((a, b) => b.count - a.count);
    if (fullest) return [fullest];
  }
  return [];
}

const sumOf = (sums: readonly number[], from: number, hours: number): number =>
  Array.from({ length: hours }, (_, n) => sums[(from + n) % 24] ?? 0).reduce((a, b) => a + b, 0);

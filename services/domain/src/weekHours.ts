import { tzOffset } from '@date-fns/tz';
import type { Instant } from './instant';
import type { Zone } from './zone';

/** An hour of the week, as clocks in the organisation's zone show it. */
export interface WeekHour {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
}

export interface HourCount extends WeekHour {
  readonly count: number;
}

/** Hours of a week. */
export const weekHours = 168;

const minute = 60_000;

/** Place in the week of the hour in which the instant falls: 0 is Monday 00, 167 Sunday 23. */
export function weekHourAt(at: Instant, zone: Zone): number {
  const local = new Date(at + tzOffset(zone, new Date(at)) * minute);
  return ((local.getUTCDay() + 6) % 7) * 24 + local.getUTCHours();
}

/** The hour at a place in the week. */
export const weekHourOf = (place: number): WeekHour => ({ weekday: Math.floor(place / 24) + 1, hour: place % 24 });

/** How many of the instants fall in each hour of the week; hours without any are left out, Monday's come first. */
export function countsByHour(instants: readonly Instant[], zone: Zone): readonly HourCount[] {
  const counts = new Map<number, number>();
  for (const at of instants) {
    const place = weekHourAt(at, zone);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b).map(([place, count]) => ({ ...weekHourOf(place), count }));
}

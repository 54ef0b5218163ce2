import {
  addDays,
  dayOf,
  daysBetween,
  monthsBefore,
  startOfDay,
  type Instant,
  type Zone,
} from '@record-insights/domain';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const dayLength = 24 * hour;

const months = 15;

/** The days of the sample, counted from 0, in the organisation's zone. */
export interface Calendar {
  readonly zone: Zone;
  readonly start: Instant;
  /** The last instant of the sample; the last day may be cut short. */
  readonly until: Instant;
  readonly days: number;
  startOf(index: number): Instant;
  /** Which day an instant falls on; before the sample negative. */
  indexOf(at: Instant): number;
  /** An hour of a day, fractions allowed, in whole seconds. */
  moment(index: number, hours: number): Instant;
  /** 0 is Monday. */
  weekday(index: number): number;
  /** The first day from `from` on that is this day of this month (1 to 12). */
  next(month: number, dayOfMonth: number, from?: number): number;
}

/** Fifteen months up to the instant. */
export function calendarUntil(end: Date, zone: Zone): Calendar {
  const until = Math.floor(end.getTime() / second) * second;
  const last = dayOf(until, zone);
  const first = monthsBefore(last, months);
  const days = daysBetween(first, last) + 1;
  const starts = Array.from({ length: days + 1 }, (_, index) => startOfDay(addDays(first, index), zone));
  const start = startOfDay(first, zone);
  const startOf = (index: number): Instant => starts[index] ?? start + index * dayLength;
  const firstWeekday = (new Date(`${first}T12:00:00Z`).getUTCDay() + 6) % 7;
  return {
    zone,
    start,
    until,
    days,
    startOf,
    indexOf: (at) => {
      const guess = Math.floor((at - start) / dayLength);
      if (at < startOf(guess)) return guess - 1;
      return at >= startOf(guess + 1) ? guess + 1 : guess;
    },
    moment: (index, hours) => Math.floor((startOf(index) + hours * hour) / second) * second,
    weekday: (index) => (((firstWeekday + index) % 7) + 7) % 7,
    next: (month, dayOfMonth, from = 0) => {
      const wanted = `-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
      for (let index = from; index < days; index += 1) if (addDays(first, index).endsWith(wanted)) return index;
      return days;
    },
  };
}

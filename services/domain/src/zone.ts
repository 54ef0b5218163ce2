import { tzOffset } from '@date-fns/tz';
import type { Brand } from './brand';
import type { Instant } from './instant';

/** A calendar day of the organisation, `YYYY-MM-DD`. Made only by the functions of this file. */
export type Day = Brand<string, 'Day'>;
/** IANA name, as `Europe/Oslo`. */
export type Zone = string;

const minute = 60_000;
const dayLength = 24 * 60 * minute;
const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** Undefined when the text names no existing day. */
export function parseDay(text: string): Day | undefined {
  if (!pattern.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : (text as Day);
}

/** Whether the runtime knows the zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone !== '';
  } catch {
    return false;
  }
}

/** The day on which the instant falls in the zone. */
export function dayOf(at: Instant, zone: Zone): Day {
  return new Date(at + tzOffset(zone, new Date(at)) * minute).toISOString().slice(0, 10) as Day;
}

/** The first instant of the day in the zone: 24 hours before the next day's, or 23 or 25 where clocks change. */
export function startOfDay(day: Day, zone: Zone): Instant {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const offsets = [-dayLength, 0, dayLength].map((step) => tzOffset(zone, new Date(midnight + step)));
  const candidates = [...new Set(offsets)].map((offset) => midnight - offset * minute).sort((a, b) => a - b);
  const exact = candidates.find((at) => dayOf(at, zone) === day && dayOf(at - 1, zone) !== day);
  return exact ?? firstInstant(day, zone, midnight - dayLength);
}

/** Midnight does not exist on that day (clocks went forward at 0:00): look for the first instant of the day. */
function firstInstant(day: Day, zone: Zone, from: Instant): Instant {
  let low = from;
  let high = from + 2 * dayLength;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayOf(middle, zone) >= day) high = middle;
    else low = middle;
  }
  return high;
}

/** The day so many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10) as Day;
}

/** The same date so many months earlier; the last of the month where it is shorter. */
export function monthsBefore(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const target = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date, last));
  return target.toISOString().slice(0, 10) as Day;
}

/** Number of days from one to the other, 0 when equal. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);
}

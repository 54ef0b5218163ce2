import { dayOf, type DayNumber, type Instant, type Zone } from '@record-insights/domain';

const dayLength = 24 * 60 * 60 * 1000;
/** All zones' offsets are whole multiples of it. */
const step = 15 * 60 * 1000;
const mostKnown = 100_000;

const known = new Map<Zone, Map<number, DayNumber>>();

/** Number of the day on which an instant falls in a zone. */
export function dayNumbers(zone: Zone): (at: Instant) => DayNumber {
  let steps = known.get(zone);
  if (!steps || steps.size > mostKnown) steps = new Map();
  known.set(zone, steps);
  const days = steps;
  return (at) => {
    const name = Math.floor(at / step);
    const day = days.get(name) ?? numberOfDay(dayOf(at, zone));
    days.set(name, day);
    return day;
  };
}

/** Days since 1970-01-01. */
export const numberOfDay = (day: string): DayNumber => Date.parse(`${day}T00:00:00Z`) / dayLength;

const months = new Map<DayNumber, string>();

/** `2026-11` */
export function monthOf(day: DayNumber): string {
  const known = months.get(day);
  if (known !== undefined) return known;
  if (months.size > mostKnown) months.clear();
  const month = new Date(day * dayLength).toISOString().slice(0, 7);
  months.set(day, month);
  return month;
}

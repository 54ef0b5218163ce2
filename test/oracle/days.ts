import type { Instant } from './times';

/** A day of the organisation's calendar, `YYYY-MM-DD`; days compare as texts. */
export type Day = string;

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The day that the calendar on the wall shows at the instant, in an IANA zone. */
export function dayIn(zone: string, at: Instant): Day {
  const known = calendars.get(zone);
  const calendar =
    known ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(zone, calendar);
  return calendar.format(at);
}

/** The calendar day so many days later; earlier when negative. */
export function daysLater(day: Day, days: number): Day {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same date so many months earlier; the month's last day where it is shorter. */
export function monthsEarlier(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) - months;
  const first = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
  let last = first;
  for (let next = first; next.slice(0, 7) === first.slice(0, 7); next = daysLater(next, 1))
    if (Number(next.slice(8)) <= date) last = next;
  return last;
}

/** Every day from one to the other, both inside. */
export function everyDay(from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = daysLater(day, 1)) days.push(day);
  return days;
}

/** Milliseconds since 1970 in UTC. */
export type Instant = number;

const clock = String.raw`(\d{1,2}):(\d\d)(?::(\d\d)(\.\d{1,9})?)?`;
const offset = String.raw`(Z|[+-]\d\d:?\d\d)?`;
const isoText = new RegExp(String.raw`^(\d{4})-(\d\d)-(\d\d)(?:[T ]${clock})?\s*${offset}$`, 'i');
const usText = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4})\s+${clock}\s*(AM|PM)?\s*${offset}$`, 'i');

interface Clock {
  readonly hour: number;
  readonly minute: string;
  readonly second: string;
  readonly fraction: string;
}

/**
 * An ISO time (`2026-01-31T08:15:00Z`) or the exporter's US text (`1/31/2026 8:15:00 AM +00:00`); without an offset it
 * is UTC. Undefined when it is neither, or no day of the calendar, or no time of the day.
 */
export function readTime(text: string): Instant | undefined {
  const iso = isoText.exec(text.trim());
  if (iso) return instantOf([iso[1], iso[2], iso[3]], clockOf(iso.slice(4, 8)), iso[8]);
  const us = usText.exec(text.trim());
  return us ? instantOf([us[3], us[1], us[2]], twelveHours(clockOf(us.slice(4, 8)), us[8]), us[9]) : undefined;
}

const two = (number: string | number): string => String(number).padStart(2, '0');

const clockOf = ([hour, minute, second, fraction]: readonly (string | undefined)[]): Clock => ({
  hour: Number(hour ?? 0),
  minute: minute ?? '00',
  second: second ?? '00',
  fraction: (fraction ?? '.').padEnd(4, '0').slice(0, 4),
});

/** 12 AM is 0, 12 PM is 12. Without AM and PM the clock has 24 hours. */
function twelveHours(time: Clock, half: string | undefined): Clock | undefined {
  if (half === undefined) return time;
  if (time.hour < 1 || time.hour > 12) return undefined;
  return { ...time, hour: (time.hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0) };
}

function instantOf(
  [year = '', month = '', day = '']: readonly (string | undefined)[],
  time: Clock | undefined,
  offset = 'Z',
): Instant | undefined {
  if (!time || time.hour > 23 || Number(time.minute) > 59 || Number(time.second) > 59) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!isDay(date)) return undefined;
  const [hours, minutes] =
    offset.toUpperCase() === 'Z' ? [0, 0] : [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  if (hours > 14 || minutes > 59) return undefined;
  const ahead = (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
  return Date.parse(`${date}T${two(time.hour)}:${time.minute}:${time.second}${time.fraction}Z`) - ahead;
}

/** Whether the calendar has the day `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

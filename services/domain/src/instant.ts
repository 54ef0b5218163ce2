/** Milliseconds since 1970 in UTC. */
export type Instant = number;

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const us =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(AM|PM)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads ISO 8601 (`2026-01-31T08:15:00Z`, offset optional = UTC) and the exporter's US text
 * (`1/31/2026 8:15:00 AM +00:00`). Undefined when the text is no such time or names a day or hour that does not exist.
 */
export function parseInstant(text: string): Instant | undefined {
  const trimmed = text.trim();
  const i = iso.exec(trimmed);
  if (i) return build(i[1], i[2], i[3], i[4], i[5], i[6], i[7], undefined, i[8]);
  const u = us.exec(trimmed);
  return u ? build(u[3], u[1], u[2], u[4], u[5], u[6], u[7], u[8], u[9]) : undefined;
}

type Part = string | undefined;

function build(
  y: Part,
  mo: Part,
  d: Part,
  h: Part,
  mi: Part,
  s: Part,
  f: Part,
  half: Part,
  zone: Part,
): Instant | undefined {
  const hour = hourOf(Number(h ?? 0), half);
  const [year, month, day, minute, second] = [Number(y), Number(mo), Number(d), Number(mi ?? 0), Number(s ?? 0)];
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  const utc = Date.UTC(year, month - 1, day, hour, minute, second, millisecondsOf(f));
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const offset = offsetOf(zone);
  return exists && year >= 1970 && offset !== undefined ? utc - offset : undefined;
}

function hourOf(hour: number, half: Part): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

const millisecondsOf = (fraction: Part): number =>
  fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3));

function offsetOf(zone: Part): number | undefined {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** `2026-01-31T08:15:00.000Z` */
export function formatInstant(at: Instant): string {
  return new Date(at).toISOString();
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Units by the time from which they are used, largest first. */
const units = [
  { key: 'monthsAgo', from: 60 * day, length: 30 * day },
  { key: 'weeksAgo', from: 14 * day, length: 7 * day },
  { key: 'daysAgo', from: day, length: day },
  { key: 'hoursAgo', from: hour, length: hour },
  { key: 'minutesAgo', from: 0, length: minute },
] as const;

export interface Ago {
  /** The text that says it: `{0} h ago`. */
  readonly key: (typeof units)[number]['key'];
  readonly value: number;
}

/** How long ago something was, in whole units; what is newer than a minute, or lies ahead a little, is a minute ago. */
export function agoOf(at: number, now: number): Ago {
  const time = Math.max(minute, now - at);
  const { key, length } = units.find(({ from }) => time >= from) ?? units[4];
  return { key, value: Math.floor(time / length) };
}

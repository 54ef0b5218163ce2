import type { AnsweredDelivery } from './answeredDeliveries';
import { waitClasses } from './registry/waitClasses';
import { weekHourAt, weekHourOf, type WeekHour } from './weekHours';
import type { Zone } from './zone';

/** How fast messages that came in one hour of the week were opened. */
export interface ReactionCell extends WeekHour {
  readonly deliveries: number;
  /** First opens by class of waiting time, in the order of `waitClasses`. */
  readonly counts: readonly number[];
  /** Place of the class in which half of the first opens had come; null where nothing was opened. */
  readonly median: number | null;
}

const minute = 60_000;

/** The class of the time from a delivery to its first open; an open that is told to come before it waited for nothing. */
function classOf({ delivery, opened }: AnsweredDelivery): number | undefined {
  return opened && waitClasses.findIndex(({ below }) => (opened.at - delivery.at) / minute < below);
}

/** First opens by class of waiting time. */
export function waits(deliveries: readonly AnsweredDelivery[]): readonly number[] {
  const counts = waitClasses.map(() => 0);
  for (const answered of deliveries) {
    const place = classOf(answered);
    if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** The first class at whose end at least half of what was counted had come; null where nothing was. */
export function medianClass(counts: readonly number[]): number | null {
  const total = counts.reduce((a, b) => a + b, 0);
  let sum = 0;
  for (const [place, count] of counts.entries()) {
    sum += count;
    if (count > 0 && 2 * sum >= total) return place;
  }
  return null;
}

/** Reaction times by the hour of the week in which messages came; hours without any delivery are left out. */
export function reactionTimes(deliveries: readonly AnsweredDelivery[], zone: Zone): readonly ReactionCell[] {
  return byDeliveryHour(deliveries, zone).map(([hour, own]) => {
    const counts = waits(own);
    return { ...hour, deliveries: own.length, counts, median: medianClass(counts) };
  });
}

/** The deliveries of each hour of the week, Monday's first. */
export function byDeliveryHour(
  deliveries: readonly AnsweredDelivery[],
  zone: Zone,
): readonly (readonly [WeekHour, readonly AnsweredDelivery[]])[] {
  const hours = new Map<number, AnsweredDelivery[]>();
  for (const answered of deliveries) {
    const place = weekHourAt(answered.delivery.at, zone);
    const known = hours.get(place);
    if (known) known.push(answered);
    else hours.set(place, [answered]);
  }
  return [...hours].sort(([a], [b]) => a - b).map(([place, own]) => [weekHourOf(place), own]);
}

import type { Instant } from './instant';
import { addDays, dayOf, daysBetween, monthsBefore, startOfDay, type Day, type Zone } from './zone';

/** Organisation days, both inside. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** The same span in instants: `from` inside, `before` outside. */
export interface Span {
  readonly from: Instant;
  readonly before: Instant;
}

export const defaultDays = 30;

export function spanOf(period: Period, zone: Zone): Span {
  return { from: startOfDay(period.from, zone), before: startOfDay(addDays(period.to, 1), zone) };
}

export function isWithin(at: Instant, span: Span): boolean {
  return at >= span.from && at < span.before;
}

/** The period of equal length that ends the day before. */
export function periodBefore(period: Period): Period {
  const days = daysBetween(period.from, period.to) + 1;
  return { from: addDays(period.from, -days), to: addDays(period.from, -1) };
}

export function daysOf(period: Period): readonly Day[] {
  return Array.from({ length: daysBetween(period.from, period.to) + 1 }, (_, n) => addDays(period.from, n));
}

export interface AskedPeriod {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Without From, all that is shown rather than the last 30 days. */
  readonly whole?: boolean;
}

export interface ResolvedPeriod {
  readonly period: Period;
  /** The earliest day that is shown; what lies before is kept. */
  readonly earliest: Day;
  /** Whether an earlier From was asked for. */
  readonly clamped: boolean;
}

/**
 * Fills in what was not asked (the last 30 days, or all that is shown) and cuts at the months that are shown.
 * @returns undefined when From lies after To.
 */
export function resolvePeriod(
  asked: AskedPeriod,
  now: Instant,
  zone: Zone,
  displayMonths: number,
): ResolvedPeriod | undefined {
  const today = dayOf(now, zone);
  const earliest = monthsBefore(today, displayMonths);
  const to = asked.to ?? today;
  const from = asked.from ?? (asked.whole === true ? earliest : addDays(to, 1 - defaultDays));
  if (from > to) return undefined;
  const clamped = from < earliest;
  const start = clamped ? earliest : from;
  return { period: { from: start, to: to < start ? start : to }, earliest, clamped };
}

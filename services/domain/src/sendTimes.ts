import type { AnsweredDelivery } from './answeredDeliveries';
import { byDeliveryHour } from './reactionTimes';
import { weekHours, type WeekHour } from './weekHours';
import type { Zone } from './zone';

/** Deliveries to all people of an organisation by hour of the week (`weekHourAt`), and how many of them were opened. */
export interface OpenRates {
  readonly deliveries: readonly number[];
  readonly opened: readonly number[];
}

/** What is known of one hour of the week as a time to write to a person. */
export interface SendTimeCell extends WeekHour {
  readonly deliveries: number;
  /** Of these, opened at any time since. */
  readonly opened: number;
  /** How likely a message that comes then is opened; null where there is not enough evidence. */
  readonly rate: number | null;
}

export interface SendTimes {
  readonly cells: readonly SendTimeCell[];
  /** The best hours: up to three that are equal in whole percent, most deliveries first. */
  readonly best: readonly WeekHour[];
}

/** The organisation's rate weighs as much as so many deliveries to the person. */
export const priorWeight = 20;
/** Hours with fewer deliveries to the person are no evidence. */
export const leastDeliveries = 3;
const mostBest = 3;

/** No deliveries at all. */
export const noRates: OpenRates = {
  deliveries: new Array<number>(weekHours).fill(0),
  opened: new Array<number>(weekHours).fill(0),
};

/**
 * Which hours are the best to write to a person: for each hour of the week in which messages came
 * (opened + 20 × the organisation's rate in that hour) / (deliveries + 20), so that a few deliveries move it a little.
 * @param deliveries to the person, each with its first open by a person
 */
export function bestSendTimes(deliveries: readonly AnsweredDelivery[], rates: OpenRates, zone: Zone): SendTimes {
  const cells = byDeliveryHour(deliveries, zone).map(([hour, own]): SendTimeCell => {
    const opened = own.filter((answered) => answered.opened !== undefined).length;
    const rate = own.length < leastDeliveries ? null : predicted(opened, own.length, rateIn(rates, hour));
    return { ...hour, deliveries: own.length, opened, rate };
  });
  return { cells, best: bestOf(cells) };
}

const predicted = (opened: number, deliveries: number, organisation: number): number =>
  (opened + priorWeight * organisation) / (deliveries + priorWeight);

/** The organisation's rate in an hour; 0 where nothing came. */
function rateIn({ deliveries, opened }: OpenRates, { weekday, hour }: WeekHour): number {
  const place = (weekday - 1) * 24 + hour;
  const all = deliveries[place] ?? 0;
  return all === 0 ? 0 : (opened[place] ?? 0) / all;
}

function bestOf(cells: readonly SendTimeCell[]): readonly WeekHour[] {
  const percent = ({ rate }: SendTimeCell): number => (rate === null ? -1 : Math.round(rate * 100));
  const highest = Math.max(...cells.map(percent));
  if (highest <= 0) return [];
  return cells
    .filter((cell) => percent(cell) === highest)
    .sort((a, b) => b.deliveries - a.deliveries)
    .slice(0, mostBest)
    .map(({ weekday, hour }) => ({ weekday, hour }));
}

import {
  answeredDeliveries,
  bestSendTimes,
  countsByHour,
  interactionFrom,
  medianClass,
  noRates,
  onNow,
  personRecordOf,
  reactionTimes,
  usualTime,
  waitClasses,
  waits,
  type AnsweredDelivery,
  type HeadlineAnswer,
  type HourCount,
  type ListRow,
  type PersonRecord,
} from '@record-insights/domain';
import type { AnswerOf, PanelOf } from '../panels/panelProps';

/** What the service answers about times, out of rows. Each delivery is told three times, so that there is evidence. */

const recordOf = ({ id, type, at, fields }: ListRow): PersonRecord =>
  personRecordOf(
    interactionFrom({ ...fields, InternalMarketingInteractionId: id, InteractionType: type, Timestamp: at }),
  );

function deliveriesIn(rows: readonly ListRow[]): readonly AnsweredDelivery[] {
  const once = answeredDeliveries(rows.map(recordOf), { verdict: 'all' }, () => true);
  return [...once, ...once, ...once];
}

const openedOf = (deliveries: readonly AnsweredDelivery[]): number => deliveries.filter(({ opened }) => opened).length;

export const hoursOf = (rows: readonly ListRow[], zone: string): readonly HourCount[] =>
  countsByHour(
    rows.map(({ at }) => Date.parse(at)),
    zone,
  );

export function onNowAnswer({ id, joins, leaves }: PanelOf<'onNow'>, rows: readonly ListRow[]): AnswerOf<'onNow'> {
  const lists = onNow(rows.map(recordOf), joins, leaves);
  return { kind: 'onNow', id, lists: lists.map(({ list, since }) => ({ list, since: new Date(since).toISOString() })) };
}

export function reactionTimesAnswer(id: string, rows: readonly ListRow[], zone: string): AnswerOf<'reactionTimes'> {
  const deliveries = deliveriesIn(rows);
  return {
    kind: 'reactionTimes',
    id,
    deliveries: deliveries.length,
    opened: openedOf(deliveries),
    classes: waitClasses.map(({ title }) => title),
    cells: reactionTimes(deliveries, zone),
  };
}

export function sendTimesAnswer(id: string, rows: readonly ListRow[], zone: string): AnswerOf<'sendTimes'> {
  const deliveries = deliveriesIn(rows);
  const times = bestSendTimes(deliveries, noRates, zone);
  const [first, ...others] = times.cells;
  const cells = first ? [...others, { ...first, deliveries: 2, rate: null }] : [];
  return { kind: 'sendTimes', id, deliveries: deliveries.length, opened: openedOf(deliveries), ...times, cells };
}

export function headlineAnswer(
  { id, headline }: PanelOf<'headline'>,
  opens: readonly ListRow[],
  rows: readonly ListRow[],
  zone: string,
): AnswerOf<'headline'> {
  const deliveries = deliveriesIn(rows);
  const opened = openedOf(deliveries);
  const median = medianClass(waits(deliveries));
  const headlines: { readonly [F in HeadlineAnswer['headline']]: Extract<HeadlineAnswer, { readonly headline: F }> } = {
    bestTime: { headline: 'bestTime', ...sendTimesAnswer(id, rows, zone) },
    usualTime: { headline: 'usualTime', usual: usualTime(hoursOf(opens, zone)), total: opens.length },
    usualWait: { headline: 'usualWait', wait: median === null ? null : (waitClasses[median]?.title ?? null), opened },
  };
  return { kind: 'headline', id, headline: headlines[headline] };
}

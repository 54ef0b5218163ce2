import {
  bestSendTimes,
  countsByHour,
  medianClass,
  reactionTimes,
  usualTime,
  waitClasses,
  waits,
  type AnsweredDelivery,
  type HeadlineAnswer,
  type HeadlineDef,
  type HeadlineId,
  type HourCount,
  type PanelAnswer,
  type PanelDef,
  type SendTimes,
} from '@record-insights/domain';
import { rowsOfList, type PanelSource } from './panelSource';
import type { CountedRow } from './personView';

type Def<K extends PanelDef['kind']> = Extract<PanelDef, { kind: K }>;
type Answer<K extends PanelDef['kind']> = Extract<PanelAnswer, { kind: K }>;

const openedOf = (deliveries: readonly AnsweredDelivery[]): number =>
  deliveries.filter(({ opened }) => opened !== undefined).length;

const hoursOf = (rows: readonly CountedRow[], { zone }: PanelSource): readonly HourCount[] =>
  countsByHour(
    rows.map(({ record }) => record.at),
    zone,
  );

export function byHourAnswer({ id, list }: Def<'byHour'>, source: PanelSource): Answer<'byHour'> {
  const rows = rowsOfList(list, source);
  return { kind: 'byHour', id, total: rows.length, rows: source.addressOf(list), hours: hoursOf(rows, source) };
}

export function reactionTimesAnswer({ id }: Def<'reactionTimes'>, source: PanelSource): Answer<'reactionTimes'> {
  const { person, period, zone } = source;
  const deliveries = person.answered(period);
  return {
    kind: 'reactionTimes',
    id,
    deliveries: deliveries.length,
    opened: openedOf(deliveries),
    classes: waitClasses.map(({ title }) => title),
    cells: reactionTimes(deliveries, zone),
  };
}

/** Predictions are about people: what machines opened says nothing, whatever is chosen. */
async function predictions({
  person,
  period,
  zone,
  openRates,
}: PanelSource): Promise<SendTimes & { readonly deliveries: number; readonly opened: number }> {
  const deliveries = person.answered(period, 'people');
  const times = bestSendTimes(deliveries, await openRates(), zone);
  return { ...times, deliveries: deliveries.length, opened: openedOf(deliveries) };
}

export async function sendTimesAnswer({ id }: Def<'sendTimes'>, source: PanelSource): Promise<Answer<'sendTimes'>> {
  return { kind: 'sendTimes', id, ...(await predictions(source)) };
}

type Headline<F extends HeadlineId> = (
  def: Extract<HeadlineDef, { headline: F }>,
  source: PanelSource,
) => HeadlineAnswer | Promise<HeadlineAnswer>;

const headlines: { readonly [F in HeadlineId]: Headline<F> } = {
  async bestTime(_def, source) {
    const { best, deliveries, opened } = await predictions(source);
    return { headline: 'bestTime', best, deliveries, opened };
  },
  usualTime({ list }, source) {
    const rows = rowsOfList(list, source);
    return { headline: 'usualTime', usual: usualTime(hoursOf(rows, source)), total: rows.length };
  },
  usualWait(_def, { person, period }) {
    const deliveries = person.answered(period);
    const median = medianClass(waits(deliveries));
    const wait = median === null ? null : (waitClasses[median]?.title ?? null);
    return { headline: 'usualWait', wait, opened: openedOf(deliveries) };
  },
};

export async function headlineAnswer(def: HeadlineDef, source: PanelSource): Promise<Answer<'headline'>> {
  const headline = headlines[def.headline] as Headline<HeadlineId>;
  return { kind: 'headline', id: def.id, headline: await headline(def, source) };
}

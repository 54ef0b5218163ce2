import {
  addDays,
  countersOf,
  daysOf,
  definitionOf,
  evaluate,
  formatInstant,
  inputsOf,
  kinds,
  kpiOf,
  counterOf,
  onNow,
  rowsOf,
  typeOf,
  typeTitle,
  type CardPanelDef,
  type CountAnswer,
  type CounterId,
  type Day,
  type DayCount,
  type Kind,
  type KpiAnswer,
  type KpiId,
  type OnList,
  type ListId,
  type PanelAnswer,
  type PanelDef,
  type Period,
  type Tally,
  type VerdictChoice,
  type WeekCount,
} from '@record-insights/domain';
import { leadProgressAnswer, leadScoresAnswer } from './leadPanels';
import { ranked, type Numbers } from './numbers';
import { counterOfList, type PanelSource } from './panelSource';
import { peopleAnswer } from './peoplePanel';
import { heatMapAnswer, mapAnswer, resultsAnswer, valuesAnswer } from './valuePanels';
import { byHourAnswer, headlineAnswer, reactionTimesAnswer, sendTimesAnswer } from './timePanels';

type AnyPanelDef = PanelDef | CardPanelDef;
type AnyKind = AnyPanelDef['kind'];
type Its<T, K extends AnyKind> = Extract<T, { kind: K }>;
type Answer<K extends AnyKind> = (
  panel: Its<AnyPanelDef, K>,
  source: PanelSource,
) => Its<PanelAnswer, K> | Promise<Its<PanelAnswer, K>>;

const answers: { readonly [K in AnyKind]: Answer<K> } = {
  kpiTiles: (panel, source) => ({
    kind: 'kpiTiles',
    id: panel.id,
    kpis: panel.kpis.map((id) => kpiAnswer(id, source)),
  }),
  timeline: ({ id, list }, { numbers, period, addressOf }) => {
    const counted = { counter: counterOfList(list), period };
    return {
      kind: 'timeline',
      id,
      total: numbers.count(counted),
      rows: addressOf(list),
      kinds: kindsOf(numbers.values(counted, 'type')).map(([kind, count]) => ({
        kind,
        count,
        rows: addressOf(list, { value: `kind:${kind}` }),
      })),
      days: dayCounts(numbers.days(counted), period),
    };
  },
  breakdown: ({ id, list }, { numbers, period, addressOf }) => {
    const counted = { counter: counterOfList(list), period };
    const parts = ranked(numbers.values(counted, 'type')).map(([type, count]) => ({
      type,
      title: typeTitle(type),
      count,
      rows: addressOf(list, { value: type }),
    }));
    return { kind: 'breakdown', id, total: numbers.count(counted), parts };
  },
  byDay: (panel, { numbers, period }) => ({
    kind: 'byDay',
    id: panel.id,
    series: panel.kpis.map((kpi) => {
      const days = countersOf([kpi]).map((counter) => dayCounts(numbers.days({ counter, period }), period));
      const total = sum(days.flatMap((some) => some.map(({ count }) => count)));
      return { kpi, title: kpiOf(kpi).title, total, days: days.length === 1 ? (days[0] ?? []) : days.flat() };
    }),
  }),
  people: peopleAnswer,
  list: (panel, source) => ({ kind: 'list', id: panel.id, ...listSize(panel.list, source) }),
  weeks: ({ id, list, weeks, headline }, source) => {
    const counts = weekCounts(list, weeks, source);
    const of = (some: readonly WeekCount[]): number => some.reduce((sum, { count }) => sum + count, 0);
    const before = counts.slice(-2 * headline, -headline);
    const previous = before.length < headline ? null : of(before);
    return {
      kind: 'weeks',
      id,
      weeks: counts,
      headline: { weeks: headline, count: of(counts.slice(-headline)), previous },
    };
  },
  latest: (panel, source) => ({ kind: 'latest', id: panel.id, ...listSize(panel.list, source) }),
  onNow: async ({ id, joins, leaves }, { people }) => {
    const all = await Promise.all(people.map(async ({ rows }) => onNow((await rows()).records, joins, leaves)));
    const lists = anybodyOn(all.flat()).map(({ list, since }) => ({ list, since: formatInstant(since) }));
    return { kind: 'onNow', id, lists };
  },
  leadProgress: leadProgressAnswer,
  leadScores: leadScoresAnswer,
  byHour: byHourAnswer,
  reactionTimes: reactionTimesAnswer,
  sendTimes: sendTimesAnswer,
  headline: headlineAnswer,
  funnel: ({ id, kpis }, source) => ({ kind: 'funnel', id, steps: kpis.map((kpi) => kpiAnswer(kpi, source)) }),
  values: valuesAnswer,
  map: mapAnswer,
  results: resultsAnswer,
  heatMap: heatMapAnswer,
};

/** The data of a panel. */
export async function panelAnswer(panel: AnyPanelDef, source: PanelSource): Promise<PanelAnswer> {
  const answer = answers[panel.kind] as Answer<AnyKind>;
  return answer(panel, source);
}

/** Each list once, since when the first of several people is on it. */
function anybodyOn(lists: readonly OnList[]): readonly OnList[] {
  const sorted = [...lists].sort((a, b) => a.since - b.since || (a.list < b.list ? -1 : 1));
  return sorted.filter(({ list }, n) => sorted.findIndex((one) => one.list === list) === n);
}

const listSize = (
  list: ListId,
  { numbers, period, addressOf }: PanelSource,
): { readonly total: number; readonly rows: string } => ({
  total: numbers.count({ counter: counterOfList(list), period }),
  rows: addressOf(list),
});

/** Weeks of 7 days up to the last of the period, oldest first; those that begin before what is shown are left out. */
function weekCounts(list: ListId, weeks: number, { numbers, period, earliest }: PanelSource): readonly WeekCount[] {
  return Array.from({ length: weeks }, (_, n) => addDays(period.to, -7 * (weeks - n) + 1))
    .filter((from) => from >= earliest)
    .map((from) => {
      const week = { from, to: addDays(from, 6) };
      return { ...week, count: numbers.count({ counter: counterOfList(list), period: week }) };
    });
}

export function kpiAnswer(id: KpiId, source: PanelSource): KpiAnswer {
  const { formula, title, unit, range } = kpiOf(id);
  const now = tallyOf(id, source.numbers, source.period);
  const before = source.comparable ? evaluate(formula, tallyOf(id, source.numbers, source.previous)) : null;
  const counter = rowsOf(formula);
  const explain = source.explainOf(id);
  return {
    id,
    title,
    value: evaluate(formula, now),
    unit,
    previous: before,
    comparable: source.comparable,
    definition: definitionOf(id),
    ...(explain === undefined ? {} : { explain }),
    inputs: inputsOf(formula).map((input) => ({
      counter: input,
      title: counterOf(input).title,
      value: now[input] ?? 0,
      rows: source.addressOf(source.listOf(input)),
    })),
    ...(counter === undefined ? {} : { rows: source.addressOf(source.listOf(counter)) }),
    ...(counter === undefined || range !== true ? {} : { range: rangeOf(counter, source) }),
  };
}

function rangeOf(
  counter: CounterId,
  { numbers, period, addressOf, listOf }: PanelSource,
): NonNullable<KpiAnswer['range']> {
  const end = (verdict: VerdictChoice): CountAnswer => ({
    count: numbers.count({ counter, period, verdict }),
    rows: addressOf(listOf(counter), { verdict }),
  });
  return { surePeople: end('surePeople'), all: end('all') };
}

const tallyOf = (id: KpiId, numbers: Numbers, period: Period): Tally =>
  Object.fromEntries(inputsOf(kpiOf(id).formula).map((counter) => [counter, numbers.count({ counter, period })]));

function kindsOf(types: ReadonlyMap<string, number>): readonly (readonly [Kind, number])[] {
  return (Object.keys(kinds) as Kind[]).flatMap((kind) => {
    const count = sum([...types].map(([type, number]) => (typeOf(type).kind === kind ? number : 0)));
    return count === 0 ? [] : [[kind, count] as const];
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const dayCounts = (days: ReadonlyMap<Day, number>, period: Period): readonly DayCount[] =>
  daysOf(period).flatMap((day) => {
    const count = days.get(day);
    return count === undefined ? [] : [{ day, count }];
  });

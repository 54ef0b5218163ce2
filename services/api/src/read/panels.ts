import {
  addDays,
  countersOf,
  daysOf,
  dayOf,
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
import { counterOfList, rowsOfList, type PanelSource } from './panelSource';
import { peopleAnswer } from './peoplePanel';
import type { CountedRow, NumbersView } from './personView';
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
  timeline: (panel, source) => {
    const rows = rowsOfList(panel.list, source);
    return {
      kind: 'timeline',
      id: panel.id,
      total: rows.length,
      rows: source.addressOf(panel.list),
      kinds: kindsOf(rows).map(([kind, count]) => ({
        kind,
        count,
        rows: source.addressOf(panel.list, { value: `kind:${kind}` }),
      })),
      days: dayCounts(rows, source),
    };
  },
  breakdown: (panel, source) => {
    const rows = rowsOfList(panel.list, source);
    const parts = countBy(rows, ({ record }) => record.type).map(([type, count]) => ({
      type,
      title: typeTitle(type),
      count,
      rows: source.addressOf(panel.list, { value: type }),
    }));
    return { kind: 'breakdown', id: panel.id, total: rows.length, parts };
  },
  byDay: (panel, source) => ({
    kind: 'byDay',
    id: panel.id,
    series: panel.kpis.map((kpi) => {
      const counted = countersOf([kpi]).flatMap((counter) => source.person.counted(counter, source.period));
      return { kpi, title: kpiOf(kpi).title, total: counted.length, days: dayCounts(counted, source) };
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

const listSize = (list: ListId, source: PanelSource): { readonly total: number; readonly rows: string } => ({
  total: rowsOfList(list, source).length,
  rows: source.addressOf(list),
});

/** Weeks of 7 days up to the last of the period, oldest first; those that begin before what is shown are left out. */
function weekCounts(list: ListId, weeks: number, { person, period, earliest }: PanelSource): readonly WeekCount[] {
  return Array.from({ length: weeks }, (_, n) => addDays(period.to, -7 * (weeks - n) + 1))
    .filter((from) => from >= earliest)
    .map((from) => {
      const week = { from, to: addDays(from, 6) };
      return { ...week, count: person.counted(counterOfList(list), week).length };
    });
}

function kpiAnswer(id: KpiId, source: PanelSource): KpiAnswer {
  const { formula, title, unit, range } = kpiOf(id);
  const now = tallyOf(id, source.person, source.period);
  const before = source.comparable ? evaluate(formula, tallyOf(id, source.person, source.previous)) : null;
  const counter = rowsOf(formula);
  return {
    id,
    title,
    value: evaluate(formula, now),
    unit,
    previous: before,
    comparable: source.comparable,
    definition: definitionOf(id),
    explain: source.explainOf(id),
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
  { person, period, addressOf, listOf }: PanelSource,
): NonNullable<KpiAnswer['range']> {
  const end = (verdict: VerdictChoice): CountAnswer => ({
    count: person.counted(counter, period, verdict).length,
    rows: addressOf(listOf(counter), { verdict }),
  });
  return { surePeople: end('surePeople'), all: end('all') };
}

function tallyOf(id: KpiId, person: NumbersView, period: Period): Tally {
  return Object.fromEntries(
    inputsOf(kpiOf(id).formula).map((counter) => [counter, person.counted(counter, period).length]),
  );
}

function kindsOf(rows: readonly CountedRow[]): readonly (readonly [Kind, number])[] {
  const counts = new Map(countBy(rows, ({ record }) => typeOf(record.type).kind));
  return (Object.keys(kinds) as Kind[]).flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [[kind, count] as const];
  });
}

/** Counts by key, most first, then by key. */
export function countBy<K extends string>(
  rows: readonly CountedRow[],
  keyOf: (row: CountedRow) => K,
): readonly (readonly [K, number])[] {
  const counts = new Map<K, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function dayCounts(rows: readonly CountedRow[], { period, zone }: PanelSource): readonly DayCount[] {
  const counts = new Map(countBy(rows, ({ record }) => dayOf(record.at, zone)));
  return daysOf(period).flatMap((day) => {
    const count = counts.get(day);
    return count === undefined ? [] : [{ day, count }];
  });
}

import {
  counterIds,
  dayGroups,
  dimensions,
  kinds,
  kpiIds,
  namedTypeIds,
  recordTypeIds,
  verdictRuleIds,
  switchNames,
  type CounterId,
  type DayGroup,
  type DimensionId,
  type Kind,
  type ListId,
  type NamedType,
  type ResultAnswer,
  type ResultDef,
} from '@record-insights/domain';
import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { count, day, instant, numberOrNull, oneOf, optional, text, textOrNull } from './schemas';

/** What panels are, and what they show, as the service sends it. */

export const rows = Type.String({ description: 'Relative address of exactly the rows that are counted.' });
export const counterId = oneOf<CounterId>(counterIds);
export const kpiId = oneOf(kpiIds);
export const ruleId = oneOf(verdictRuleIds);
export const unit = oneOf(['count', 'percent'] as const);
const kind = oneOf(Object.keys(kinds) as Kind[]);
export const countOfRows = Type.Object({ count, rows });
const dayCounts = Type.Array(Type.Object({ day, count }));

export const kpi = Type.Object({
  id: kpiId,
  title: text,
  value: numberOrNull,
  unit,
  previous: numberOrNull,
  comparable: Type.Boolean(),
  definition: Type.Object({
    tooltip: text,
    formula: text,
    glossary: text,
    good: optional(oneOf(['up', 'down'] as const)),
    because: optional(text),
  }),
  explain: optional(
    Type.String({ description: 'Relative address of how it came about; absent where that cannot be told.' }),
  ),
  inputs: Type.Array(Type.Object({ counter: counterId, title: text, value: count, rows })),
  rows: optional(rows),
  range: optional(Type.Object({ surePeople: countOfRows, all: countOfRows })),
});

const weekHour = {
  weekday: Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday.' }),
  hour: Type.Integer({ minimum: 0, maximum: 23 }),
};
const usualTime = Type.Object({
  days: oneOf(Object.keys(dayGroups) as DayGroup[]),
  from: count,
  hours: count,
  count,
});
const orNull = <T extends TSchema>(schema: T) => Type.Unsafe<Static<T> | null>({ ...schema, nullable: true });
const headline = Type.Union([
  Type.Object({
    headline: Type.Literal('bestTime'),
    best: Type.Array(Type.Object(weekHour)),
    deliveries: count,
    opened: count,
  }),
  Type.Object({ headline: Type.Literal('usualTime'), usual: orNull(usualTime), total: count }),
  Type.Object({ headline: Type.Literal('usualWait'), wait: textOrNull, opened: count }),
]);

/** One interaction as a list shows it. */
export const listRow = Type.Object({
  id: text,
  type: text,
  at: instant,
  verdict: oneOf(['human', 'machine', 'unknown'] as const),
  rule: optional(ruleId),
  rulesVersion: optional(count),
  rows: count,
  contact: optional(text),
  hidden: optional(Type.Literal(true)),
  takenBack: optional(Type.Literal(true)),
  fields: Type.Record(Type.String(), text),
  values: optional(Type.Array(Type.Object({ label: text, value: text }))),
});

const unnamed = Type.Object({ people: count, count });

const resultWith = (parts: TSchema) =>
  Type.Object({ id: text, title: text, count, rows, parts: Type.Unsafe<ResultAnswer[]>(Type.Array(parts)) });
/** Results have reasons, and reasons may have details. */
const result = resultWith(resultWith(resultWith(Type.Object({}))));

/** The data of a panel, by its kind. */
export const panel = Type.Union([
  Type.Object({ kind: Type.Literal('kpiTiles'), id: text, kpis: Type.Array(kpi) }),
  Type.Object({
    kind: Type.Literal('timeline'),
    id: text,
    total: count,
    rows,
    kinds: Type.Array(Type.Object({ kind, count, rows })),
    days: dayCounts,
  }),
  Type.Object({
    kind: Type.Literal('people'),
    id: text,
    people: Type.Array(Type.Object({ contact: text, count, rows, weeks: Type.Array(count), last: optional(listRow) })),
    hidden: unnamed,
    more: unnamed,
  }),
  Type.Object({
    kind: Type.Literal('breakdown'),
    id: text,
    total: count,
    parts: Type.Array(Type.Object({ type: text, title: text, count, rows })),
  }),
  Type.Object({
    kind: Type.Literal('byDay'),
    id: text,
    series: Type.Array(Type.Object({ kpi: kpiId, title: text, total: count, days: dayCounts })),
  }),
  Type.Object({ kind: Type.Literal('list'), id: text, total: count, rows }),
  Type.Object({
    kind: Type.Literal('onNow'),
    id: text,
    lists: Type.Array(Type.Object({ list: text, since: instant })),
  }),
  Type.Object({
    kind: Type.Literal('leadProgress'),
    id: text,
    created: textOrNull,
    asOf: instant,
    days: numberOrNull,
    stages: Type.Array(
      Type.Object({
        stage: text,
        days: count,
        stays: Type.Array(Type.Object({ from: instant, until: textOrNull })),
      }),
    ),
    scores: Type.Array(
      Type.Object({ model: text, points: Type.Array(Type.Object({ at: instant, score: Type.Number() })) }),
    ),
  }),
  Type.Object({
    kind: Type.Literal('leadScores'),
    id: text,
    models: Type.Array(
      Type.Object({
        model: text,
        score: Type.Number(),
        grade: textOrNull,
        salesReady: Type.Boolean(),
        readyFrom: numberOrNull,
        at: instant,
      }),
    ),
  }),
  Type.Object({
    kind: Type.Literal('byHour'),
    id: text,
    total: count,
    rows,
    hours: Type.Array(Type.Object({ ...weekHour, count })),
  }),
  Type.Object({
    kind: Type.Literal('reactionTimes'),
    id: text,
    deliveries: count,
    opened: count,
    classes: Type.Array(text),
    cells: Type.Array(Type.Object({ ...weekHour, deliveries: count, counts: Type.Array(count), median: numberOrNull })),
  }),
  Type.Object({
    kind: Type.Literal('sendTimes'),
    id: text,
    deliveries: count,
    opened: count,
    cells: Type.Array(Type.Object({ ...weekHour, deliveries: count, opened: count, rate: numberOrNull })),
    best: Type.Array(Type.Object(weekHour)),
  }),
  Type.Object({ kind: Type.Literal('headline'), id: text, headline }),
  Type.Object({
    kind: Type.Literal('weeks'),
    id: text,
    weeks: Type.Array(Type.Object({ from: day, to: day, count })),
    headline: Type.Object({ weeks: count, count, previous: numberOrNull }),
  }),
  Type.Object({ kind: Type.Literal('latest'), id: text, total: count, rows }),
  Type.Object({ kind: Type.Literal('funnel'), id: text, steps: Type.Array(kpi) }),
  Type.Object({
    kind: Type.Literal('values'),
    id: text,
    columns: Type.Array(Type.Object({ id: text, title: text, tooltip: text, unit })),
    values: Type.Array(
      Type.Object({ value: text, title: text, numbers: Type.Array(numberOrNull), rows: optional(rows) }),
    ),
    more: count,
  }),
  Type.Object({
    kind: Type.Literal('map'),
    id: text,
    total: count,
    countries: Type.Array(Type.Object({ country: text, count })),
    unknown: count,
  }),
  Type.Object({ kind: Type.Literal('results'), id: text, results: Type.Array(result) }),
  Type.Object({
    kind: Type.Literal('heatMap'),
    id: text,
    contents: Type.Array(Type.Object({ version: count, liveFrom: optional(instant), html: text })),
    delivered: count,
    uniqueClicks: count,
    links: Type.Array(Type.Object({ link: text, name: text, address: text, unique: count, count, rows })),
  }),
]);

const onlyWhen = { onlyWhen: optional(oneOf(switchNames)) };
const panelWords = { id: text, title: text, tooltip: text, ...onlyWhen };
export const listId = Type.Unsafe<ListId>(Type.String());
/** A panel as the registry has it. */
export const panelDef = Type.Union([
  Type.Object({
    kind: Type.Literal('kpiTiles'),
    id: text,
    title: optional(text),
    kpis: Type.Array(kpiId),
    compact: optional(Type.Boolean()),
    ...onlyWhen,
  }),
  Type.Object({ kind: Type.Literal('timeline'), ...panelWords, list: listId }),
  Type.Object({ kind: Type.Literal('people'), ...panelWords, list: listId, acts: counterId }),
  Type.Object({ kind: Type.Literal('breakdown'), ...panelWords, list: listId }),
  Type.Object({ kind: Type.Literal('byDay'), ...panelWords, kpis: Type.Array(kpiId) }),
  Type.Object({ kind: Type.Literal('list'), ...panelWords, list: listId, wide: optional(Type.Boolean()) }),
  Type.Object({
    kind: Type.Literal('onNow'),
    ...panelWords,
    joins: counterId,
    leaves: counterId,
    record: oneOf<NamedType>([...recordTypeIds, ...namedTypeIds]),
  }),
  Type.Object({ kind: Type.Literal('byHour'), ...panelWords, list: listId }),
  Type.Object({ kind: Type.Literal('leadProgress'), ...panelWords }),
  Type.Object({ kind: Type.Literal('leadScores'), ...panelWords }),
  Type.Object({ kind: Type.Literal('reactionTimes'), ...panelWords }),
  Type.Object({ kind: Type.Literal('sendTimes'), ...panelWords }),
  Type.Object({ kind: Type.Literal('headline'), ...panelWords, headline: Type.Literal('bestTime') }),
  Type.Object({ kind: Type.Literal('headline'), ...panelWords, headline: Type.Literal('usualTime'), list: listId }),
  Type.Object({ kind: Type.Literal('headline'), ...panelWords, headline: Type.Literal('usualWait') }),
  Type.Object({ kind: Type.Literal('funnel'), ...panelWords, kpis: Type.Array(kpiId) }),
  Type.Object({
    kind: Type.Literal('values'),
    ...panelWords,
    dimension: oneOf(Object.keys(dimensions) as DimensionId[]),
    kpis: Type.Array(kpiId),
    shows: oneOf(['bars', 'table'] as const),
    most: optional(count),
    anyTime: optional(Type.Boolean()),
  }),
  Type.Object({ kind: Type.Literal('map'), ...panelWords, kpi: kpiId }),
  Type.Object({
    kind: Type.Literal('results'),
    ...panelWords,
    results: Type.Array(Type.Unsafe<ResultDef>(Type.Object({}, { additionalProperties: true }))),
  }),
  Type.Object({ kind: Type.Literal('heatMap'), ...panelWords }),
]);

import {
  counterOf,
  dimensionOf,
  evaluate,
  inputsOf,
  kpiOf,
  partsOf,
  rowsOf,
  typeOf,
  typeTitle,
  type CounterId,
  type DimensionId,
  type HeatMapAnswer,
  type KpiId,
  type MapAnswer,
  type PanelDef,
  type Period,
  type ResultAnswer,
  type ResultDef,
  type ResultsAnswer,
  type ValueAnswer,
  type ValuesAnswer,
} from '@record-insights/domain';
import { decodeHTML } from 'entities';
import { ranked, type Counted } from './numbers';
import type { PanelSource } from './panelSource';

type Def<K extends PanelDef['kind']> = Extract<PanelDef, { kind: K }>;

/** Enough to read; a file has all. */
const mostValues = 200;

/** KPIs by the values of a dimension. */
export function valuesAnswer(panel: Def<'values'>, source: PanelSource): ValuesAnswer {
  const { id, dimension, kpis, most = mostValues, anyTime = false } = panel;
  const period = anyTime ? undefined : source.period;
  const counters = [...new Set(kpis.flatMap((kpi) => inputsOf(kpiOf(kpi).formula)))];
  const byName = namedValues(counters, dimension, period, source);
  const values = [...byName]
    .map(([name, { value, title, counts }]) => {
      const numbers = kpis.map((kpi) => evaluate(kpiOf(kpi).formula, counts));
      const answer: ValueAnswer = {
        value,
        title,
        numbers,
        ...rowsOfValue(kpis, dimension, { value, counts }, anyTime, source),
      };
      return { name, first: numbers[0] ?? 0, answer };
    })
    .filter(({ answer: { numbers } }) => numbers.some((number) => number !== null && number !== 0))
    .sort((a, b) => b.first - a.first || (a.name < b.name ? -1 : 1))
    .map(({ answer }) => answer);
  return {
    kind: 'values',
    id,
    columns: kpis.map((kpi) => {
      const { title, tooltip, unit } = kpiOf(kpi);
      return { id: kpi, title, tooltip, unit };
    }),
    values: values.slice(0, most),
    more: Math.max(0, values.length - most),
  };
}

interface NamedValue {
  readonly value: string;
  readonly title: string;
  readonly counts: Partial<Record<CounterId, number>>;
}

/** Values by what they are called: alike ones together. */
function namedValues(
  counters: readonly CounterId[],
  dimension: DimensionId,
  period: Period | undefined,
  { numbers }: PanelSource,
): ReadonlyMap<string, NamedValue> {
  const { titleOf } = dimensionOf(dimension);
  const byName = new Map<string, NamedValue>();
  for (const counter of counters)
    for (const [whole, count] of ranked(numbers.values(countedIn(counter, period), dimension))) {
      const [value = '', label = ''] = partsOf(whole);
      const title = titleOf ? titleOf(value) : decodeHTML(label) || value;
      const name = titleOf ? title : value;
      const known = byName.get(name) ?? { value, title, counts: {} };
      known.counts[counter] = (known.counts[counter] ?? 0) + count;
      byName.set(name, known);
    }
  return byName;
}

const countedIn = (counter: CounterId, period: Period | undefined): Counted => ({
  counter,
  ...(period ? { period } : {}),
});

/** Values that are called by themselves open the rows of the first number; those that several are called by do not. */
function rowsOfValue(
  [kpi]: readonly KpiId[],
  dimension: DimensionId,
  { value, counts }: Pick<NamedValue, 'value' | 'counts'>,
  anyTime: boolean,
  { addressOf, listOf }: PanelSource,
): Pick<ValueAnswer, 'rows'> {
  const counter = kpi && rowsOf(kpiOf(kpi).formula);
  if (counter === undefined || dimensionOf(dimension).titleOf || !counts[counter]) return {};
  return { rows: addressOf(listOf(counter), { value: `${dimension}:${value}`, ...(anyTime ? ever : {}) }) };
}

/** The days of a list that dates do not filter. */
const ever = { from: undefined, to: undefined, ever: true } as const;

const iso = /^[A-Z]{2}$/;

export function mapAnswer({ id, kpi }: Def<'map'>, { numbers, period }: PanelSource): MapAnswer {
  const [counter] = inputsOf(kpiOf(kpi).formula);
  if (!counter) throw new Error(`${kpi} counts nothing`);
  const all = ranked(numbers.values({ counter, period }, 'country'));
  const countries = all.filter(([country]) => iso.test(country)).map(([country, count]) => ({ country, count }));
  const total = numbers.count({ counter, period });
  return { kind: 'map', id, total, countries, unknown: total - sum(countries.map(({ count }) => count)) };
}

export function resultsAnswer({ id, results }: Def<'results'>, source: PanelSource): ResultsAnswer {
  return { kind: 'results', id, results: results.map((result) => resultAnswer(result, source)) };
}

function resultAnswer(def: ResultDef, source: PanelSource): ResultAnswer {
  const { counter, parts = [] } = def;
  const { numbers, period, addressOf, listOf } = source;
  return {
    id: counter,
    title: counterOf(counter).title,
    count: numbers.count({ counter, period }),
    rows: addressOf(listOf(counter)),
    parts: parts === 'types' ? typeAnswers(def, source) : parts.map((part) => resultAnswer(part, source)),
  };
}

/** The rows of a result by type. */
function typeAnswers({ counter, always = [], inWords }: ResultDef, source: PanelSource): readonly ResultAnswer[] {
  const { numbers, period, addressOf, listOf } = source;
  const { generic = [] } = counterOf(counter);
  const part = (id: string, title: string, count: number, value: string): ResultAnswer => ({
    id: `${counter}.${id}`,
    title,
    count,
    rows: addressOf(listOf(counter), { value }),
    parts: [],
  });
  const words = inWords ? ranked(numbers.values({ counter, period }, inWords)).filter(([text]) => text !== '') : [];
  return listedTypes(numbers.values({ counter, period }, 'type'), always).map(([type, count]) => ({
    ...part(type, typeOf(type).label ?? typeTitle(type), count, type),
    parts: generic.includes(type) ? words.map(([text, some]) => part(text, text, some, `${inWords}:${text}`)) : [],
  }));
}

/** Types with their counts: those that are always listed, then the others that occur. */
function listedTypes(
  counts: ReadonlyMap<string, number>,
  always: readonly string[],
): readonly (readonly [string, number])[] {
  const others = ranked(counts).filter(([type]) => !always.includes(type));
  return [...always.map((type) => [type, counts.get(type) ?? 0] as const), ...others];
}

export async function heatMapAnswer({ id }: Def<'heatMap'>, source: PanelSource): Promise<HeatMapAnswer> {
  const { numbers, addressOf, listOf } = source;
  const unique = linksOf('uniqueLinkClicks', source);
  const links = [...linksOf('clicksTotal', source)]
    .map(([link, { count, name, address }]) => ({
      link,
      name: decodeHTML(name),
      address,
      count,
      unique: unique.get(link)?.count ?? 0,
      rows: addressOf(listOf('clicksTotal'), { value: `link:${link}`, ...ever }),
    }))
    .sort((a, b) => b.count - a.count || (a.link < b.link ? -1 : 1));
  return {
    kind: 'heatMap',
    id,
    contents: await source.contents(),
    delivered: numbers.count({ counter: 'delivered' }),
    uniqueClicks: sum([...unique.values()].map(({ count }) => count)),
    links,
  };
}

interface LinkCount {
  readonly name: string;
  readonly address: string;
  readonly count: number;
}

/** Links by their id, over all time; named as most rows name them. */
function linksOf(counter: CounterId, { numbers }: PanelSource): ReadonlyMap<string, LinkCount> {
  const links = new Map<string, LinkCount>();
  for (const [whole, count] of ranked(numbers.values({ counter }, 'link'))) {
    const [link = '', name = '', address = ''] = partsOf(whole);
    const known = links.get(link);
    links.set(link, {
      name: known?.name || name,
      address: known?.address || address,
      count: (known?.count ?? 0) + count,
    });
  }
  return links;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

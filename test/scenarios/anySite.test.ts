import fc from 'fast-check';
import {
  evaluate,
  inputsOf,
  insights,
  kpiOf,
  type CounterId,
  type DimensionId,
  type InsightsAnswer,
  type KpiId,
  type ResultAnswer,
} from '@record-insights/domain';
import { batchesOf, cuts } from '../builders/cuts';
import { histories, journeys, links, sites } from '../builders/histories';
import { questions } from '../builders/questions';
import { byDay, byType, byValue, shownQuestion } from '../oracle/contact';
import type { Question, Thing } from '../oracle/counting';
import { keptRows } from '../oracle/keeping';
import { cell, type Row } from '../oracle/rows';
import { askSite, rowsOfSite, siteValues, type SiteCounter, type SiteType } from '../oracle/site';
import { filledIn } from '../oracle/submissions';
import { answersOf, numbersOf, rowsAt } from './answers';
import { displayMonths } from './expected';
import { deliverAll, type Place } from './places';
import { lose } from './storedRows';
import { onEachStore } from './onEachStore';

const types: readonly SiteType[] = ['page', 'form', 'website', 'redirectUrl', 'journey'];

const ids: Readonly<Partial<Record<SiteType, readonly string[]>>> = { redirectUrl: links, journey: journeys };

const arriving = fc.record({
  history: histories,
  cut: cuts,
  place: fc.nat(1),
  asked: questions,
});

/** Numbers of tiles, days and values, and the rows behind each number, in plain values that compare. */
interface Told {
  readonly kpis: Readonly<Record<string, number | null>>;
  readonly days: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By panel; long addresses that begin alike are told apart by their numbers only. */
  readonly values: Readonly<Record<string, readonly (readonly [string, readonly (number | null)[]])[]>>;
  readonly countries: Readonly<Record<string, number>>;
  /** Results and their parts by id; those of nothing left out. */
  readonly results: Readonly<Record<string, number>>;
  readonly lists: Readonly<Record<string, readonly unknown[]>>;
}

async function toldIn(place: Place, answers: readonly InsightsAnswer[]): Promise<Told> {
  const panels = answers.flatMap((answer) => answer.panels);
  const lists: Record<string, readonly unknown[]> = {};
  for (const [name, { address, number }] of numbersOf(panels)) {
    const rows = await rowsAt(place, address);
    if (number !== rows.length) throw new Error(`${name} says ${number}, its list has ${rows.length} rows`);
    if (!name.includes(' ')) lists[name] = rows.map(([id, , at, times, , filled, who]) => [id, at, times, filled, who]);
  }
  return {
    kpis: Object.fromEntries(
      panels.flatMap((panel) => (panel.kind === 'kpiTiles' ? panel.kpis.map(({ id, value }) => [id, value]) : [])),
    ),
    days: Object.fromEntries(
      panels.flatMap((panel) =>
        panel.kind === 'byDay'
          ? panel.series.map(({ kpi, days }) => [kpi, Object.fromEntries(days.map(({ day, count }) => [day, count]))])
          : [],
      ),
    ),
    values: Object.fromEntries(
      panels.flatMap((panel) =>
        panel.kind === 'values'
          ? [[panel.id, sorted(panel.values.map(({ value, numbers }) => [short(value), numbers]))]]
          : [],
      ),
    ),
    countries: Object.fromEntries(
      panels.flatMap((panel) =>
        panel.kind === 'map' ? panel.countries.map(({ country, count }) => [country, count]) : [],
      ),
    ),
    results: Object.fromEntries(
      panels.flatMap((panel) => (panel.kind === 'results' ? panel.results.flatMap(resultsIn) : [])),
    ),
    lists,
  };
}

const resultsIn = ({ id, count, parts }: ResultAnswer): readonly (readonly [string, number])[] => [
  ...(count === 0 ? [] : [[id, count] as const]),
  ...parts.flatMap(resultsIn),
];

const readByAll = (place: Place): Place => ({ ...place, readable: (contacts) => Promise.resolve(new Set(contacts)) });

const counterOf = (kpi: string): SiteCounter => kpi.slice(kpi.indexOf('.') + 1) as SiteCounter;

const valuesOf: Readonly<Partial<Record<DimensionId, (row: Row) => string>>> = siteValues;

/** Long addresses are told by their beginning and a mark of the rest. */
const short = (text: string): string => text.slice(0, 60);

type Valued = readonly [string, readonly (number | null)[]];

const sorted = (values: readonly Valued[]): readonly Valued[] =>
  [...values].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

function expectedOf(rows: readonly Row[], type: SiteType, asked: Question, now: number): Told {
  const question = shownQuestion(asked, now, displayMonths);
  const things = (counter: SiteCounter): readonly Thing[] => askSite(rows, counter, question);
  const count = (kpi: KpiId, keeps: (row: Row) => boolean = () => true): number | null => {
    const { formula } = kpiOf(kpi);
    const some = (counter: string): number => things(counter as SiteCounter).filter(({ row }) => keeps(row)).length;
    if (formula.op === 'counter') return some(formula.counter);
    if (formula.op !== 'ratio' || formula.of.op !== 'counter' || formula.over.op !== 'counter')
      return evaluate(formula, {});
    const over = some(formula.over.counter);
    return over === 0 ? null : some(formula.of.counter) / over;
  };
  const panels = (insights[type]?.categories ?? []).flatMap((category) => category.panels);
  const kpis = panels.flatMap((panel) => (panel.kind === 'kpiTiles' ? panel.kpis : []));
  const listed = new Set([
    ...kpis.flatMap((kpi) => inputsOf(kpiOf(kpi).formula) as readonly SiteCounter[]),
    ...panels.flatMap((panel) => (panel.kind === 'list' || panel.kind === 'timeline' ? [counterOf(panel.list)] : [])),
  ]);
  const isFilled = (counter: SiteCounter): boolean => /[Ss]ubmission|contacts|leads/.test(counter);
  return {
    kpis: Object.fromEntries(kpis.map((kpi) => [kpi, count(kpi)])),
    days: Object.fromEntries(
      panels.flatMap((panel) =>
        panel.kind === 'byDay' ? panel.kpis.map((kpi) => [kpi, byDay(things(counterOf(kpi)), question.zone)]) : [],
      ),
    ),
    values: Object.fromEntries(
      panels.flatMap((panel) => {
        if (panel.kind !== 'values') return [];
        const value = valuesOf[panel.dimension];
        if (!value) throw new Error(`The oracle cannot read ${panel.dimension}`);
        const counted = panel.kpis.filter((kpi) => kpiOf(kpi).formula.op === 'counter');
        const all = new Set(counted.flatMap((kpi) => things(counterOf(kpi)).map(({ row }) => value(row))));
        return [
          [
            panel.id,
            sorted(
              [...all].map((one) => [short(one), panel.kpis.map((kpi) => count(kpi, (row) => value(row) === one))]),
            ),
          ],
        ];
      }),
    ),
    countries: Object.fromEntries(
      panels.flatMap((panel) => {
        if (panel.kind !== 'map') return [];
        const codes = things(counterOf(panel.kpi)).map(({ row }) => cell(row, 'CountryIsoCode').toUpperCase());
        const named = codes.filter((code) => /^[A-Z]{2}$/.test(code));
        return [...new Set(named)].map((code) => [code, named.filter((one) => one === code).length]);
      }),
    ),
    results: Object.fromEntries(
      panels.flatMap((panel) =>
        panel.kind === 'results' ? panel.results.flatMap(({ counter }) => resultsOf(counter, things)) : [],
      ),
    ),
    lists: Object.fromEntries(
      [...listed].map((counter) => [
        `${type}.${counter}`,
        things(counter).map(({ row, times }) => [
          row.id,
          new Date(row.at).toISOString(),
          times,
          isFilled(counter) ? filledIn(row) : [],
          cell(row, 'ContactId'),
        ]),
      ]),
    ),
  };
}

/** A counter and what of it each type is, and of stops that are told in words each text. */
function resultsOf(
  counter: CounterId,
  things: (counter: SiteCounter) => readonly Thing[],
): readonly (readonly [string, number])[] {
  const all = things(counter as SiteCounter);
  const inWords = all.filter(({ row }) => row.type === 'ActivityContactBlocked' && cell(row, 'Reason') !== '');
  const parts = { ...byType(all), ...byValue(inWords, (row) => cell(row, 'Reason')) };
  return [
    ...(all.length === 0 ? [] : [[counter, all.length] as const]),
    ...Object.entries(parts).map(([part, count]) => [`${counter}.${part}`, count] as const),
  ];
}

onEachStore('pages, forms, websites, redirect URLs and journeys on the %s store', ({ site, law }) => {
  async function holds(place: Place, kept: readonly Row[], nth: number, asked: Question, now: number): Promise<void> {
    for (const type of types) {
      const id = ids[type]?.[nth] ?? sites[nth] ?? '';
      const question =
        insights[type]?.filters.some((filter) => filter === 'usage' || filter === 'parts') === true
          ? asked
          : withoutUsage(asked);
      const answers = await answersOf(readByAll(place), id, question, type);
      const told = await toldIn(readByAll(place), answers);
      expect(told).toEqual(expectedOf(rowsOfSite(kept, type, id), type, question, now));
    }
  }

  const withoutUsage = ({ from, to, zone, verdict }: Question): Question => ({ from, to, zone, verdict });

  law(
    'every number, chart and list is what the oracle counts in the raw rows, in whatever order and batches they came',
    'sites',
    arriving,
    async ({ history: { world, deliveries }, cut, place: nth, asked }) => {
      const place = await site().place(world);
      await deliverAll(place, batchesOf(deliveries, cut));
      await holds(place, keptRows(deliveries), nth, asked(world).question, world.now);
    },
  );

  law(
    'what was lost of the tables is made again from the rows in full',
    'siteLosses',
    fc.tuple(arriving, fc.integer({ min: 1, max: 4 })),
    async ([{ history, cut, place: nth, asked }, every]) => {
      const { world, deliveries } = history;
      const place = await site().place(world);
      await deliverAll(place, batchesOf(deliveries, cut));
      await lose(site().store, place.organisation, every);
      await place.service.command(place.organisation, 'rebuild');
      await holds(place, keptRows(deliveries), nth, asked(world).question, world.now);
    },
  );
});

import { dayOf, kept, type CounterId, type DimensionId, type RecordType } from '@record-insights/domain';
import { shardOf } from '../keys';
import { monthSpan } from './compareNumbers';
import { isTest, keptDeliveries, recount, withoutDoubles, type FullRow } from './recount';
import { firstInIterations, wayOf } from './recountJourney';
import { machines } from './recountVerdicts';
import type { Sums } from './sums';

/** The rows that stand for what a number counts over all time, and the value by which a dimension tells them apart. */
interface ToldBy {
  readonly counter: CounterId;
  readonly dimension: DimensionId;
  readonly rows: (real: readonly FullRow[]) => readonly FullRow[];
  readonly value: (row: FullRow, real: readonly FullRow[]) => string;
  /** It has so many values that they are added up in parts. */
  readonly many?: boolean;
}

const toldBy: readonly ToldBy[] = [
  { counter: 'interactions', dimension: 'type', rows: (real) => real, value: ({ type }) => type },
  {
    counter: 'delivered',
    dimension: 'domain',
    rows: keptDeliveries,
    value: ({ columns }) => (columns['EmailDomain'] ?? '').toLowerCase(),
    many: true,
  },
  {
    counter: 'delivered',
    dimension: 'version',
    rows: keptDeliveries,
    value: ({ columns }) => (columns['MessageVariationName'] ?? '').toUpperCase(),
  },
  { counter: 'peopleInJourney', dimension: 'signature', rows: firstInIterations, value: wayOf },
  { counter: 'clicksTotal', dimension: 'link', rows: withoutDoubles, value: ({ columns }) => columns['LinkId'] ?? '' },
];

/** What is told by dimensions of records of a type, and added up by value. */
export const toldByOf = (type: RecordType): readonly ToldBy[] =>
  toldBy.filter(({ counter, dimension }) => kept[type].get(counter)?.includes(dimension) === true);

/** What a number of a value is called among the sums. */
export function valueName({ counter, dimension, many = false }: ToldBy, value: string): string {
  return many ? `${counter} by ${dimension}, part ${shardOf(value) % 16}` : `${counter} by ${dimension} ${value}`;
}

export const allTime = 'all time';

/** Where among the sums a record's numbers of a span and a choice of verdict are. */
export const whereOf = (name: string, span: string, verdict: 'all' | 'people'): string =>
  `${name}, ${span}, ${verdict}`;

/**
 * Adds what one person's rows in full of a record contribute to its numbers, over all time and month by month, by plain
 * loops that share no code with the fold.
 * @param zone the one that the record's days go by
 */
export function addPerson(sums: Sums, name: string, type: RecordType, rows: readonly FullRow[], zone: string): void {
  const real = rows.filter((row) => !isTest(row));
  const months = [...new Set(real.map(({ at }) => dayOf(at, zone).slice(0, 7)))];
  const ever = { name: allTime, from: -Infinity, before: Infinity };
  for (const verdict of ['all', 'people'] as const) {
    const leftOut = verdict === 'people' ? machines(real) : new Set<string>();
    const add = (spans: readonly string[], { from, before }: { from: number; before: number }): void => {
      const counts = recount(real, from, before, leftOut);
      for (const span of spans)
        for (const counter of kept[type].keys())
          sums.addRecounted(whereOf(name, span, verdict), counter, counts[counter] ?? 0);
    };
    // Rows of one month only are counted alike in it and over all time.
    if (months.length === 1) add([allTime, ...months], ever);
    else for (const span of [ever, ...months.map((month) => monthSpan(month, zone))]) add([span.name], span);
  }
  for (const told of toldByOf(type))
    for (const row of told.rows(real))
      sums.addRecounted(whereOf(name, allTime, 'all'), valueName(told, told.value(row, real)), 1);
}

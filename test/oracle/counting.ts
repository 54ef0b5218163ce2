import { dayIn, type Day } from './days';
import { cell, type Row } from './rows';
import type { Instant } from './times';

/** What a reader asks for. */
export interface Question {
  /** Days of the zone, both inside. */
  readonly from: Day;
  readonly to: Day;
  readonly zone: string;
  /** All when absent. */
  readonly verdict?: 'all' | 'people' | undefined;
  /** Ids of opens and clicks that are a machine's; by the oracle's own rules when absent. */
  readonly machines?: ReadonlySet<string>;
  readonly journey?: string | undefined;
  readonly iteration?: string | undefined;
  readonly tile?: string | undefined;
  /** Only rows from this instant on. */
  readonly since?: Instant | undefined;
}

/** A person whose rows are counted beside those of others. */
export interface Someone {
  /** All rows of the person. */
  readonly rows: readonly Row[];
  /** From when on they count; always when absent. */
  readonly since?: Instant | undefined;
}

/** One counted thing: the row that stands for it, and how many rows it stands for. */
export interface Thing {
  readonly row: Row;
  readonly times: number;
}

/** A ratio over nothing has no answer, never 0. */
export const ratio = (of: number, over: number): number | null => (over === 0 ? null : of / over);

/** From and To are days of the organisation's zone, both inside. */
export function isInPeriod(row: Row, { from, to, zone }: Question): boolean {
  const day = dayIn(zone, row.at);
  return day >= from && day <= to;
}

/** A BotEmailLinkClicked is a click of a machine. */
export const isMachine = (row: Row, { machines }: Question): boolean =>
  row.type === 'BotEmailLinkClicked' || machines?.has(row.id) === true;

/** Whether a row may be counted: people are whatever is not a machine's, and a usage is the one that the row names. */
export function isAskedFor(row: Row, question: Question): boolean {
  const { verdict, journey, iteration, tile, since } = question;
  if (since !== undefined && row.at < since) return false;
  if (verdict === 'people' && isMachine(row, question)) return false;
  if (journey !== undefined && cell(row, 'CustomerJourneyId') !== journey) return false;
  if (iteration !== undefined && cell(row, 'CustomerJourneyIterationId') !== iteration) return false;
  return tile === undefined || cell(row, 'ActivityId') === tile;
}

/** Every row counts. */
export function everyRow(rows: readonly Row[], question: Question): readonly Thing[] {
  const things: Thing[] = [];
  for (const row of rows) if (isAskedFor(row, question) && isInPeriod(row, question)) things.push({ row, times: 1 });
  return things;
}

/**
 * One a (SendingId, MessageId, person). Of several rows the `better` one stands, then the earliest, then that of the
 * lowest id; it is listed, and its day counts in no other period.
 */
export function onePerSending(
  rows: readonly Row[],
  question: Question,
  isBetter: (row: Row) => boolean = () => false,
): readonly Thing[] {
  const bySending = new Map<string, Row[]>();
  for (const row of rows) {
    if (!isAskedFor(row, question)) continue;
    const together = bySending.get(sendingOf(row)) ?? [];
    bySending.set(sendingOf(row), [...together, row]);
  }
  const things: Thing[] = [];
  for (const together of bySending.values()) {
    const better = together.filter(isBetter);
    const row = earliest(better.length > 0 ? better : together);
    if (isInPeriod(row, question)) things.push({ row, times: together.length });
  }
  return things;
}

/** Distinct (MessageId, person) active in the period, each by its first row there. */
export const distinctMessages = (rows: readonly Row[], question: Question): readonly Thing[] =>
  distinctBy(rows, question, ['MessageId']);

/** Rows of the period that are equal in some columns are one thing, listed by the first of them. */
export function distinctBy(rows: readonly Row[], question: Question, columns: readonly string[]): readonly Thing[] {
  const byKey = new Map<string, Row[]>();
  for (const { row } of everyRow(rows, question)) {
    const key = JSON.stringify(columns.map((column) => cell(row, column)));
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return [...byKey.values()].map((together) => ({ row: earliest(together), times: together.length }));
}

/** The person is the same in all rows that are counted together. */
export const sendingOf = (row: Row): string => JSON.stringify([cell(row, 'SendingId'), cell(row, 'MessageId')]);

/** The earliest row, of several at one instant that of the lowest id. */
export function earliest(rows: readonly Row[]): Row {
  const [first, ...others] = rows;
  if (!first) throw new Error('There is no row');
  let found = first;
  for (const row of others) if (row.at < found.at || (row.at === found.at && row.id < found.id)) found = row;
  return found;
}

import {
  insights,
  isRecordType,
  parseDay,
  recordId,
  type Day,
  type InsightsAnswer,
  type ListRow,
  type PanelAnswer,
  type RecordType,
} from '@record-insights/domain';
import type { ListQuery, RecordQuery } from '@record-insights/api/service';
import type { AccountQuestion } from '../oracle/account';
import type { Question } from '../oracle/counting';
import type { Filled } from '../oracle/submissions';
import { timesOf, type Times } from './times';
import type { Place } from './places';

/**
 * One row of a list: id, type, time, how many rows it stands for, whether it is marked as taken back, what was filled
 * in, and of several people whose it is; `hidden` where the reader may not know.
 */
export type Listed = readonly [
  id: string,
  type: string,
  at: string,
  times: number,
  takenBack: boolean,
  filled: readonly Filled[],
  who: string,
];

/** All that a tab tells about a contact or an account, in plain values that compare. */
export interface Told {
  readonly period: readonly [from: string, to: string];
  readonly kpis: Readonly<Record<string, readonly [value: number | null, previous: number | null]>>;
  /** By list. */
  readonly timelines: Readonly<Record<string, Timeline>>;
  readonly types: Numbers;
  readonly times: Times;
  readonly byDay: Readonly<Record<string, Numbers>>;
  /** The rows behind each number, by list and what it is narrowed to. */
  readonly lists: Readonly<Record<string, readonly Listed[]>>;
}

export type Numbers = Readonly<Record<string, number>>;

interface Timeline {
  readonly total: number;
  readonly kinds: Numbers;
  readonly days: Numbers;
}

const day = (text: string): Day | undefined => {
  if (text === '') return undefined;
  const found = parseDay(text);
  if (found === undefined) throw new Error(`${text} is no day`);
  return found;
};

/** What is asked of the service for a question. */
export const queryOf = (id: string, question: AccountQuestion, recordType: RecordType = 'contact'): RecordQuery => ({
  recordType,
  id: recordId(id),
  from: day(question.from),
  to: day(question.to),
  verdict: question.verdict,
  journey: question.journey,
  iteration: question.iteration,
  tile: question.tile,
  scope: question.scope,
});

/** Every category of a record. */
export async function answersOf(
  { service, organisation, readable }: Place,
  id: string,
  question: AccountQuestion,
  recordType: RecordType = 'contact',
): Promise<readonly InsightsAnswer[]> {
  const answers: InsightsAnswer[] = [];
  for (const { id: category } of insights[recordType]?.categories ?? [])
    answers.push(await service.insights(organisation, { ...queryOf(id, question, recordType), readable, category }));
  return answers;
}

/** Reads every category, and every list and CSV that its numbers lead to. */
export const toldBy = async (place: Place, contact: string, question: Question, limit?: number): Promise<Told> =>
  toldIn(place, await answersOf(place, contact, question), limit);

/** The same out of answers that were read before; the lists are read at their view. @param limit rows a page */
export async function toldIn(place: Place, answers: readonly InsightsAnswer[], limit?: number): Promise<Told> {
  const panels = answers.flatMap((answer) => answer.panels);
  const lists: Record<string, readonly Listed[]> = {};
  for (const [name, { address, number }] of numbersOf(panels)) {
    const rows = await rowsAt(place, address, limit);
    if (number !== rows.length) throw new Error(`${name} says ${number}, its list has ${rows.length} rows`);
    lists[name] = rows;
  }
  const [first] = answers;
  return {
    period: [first?.period.from ?? '', first?.period.to ?? ''],
    kpis: Object.fromEntries(
      panels.flatMap((panel) =>
        panel.kind === 'kpiTiles' ? panel.kpis.map(({ id, value, previous }) => [id, [value, previous]]) : [],
      ),
    ),
    ...chartsOf(panels),
    times: timesOf(panels),
    lists,
  };
}

function chartsOf(panels: readonly PanelAnswer[]): Pick<Told, 'timelines' | 'types' | 'byDay'> {
  const timelines: Record<string, Timeline> = {};
  let types: Numbers = {};
  const series: Record<string, Numbers> = {};
  for (const panel of panels) {
    if (panel.kind === 'timeline')
      timelines[nameOf(panel.rows)] = {
        total: panel.total,
        kinds: Object.fromEntries(panel.kinds.map(({ kind, count }) => [kind, count])),
        days: Object.fromEntries(panel.days.map(({ day, count }) => [day, count])),
      };
    if (panel.kind === 'breakdown') types = Object.fromEntries(panel.parts.map(({ type, count }) => [type, count]));
    if (panel.kind === 'byDay')
      for (const { kpi, days } of panel.series)
        series[kpi] = Object.fromEntries(days.map(({ day, count }) => [day, count]));
  }
  return { timelines, types, byDay: series };
}

/** Each number that leads to rows, by list and value, with the address of the rows. */
export function numbersOf(panels: readonly PanelAnswer[]): Map<string, { address: string; number: number | null }> {
  const numbers = new Map<string, { address: string; number: number | null }>();
  const add = (address: string | undefined, number: number | null): void => {
    if (address !== undefined) numbers.set(nameOf(address), { address, number });
  };
  for (const panel of panels) {
    if (panel.kind === 'kpiTiles')
      for (const kpi of panel.kpis) {
        add(kpi.rows, kpi.value);
        for (const input of kpi.inputs) add(input.rows, input.value);
      }
    if (panel.kind === 'timeline' || panel.kind === 'list' || panel.kind === 'byHour') add(panel.rows, panel.total);
    if (panel.kind === 'timeline') for (const { rows, count } of panel.kinds) add(rows, count);
    if (panel.kind === 'breakdown') for (const { rows, count } of panel.parts) add(rows, count);
    if (panel.kind === 'results')
      panel.results.forEach(function addNode({ rows, count, parts }): void {
        add(rows, count);
        parts.forEach(addNode);
      });
    if (panel.kind === 'values')
      for (const {
        rows,
        numbers: [count = null],
      } of panel.values)
        add(rows, count);
    if (panel.kind === 'heatMap') for (const { rows, count } of panel.links) add(rows, count);
    if (panel.kind === 'people') for (const { rows, count } of panel.people) add(rows, count);
  }
  return numbers;
}

function nameOf(address: string): string {
  const { list, value } = listQueryOf(address);
  return value === undefined ? list : `${list} ${value}`;
}

/** What an address asks for, as HTTP would read it. */
export function listQueryOf(address: string): ListQuery {
  const url = new URL(address, 'http://service');
  const [, , , type = '', id = '', , list = ''] = url.pathname.split('/').map(decodeURIComponent);
  if (!isRecordType(type)) throw new Error(`${address} names no record`);
  const text = (name: string): string | undefined => url.searchParams.get(name) ?? undefined;
  const number = (name: string): number | undefined => (text(name) === undefined ? undefined : Number(text(name)));
  return {
    ...queryOf(id, { from: text('from') ?? '', to: text('to') ?? '', zone: '', ...filtersOf(text) }, type),
    list,
    value: text('value'),
    ever: text('ever') === 'true' ? true : undefined,
    view: number('view'),
    cursor: text('cursor'),
    limit: number('limit'),
  };
}

const filtersOf = (text: (name: string) => string | undefined): Omit<AccountQuestion, 'from' | 'to' | 'zone'> => ({
  verdict: text('verdict') === 'people' ? 'people' : undefined,
  journey: text('journey'),
  iteration: text('iteration'),
  tile: text('tile'),
  scope: text('scope') === 'full' ? 'full' : undefined,
});

/** All rows of a list, page by page; they must be as many as its total, and the same as in its CSV. */
export async function rowsAt(place: Place, address: string, limit = 7): Promise<readonly Listed[]> {
  const rows: Listed[] = [];
  let query: ListQuery | undefined = { ...listQueryOf(address), limit };
  let total = -1;
  while (query) {
    const page = await place.service.list(place.organisation, { ...query, readable: place.readable });
    if (total >= 0 && page.total !== total) throw new Error(`The total went from ${total} to ${page.total}`);
    total = page.total;
    rows.push(...page.rows.map(listedRow));
    query = page.next === undefined ? undefined : listQueryOf(page.next);
  }
  if (rows.length !== total) throw new Error(`${address} has ${rows.length} rows and says ${total}`);
  const inCsv = await csvIds(place, address);
  const ids = rows.map(([id, , , , , , who]) => `${who} ${id}`);
  if (JSON.stringify(inCsv) !== JSON.stringify(ids)) throw new Error(`CSV: ${inCsv.join()}, list: ${ids.join()}`);
  return rows;
}

const listedRow = ({ id, type, at, rows, takenBack, values = [], contact, hidden }: ListRow): Listed => [
  id,
  type,
  at,
  rows,
  takenBack === true,
  values.map(({ label, value }) => [label, value]),
  hidden === true ? 'hidden' : (contact ?? ''),
];

/** Whose row it is and its id, of each line of a CSV. */
async function csvIds({ service, organisation, readable }: Place, address: string): Promise<readonly string[]> {
  const { rows } = await service.csv(organisation, { ...listQueryOf(address), readable });
  const lines: (readonly string[])[] = [];
  for await (const cells of rows) lines.push(cells);
  const [head = [], ...others] = lines;
  const whose = head.indexOf('Person');
  return others.map((cells) => {
    const who = cells[whose] ?? '';
    return `${who === 'A contact you cannot open' ? 'hidden' : who} ${cells[cells.length - 1]}`;
  });
}

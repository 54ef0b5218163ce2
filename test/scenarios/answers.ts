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
import {
  askContact,
  byDay,
  byKind,
  byType,
  contactKpis,
  earliestShown,
  questionBefore,
  rowsOfContact,
  shownQuestion,
  type ContactCounter,
} from '../oracle/contact';
import type { Question, Thing } from '../oracle/counting';
import type { Row } from '../oracle/rows';
import { filledIn, type Filled } from '../oracle/submissions';
import { kindOfType } from '../oracle/types';
import { expectedTimes, timesOf, type Times } from './times';
import type { Place } from './places';

/** One row of a list: id, type, time, how many rows it stands for, whether it is marked as taken back, what was filled in. */
export type Listed = readonly [
  id: string,
  type: string,
  at: string,
  times: number,
  takenBack: boolean,
  filled: readonly Filled[],
];

/** All that a tab tells about a contact, in plain values that compare. */
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

type Numbers = Readonly<Record<string, number>>;

interface Timeline {
  readonly total: number;
  readonly kinds: Numbers;
  readonly days: Numbers;
}

const day = (text: string): Day => {
  const found = parseDay(text);
  if (found === undefined) throw new Error(`${text} is no day`);
  return found;
};

/** What is asked of the service for a question. */
export const queryOf = (record: string, question: Question, recordType: RecordType = 'contact'): RecordQuery => ({
  recordType,
  id: recordId(record),
  from: day(question.from),
  to: day(question.to),
  verdict: question.verdict,
  journey: question.journey,
  iteration: question.iteration,
  tile: question.tile,
});

/** Every category of a contact, or of another record. */
export async function answersOf(
  { service, organisation }: Place,
  record: string,
  question: Question,
  recordType: RecordType = 'contact',
): Promise<readonly InsightsAnswer[]> {
  const answers: InsightsAnswer[] = [];
  for (const { id: category } of insights[recordType]?.categories ?? [])
    answers.push(await service.insights(organisation, { ...queryOf(record, question, recordType), category }));
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
    view: number('view'),
    cursor: text('cursor'),
    limit: number('limit'),
  };
}

const filtersOf = (text: (name: string) => string | undefined): Omit<Question, 'from' | 'to' | 'zone'> => ({
  verdict: text('verdict') === 'people' ? 'people' : undefined,
  journey: text('journey'),
  iteration: text('iteration'),
  tile: text('tile'),
});

/** All rows of a list, page by page; they must be as many as its total, and the same as in its CSV. */
export async function rowsAt(place: Place, address: string, limit = 7): Promise<readonly Listed[]> {
  const rows: Listed[] = [];
  let query: ListQuery | undefined = { ...listQueryOf(address), limit };
  let total = -1;
  while (query) {
    const page = await place.service.list(place.organisation, query);
    if (total >= 0 && page.total !== total) throw new Error(`The total went from ${total} to ${page.total}`);
    total = page.total;
    rows.push(...page.rows.map(listedRow));
    query = page.next === undefined ? undefined : listQueryOf(page.next);
  }
  if (rows.length !== total) throw new Error(`${address} has ${rows.length} rows and says ${total}`);
  const inCsv = await csvIds(place, address);
  const ids = rows.map(([id]) => id);
  if (JSON.stringify(inCsv) !== JSON.stringify(ids)) throw new Error(`CSV: ${inCsv.join()}, list: ${ids.join()}`);
  return rows;
}

const listedRow = ({ id, type, at, rows, takenBack, values = [] }: ListRow): Listed => [
  id,
  type,
  at,
  rows,
  takenBack === true,
  values.map(({ label, value }) => [label, value]),
];

/** The last cell of each line of a CSV, its head left out. */
async function csvIds(place: Place, address: string): Promise<readonly string[]> {
  const { rows } = await place.service.csv(place.organisation, listQueryOf(address));
  const ids: string[] = [];
  for await (const cells of rows) ids.push(cells.at(-1) ?? '');
  return ids.slice(1);
}

const displayMonths = 12;
const timelines = ['interactions', 'eventInteractions'] as const satisfies readonly ContactCounter[];

/** What a contact's tab should tell, by the oracle. */
export const expectedOf = (kept: readonly Row[], contact: string, asked: Question, now: number): Told =>
  expectedFrom(kept, rowsOfContact(kept, contact), asked, now);

/** What a tab should tell of some of the rows, whosever they are. */
export function expectedFrom(kept: readonly Row[], rows: readonly Row[], asked: Question, now: number): Told {
  const question = shownQuestion(asked, now, displayMonths);
  const before = questionBefore(question);
  const isShown = before.from >= earliestShown(asked.zone, now, displayMonths);
  const answer = askContact(rows, question);
  const previous = isShown ? askContact(rows, before).kpis : {};
  const { interactions } = answer.lists;
  const listed = (things: readonly Thing[], filled: (row: Row) => readonly Filled[] = () => []): readonly Listed[] =>
    things.map(({ row, times }) => [
      row.id,
      row.type,
      new Date(row.at).toISOString(),
      times,
      answer.takenBack.has(row.id),
      filled(row),
    ]);
  const narrowed = (
    counter: ContactCounter,
    name: string,
    keeps: (thing: Thing) => boolean,
  ): [string, readonly Listed[]] => [`contact.${counter} ${name}`, listed(answer.lists[counter].filter(keeps))];
  const ofKinds = (counter: ContactCounter): [string, readonly Listed[]][] =>
    Object.keys(byKind(answer.lists[counter])).map((kind) =>
      narrowed(counter, `kind:${kind}`, ({ row }) => kindOfType(row.type) === kind),
    );
  const types = byType(interactions);
  const days = (counter: ContactCounter): Numbers => byDay(answer.lists[counter], question.zone);
  return {
    period: [question.from, question.to],
    kpis: Object.fromEntries(
      Object.keys(contactKpis).map((id) => [id, [answer.kpis[id] ?? null, previous[id] ?? null]]),
    ),
    timelines: Object.fromEntries(
      timelines.map((counter) => {
        const things = answer.lists[counter];
        return [`contact.${counter}`, { total: things.length, kinds: byKind(things), days: days(counter) }];
      }),
    ),
    types,
    times: expectedTimes(kept, rows, question, answer),
    byDay: {
      'contact.delivered': days('delivered'),
      'contact.opensTotal': days('opensTotal'),
      'contact.clicksTotal': days('clicksTotal'),
    },
    lists: Object.fromEntries([
      ...Object.entries(answer.lists).map(([counter, things]) => [`contact.${counter}`, listed(things)] as const),
      ['contact.formSubmissions', listed(answer.lists.formSubmissions, filledIn)],
      ...timelines.flatMap(ofKinds),
      ...Object.keys(types).map((type) => narrowed('interactions', type, ({ row }) => row.type === type)),
    ]),
  };
}

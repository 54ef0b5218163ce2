import { insights, parseDay, recordId, type Day, type InsightsAnswer, type PanelAnswer } from '@record-insights/domain';
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
import { kindOfType } from '../oracle/types';
import type { Place } from './places';

/** One row of a list: id, type, time, how many rows it stands for, and whether it is marked as taken back. */
export type Listed = readonly [id: string, type: string, at: string, times: number, takenBack: boolean];

/** All that a tab tells about a contact, in plain values that compare. */
export interface Told {
  readonly period: readonly [from: string, to: string];
  readonly kpis: Readonly<Record<string, readonly [value: number | null, previous: number | null]>>;
  readonly timeline: { readonly total: number; readonly kinds: Numbers; readonly days: Numbers };
  readonly types: Numbers;
  readonly byDay: Readonly<Record<string, Numbers>>;
  /** The rows behind each number, by list and what it is narrowed to. */
  readonly lists: Readonly<Record<string, readonly Listed[]>>;
}

type Numbers = Readonly<Record<string, number>>;

const day = (text: string): Day => {
  const found = parseDay(text);
  if (found === undefined) throw new Error(`${text} is no day`);
  return found;
};

/** What is asked of the service for a question. */
export const queryOf = (contact: string, question: Question): RecordQuery => ({
  recordType: 'contact',
  id: recordId(contact),
  from: day(question.from),
  to: day(question.to),
  verdict: question.verdict,
  journey: question.journey,
  iteration: question.iteration,
  tile: question.tile,
});

const categories = insights.contact?.categories.map(({ id }) => id) ?? [];

/** Every category of a contact. */
export async function answersOf(
  { service, organisation }: Place,
  contact: string,
  question: Question,
): Promise<readonly InsightsAnswer[]> {
  const answers: InsightsAnswer[] = [];
  for (const category of categories)
    answers.push(await service.insights(organisation, { ...queryOf(contact, question), category }));
  return answers;
}

/** Reads every category, and every list and CSV that its numbers lead to. */
export const toldBy = async (place: Place, contact: string, question: Question): Promise<Told> =>
  toldIn(place, await answersOf(place, contact, question));

/** The same out of answers that were read before; the lists are read at their view. */
export async function toldIn(place: Place, answers: readonly InsightsAnswer[]): Promise<Told> {
  const panels = answers.flatMap((answer) => answer.panels);
  const lists: Record<string, readonly Listed[]> = {};
  for (const [name, { address, number }] of numbersOf(panels)) {
    const rows = await rowsAt(place, address);
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
    lists,
  };
}

function chartsOf(panels: readonly PanelAnswer[]): Pick<Told, 'timeline' | 'types' | 'byDay'> {
  let timeline: Told['timeline'] = { total: 0, kinds: {}, days: {} };
  let types: Numbers = {};
  const series: Record<string, Numbers> = {};
  for (const panel of panels) {
    if (panel.kind === 'timeline')
      timeline = {
        total: panel.total,
        kinds: Object.fromEntries(panel.kinds.map(({ kind, count }) => [kind, count])),
        days: Object.fromEntries(panel.days.map(({ day, count }) => [day, count])),
      };
    if (panel.kind === 'breakdown') types = Object.fromEntries(panel.parts.map(({ type, count }) => [type, count]));
    if (panel.kind === 'byDay')
      for (const { kpi, days } of panel.series)
        series[kpi] = Object.fromEntries(days.map(({ day, count }) => [day, count]));
  }
  return { timeline, types, byDay: series };
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
    if (panel.kind === 'timeline' || panel.kind === 'list') add(panel.rows, panel.total);
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
  const [, , , , id = '', , list = ''] = url.pathname.split('/').map(decodeURIComponent);
  const text = (name: string): string | undefined => url.searchParams.get(name) ?? undefined;
  const number = (name: string): number | undefined => (text(name) === undefined ? undefined : Number(text(name)));
  return {
    ...queryOf(id, { from: text('from') ?? '', to: text('to') ?? '', zone: '', ...filtersOf(text) }),
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
    rows.push(...page.rows.map((row): Listed => [row.id, row.type, row.at, row.rows, row.takenBack === true]));
    query = page.next === undefined ? undefined : listQueryOf(page.next);
  }
  if (rows.length !== total) throw new Error(`${address} has ${rows.length} rows and says ${total}`);
  const inCsv = await csvIds(place, address);
  const ids = rows.map(([id]) => id);
  if (JSON.stringify(inCsv) !== JSON.stringify(ids)) throw new Error(`CSV: ${inCsv.join()}, list: ${ids.join()}`);
  return rows;
}

/** The last cell of each line of a CSV, its head left out. */
async function csvIds(place: Place, address: string): Promise<readonly string[]> {
  const { rows } = await place.service.csv(place.organisation, listQueryOf(address));
  const ids: string[] = [];
  for await (const cells of rows) ids.push(cells.at(-1) ?? '');
  return ids.slice(1);
}

const displayMonths = 12;

/** What a tab should tell, by the oracle. */
export function expectedOf(kept: readonly Row[], contact: string, asked: Question, now: number): Told {
  const question = shownQuestion(asked, now, displayMonths);
  const before = questionBefore(question);
  const isShown = before.from >= earliestShown(asked.zone, now, displayMonths);
  const rows = rowsOfContact(kept, contact);
  const answer = askContact(rows, question);
  const previous = isShown ? askContact(rows, before).kpis : {};
  const { interactions } = answer.lists;
  const listed = (things: readonly Thing[]): readonly Listed[] =>
    things.map(({ row: { id, type, at }, times }) => [
      id,
      type,
      new Date(at).toISOString(),
      times,
      answer.takenBack.has(id),
    ]);
  const narrowed = (name: string, keeps: (thing: Thing) => boolean): [string, readonly Listed[]] => [
    `contact.interactions ${name}`,
    listed(interactions.filter(keeps)),
  ];
  const kinds = byKind(interactions);
  const types = byType(interactions);
  const days = (counter: ContactCounter): Numbers => byDay(answer.lists[counter], question.zone);
  return {
    period: [question.from, question.to],
    kpis: Object.fromEntries(
      Object.keys(contactKpis).map((id) => [id, [answer.kpis[id] ?? null, previous[id] ?? null]]),
    ),
    timeline: { total: interactions.length, kinds, days: days('interactions') },
    types,
    byDay: {
      'contact.delivered': days('delivered'),
      'contact.opensTotal': days('opensTotal'),
      'contact.clicksTotal': days('clicksTotal'),
    },
    lists: Object.fromEntries([
      ...Object.entries(answer.lists).map(([counter, things]) => [`contact.${counter}`, listed(things)] as const),
      ...Object.keys(kinds).map((kind) => narrowed(`kind:${kind}`, ({ row }) => kindOfType(row.type) === kind)),
      ...Object.keys(types).map((type) => narrowed(type, ({ row }) => row.type === type)),
    ]),
  };
}

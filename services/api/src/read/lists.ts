import {
  columnsOf,
  countedAs,
  counterIds,
  counterOf,
  csvColumnsOf,
  insights,
  kept,
  listColumns,
  typeOf,
  typeTitle,
  type CounterId,
  type ListAnswer,
  type ListColumnAnswer,
  type ListColumnDef,
  type ListColumnId,
  type ListRow,
  type PipelineDef,
  type Settings,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import {
  ProblemError,
  type CsvTable,
  type ListQuery,
  type Organisation,
  type ReadablePeople,
  type RecordQuery,
} from '../service';
import { listAddress } from './addresses';
import { decodeCursor, encodeCursor, type Cursor } from './cursor';
import type { Whose } from './whose';
import { pipelineOf, readJourney } from './journeyReading';
import { rowsList, type RowsList } from './listPages';
import type { CountedRow } from './personView';
import { readRecord } from './reading';
import { untilTold } from './untilTold';
import { viewExpired } from './viewExpired';
import { rowsInFull, type Shown } from './rowsInFull';
import { subjectList } from './subjectList';
import { readSubject, subjectNumbers } from './subjectReading';
import { isOfPipeline, rowsPicked } from './volumes';

const defaultLimit = 100;
const csvPage = 500;

/** A list, its rows to be read part by part. */
interface OpenList extends Shown {
  readonly list: RowsList;
}

/** A page of the rows behind a number, newest first. */
export async function listOf(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  query: ListQuery,
): Promise<ListAnswer> {
  const cursor = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
  const list = await openList(context, organisation, settings, { ...query, view: cursor?.view ?? query.view }, cursor);
  const limit = query.limit ?? defaultLimit;
  const { rows, takenBack } = await list.list.after(cursor, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const { title, oneRowIs, timeTitle } = counterOf(list.counter);
  const { view, resolved, choice } = list.reading;
  const next =
    last && rows.length > limit
      ? listAddress(query.recordType, query.id, query.list, {
          ...choice,
          ...resolved.period,
          verdict: query.verdict,
          scope: query.scope,
          value: query.value,
          ever: query.ever,
          cursor: encodeCursor({ view, at: last.record.at, id: last.record.id, total: list.list.total }),
          limit: query.limit,
        })
      : undefined;
  return {
    list: query.list,
    title,
    oneRowIs,
    timeTitle,
    columns: [...(list.named ? (['person'] as const) : []), ...columnsOf(list.counter).filter(tellsMore(query))].map(
      columnAnswer,
    ),
    total: list.list.total,
    view,
    rows: await rowsInFull(context, organisation, list, page, takenBack),
    ...(next === undefined ? {} : { next }),
  };
}

/** Whether a column says more than whose tab it is: in a tab of a record with very many people all rows name the record. */
const tellsMore =
  ({ recordType }: RecordQuery) =>
  (id: ListColumnId): boolean => {
    const { record }: ListColumnDef = listColumns[id];
    return record !== recordType || insights[recordType]?.people !== 'all';
  };

function columnAnswer(id: ListColumnId): ListColumnAnswer {
  const { title, shows }: ListColumnDef = listColumns[id];
  return { id, title, ...(shows ? { shows } : {}) };
}

/** The whole list as text cells: time, type, its columns, and of what people fill in a column a field. */
export async function csvOf(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  query: ListQuery,
): Promise<CsvTable> {
  const list = await openList(context, organisation, settings, query);
  const columns = csvColumnsOf(list.counter).filter(tellsMore(query));
  async function* pages(): AsyncGenerator<readonly ListRow[]> {
    let cursor: Cursor | undefined;
    for (;;) {
      const { rows, takenBack } = await list.list.after(cursor, csvPage);
      const last = rows.at(-1);
      if (!last) return;
      yield await rowsInFull(context, organisation, list, rows, takenBack);
      cursor = { view: list.reading.view, at: last.record.at, id: last.record.id };
    }
  }
  async function* rows(): AsyncGenerator<readonly string[]> {
    const labels = counterOf(list.counter).values === undefined ? [] : await labelsIn(pages());
    const person = list.named ? [listColumns.person.title] : [];
    const heads = [...person, ...columns.map(csvHead), ...labels.map((label) => label || 'Values')];
    yield [`${counterOf(list.counter).timeTitle} (UTC)`, 'Interaction type', ...heads, 'Interaction id'];
    for await (const page of pages()) {
      for (const row of page) {
        const who = list.named ? [row.hidden === true ? unreadable : (row.contact ?? '')] : [];
        const cells = [
          ...who,
          ...columns.map((id) => row.fields[id] ?? ''),
          ...labels.map((label) => valueOf(row, label)),
        ];
        yield [row.at, typeTitle(row.type), ...cells, row.id];
      }
    }
  }
  const { from, to } = list.reading.resolved.period;
  return { fileName: `${query.list}_${from}_${to}.csv`, rows: rows() };
}

/** Stands for a person whom CRM does not show to the caller. */
const unreadable = 'A contact you cannot open';

function csvHead(id: ListColumnId): string {
  const { title, shows }: ListColumnDef = listColumns[id];
  return shows === 'seconds' ? `${title} (seconds)` : title;
}

/** The labels of everything that was filled in, each once, those of the newest rows first. */
async function labelsIn(pages: AsyncIterable<readonly ListRow[]>): Promise<readonly string[]> {
  const labels = new Set<string>();
  for await (const page of pages) for (const { values = [] } of page) for (const { label } of values) labels.add(label);
  return [...labels];
}

/** What was filled in under a label; several answers a line each. */
const valueOf = ({ values = [] }: ListRow, label: string): string =>
  values
    .filter((one) => one.label === label)
    .map(({ value }) => value)
    .join('\n');

async function openList(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  query: ListQuery,
  cursor?: Cursor,
): Promise<OpenList> {
  const counter = counterOfQuery(query);
  if (insights[query.recordType]?.people === 'all')
    return openSubjectList(context, organisation, settings, counter, query, cursor);
  const reading = await readRecord(context, organisation, settings, query);
  const keeps = narrowing(query.value);
  const named = namedBy(query, reading.whose);
  const people = (await maySingleOut(query.value, named)) ? reading.people : [];
  return { counter, reading, named, list: rowsList(counter, { ...reading, people }, keeps) };
}

const openSubjectList = (
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  counter: CounterId,
  query: ListQuery,
  cursor: Cursor | undefined,
): Promise<OpenList> =>
  untilTold(async () => {
    const pipeline = isOfPipeline(query.value) ? pipelineOf(query) : undefined;
    if (pipeline) return openPipelineList(context, organisation, settings, counter, pipeline, query, cursor);
    const reading = await readSubject(context, organisation, settings, query);
    if (!reading && query.view !== undefined) throw viewExpired();
    const told = reading && (await subjectNumbers(context, organisation, reading));
    // An older view's rows can be counted where its numbers are no longer told.
    if (!reading || (!told && query.view === undefined)) return undefined;
    const { value, ever } = query;
    const asked = { counter, reading, numbers: told?.numbers, value, ever, cursor };
    const list = await subjectList(context, organisation, asked);
    return { counter, reading, named: query.readable ?? nobody, list };
  });

/** The rows behind a number of a pipeline. */
async function openPipelineList(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  counter: CounterId,
  pipeline: PipelineDef,
  query: ListQuery,
  cursor: Cursor | undefined,
): Promise<OpenList | undefined> {
  const journey = await readJourney(context, organisation, settings, pipeline, query);
  if (!journey && query.view !== undefined) throw viewExpired();
  if (!journey || (!journey.rollup && query.view === undefined)) return undefined;
  const picked = rowsPicked(journey, query.value ?? '');
  if (!picked) throw unknownList();
  const { reading } = journey;
  const list = await subjectList(context, organisation, {
    counter,
    reading,
    numbers: undefined,
    ever: true,
    cursor,
    picked,
  });
  return { counter, reading, named: query.readable ?? nobody, list };
}

/** Whether a list may have the rows of one person only: where the caller may not read whom, it would tell whose they are. */
async function maySingleOut(value: string | undefined, named: ReadablePeople | undefined): Promise<boolean> {
  const { name, wanted } = wordsOf(value);
  return name !== 'contact' || !named || (await named([wanted])).has(wanted);
}

/** Whom of the record's people the caller may read; undefined where the record is the person. */
export const namedBy = ({ readable = nobody }: RecordQuery, { people }: Whose): ReadablePeople | undefined =>
  people === 'members' ? readable : undefined;

const nobody: ReadablePeople = () => Promise.resolve(new Set());

function counterOfQuery({ recordType, list }: ListQuery): CounterId {
  const counter = counterIds.find((id) => `${countedAs(recordType)}.${id}` === list);
  const of = insights[recordType];
  const isTold = of?.people === 'all' ? counter !== undefined && kept[recordType].has(counter) : of !== undefined;
  if (counter === undefined || !isTold) throw unknownList();
  return counter;
}

const unknownList = (): ProblemError =>
  new ProblemError('unknownList', 'Take the address of the list from the number it belongs to.', 'list');

/** What a list may be narrowed to, by the word before the colon. */
const narrowings: Readonly<Record<string, (record: CountedRow['record'], contact: string) => string>> = {
  kind: ({ type }) => typeOf(type).kind,
  verdict: ({ verdict }) => verdict,
  rule: ({ rule }) => rule,
  contact: (_record, contact) => contact,
};

/** The word before the first colon, and what comes after it. */
function wordsOf(value = ''): { readonly name: string; readonly wanted: string } {
  const colon = value.indexOf(':');
  return { name: value.slice(0, Math.max(0, colon)), wanted: value.slice(colon + 1) };
}

/** `kind:email`, `verdict:machine`, `rule:linkSweep`, `contact:…`, or an interaction type. */
function narrowing(value: string | undefined): (row: CountedRow, contact: string) => boolean {
  if (value === undefined) return () => true;
  const { name, wanted } = wordsOf(value);
  const read = Object.hasOwn(narrowings, name) ? narrowings[name] : undefined;
  return read ? ({ record }, contact) => read(record, contact) === wanted : ({ record }) => record.type === value;
}

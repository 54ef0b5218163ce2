import {
  columnsOf,
  countedAs,
  counterIds,
  counterOf,
  csvColumnsOf,
  insights,
  listColumns,
  newestFirst,
  takenBack,
  typeOf,
  typeTitle,
  type Counted,
  type CounterId,
  type ListAnswer,
  type ListColumnAnswer,
  type ListColumnDef,
  type ListColumnId,
  type ListRow,
  type Settings,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { packPlaceOf, type CellRecord } from '../fold/cells';
import { readRows } from '../fold/packs';
import { ProblemError, type CsvTable, type ListQuery, type Organisation } from '../service';
import { listAddress } from './addresses';
import { decodeCursor, encodeCursor, isAfter } from './cursor';
import { listRow } from './listRow';
import { readPerson, type Reading } from './reading';

const defaultLimit = 100;
const csvPage = 500;

/** A list in full, in narrow records; rows in full are read page by page. */
interface OpenList {
  readonly counter: CounterId;
  readonly rows: readonly Counted<CellRecord>[];
  readonly takenBack: ReadonlySet<string>;
  readonly reading: Reading;
}

/** A page of the rows behind a number, newest first. */
export async function listOf(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  query: ListQuery,
): Promise<ListAnswer> {
  const cursor = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
  const list = await openList(context, organisation, settings, { ...query, view: cursor?.view ?? query.view });
  const limit = query.limit ?? defaultLimit;
  const rest = cursor ? list.rows.filter(({ record }) => isAfter(record, cursor)) : list.rows;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const { title, oneRowIs, timeTitle } = counterOf(list.counter);
  const { view, resolved, choice } = list.reading;
  const next =
    last && rest.length > limit
      ? listAddress(query.recordType, query.id, query.list, {
          ...choice,
          ...resolved.period,
          verdict: query.verdict,
          value: query.value,
          cursor: encodeCursor({ view, at: last.record.at, id: last.record.id }),
          limit: query.limit,
        })
      : undefined;
  return {
    list: query.list,
    title,
    oneRowIs,
    timeTitle,
    columns: columnsOf(list.counter).map(columnAnswer),
    total: list.rows.length,
    view,
    rows: await rowsInFull(context, organisation, list, page),
    ...(next === undefined ? {} : { next }),
  };
}

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
  const columns = csvColumnsOf(list.counter);
  async function* pages(): AsyncGenerator<readonly ListRow[]> {
    for (let i = 0; i < list.rows.length; i += csvPage)
      yield await rowsInFull(context, organisation, list, list.rows.slice(i, i + csvPage));
  }
  async function* rows(): AsyncGenerator<readonly string[]> {
    const labels = counterOf(list.counter).values === undefined ? [] : await labelsIn(pages());
    const heads = [...columns.map(csvHead), ...labels.map((label) => label || 'Values')];
    yield [`${counterOf(list.counter).timeTitle} (UTC)`, 'Interaction type', ...heads, 'Interaction id'];
    for await (const page of pages()) {
      for (const row of page) {
        const cells = [...columns.map((id) => row.fields[id] ?? ''), ...labels.map((label) => valueOf(row, label))];
        yield [row.at, typeTitle(row.type), ...cells, row.id];
      }
    }
  }
  const { from, to } = list.reading.resolved.period;
  return { fileName: `${query.list}_${from}_${to}.csv`, rows: rows() };
}

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
): Promise<OpenList> {
  const counter = counterOfQuery(query);
  const reading = await readPerson(context, organisation, settings, query);
  const keeps = narrowing(query.value);
  const rows = reading.person
    .counted(counter, reading.resolved.period)
    .filter(({ record }) => keeps(record))
    .sort((a, b) => newestFirst(a.record, b.record));
  return { counter, rows, reading, takenBack: takenBack(reading.person.records) };
}

function counterOfQuery({ recordType, list }: ListQuery): CounterId {
  const counter = counterIds.find((id) => `${countedAs(recordType)}.${id}` === list);
  if (counter === undefined || !insights[recordType])
    throw new ProblemError('unknownList', 'Take the address of the list from the number it belongs to.', 'list');
  return counter;
}

/** What a list may be narrowed to, by the word before the colon. */
const narrowings: Readonly<Record<string, (record: CellRecord) => string>> = {
  kind: ({ type }) => typeOf(type).kind,
  verdict: ({ verdict }) => verdict,
  rule: ({ rule }) => rule,
};

/** `kind:email`, `verdict:machine`, `rule:linkSweep`, or an interaction type. */
function narrowing(value: string | undefined): (record: CellRecord) => boolean {
  if (value === undefined) return () => true;
  const [name = '', wanted] = value.split(':');
  const read = Object.hasOwn(narrowings, name) ? narrowings[name] : undefined;
  return read ? (record) => read(record) === wanted : (record) => record.type === value;
}

async function rowsInFull(
  context: EngineContext,
  organisation: string,
  list: OpenList,
  page: readonly Counted<CellRecord>[],
): Promise<readonly ListRow[]> {
  const { counter, takenBack, reading } = list;
  const places = page.map(({ record }) => packPlaceOf(record));
  const full = await readRows(context.store, organisation, places);
  return page.map((counted, i) => {
    const interaction = full[i];
    if (!interaction)
      throw new ProblemError('viewExpired', 'Rows of this view were erased. Read the numbers again.', 'view');
    return listRow(counted, interaction, { counter, takenBack, rulesVersion: reading.done.rules.version });
  });
}

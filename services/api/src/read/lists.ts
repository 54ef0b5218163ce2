import {
  counterIds,
  counterOf,
  escapedColumns,
  formatInstant,
  insights,
  isJudged,
  judgementText,
  listColumns,
  newestFirst,
  takenBack,
  typeOf,
  typeTitle,
  type Counted,
  type CounterId,
  type Interaction,
  type ListAnswer,
  type ListColumnDef,
  type ListColumnId,
  type ListRow,
  type Settings,
} from '@record-insights/domain';
import { decodeHTML } from 'entities';
import type { EngineContext } from '../context';
import { packPlaceOf, type CellRecord } from '../fold/cells';
import { readRows } from '../fold/packs';
import { ProblemError, type CsvTable, type ListQuery, type Organisation } from '../service';
import { listAddress } from './addresses';
import { decodeCursor, encodeCursor, isAfter } from './cursor';
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
  const { title, oneRowIs, timeTitle, columns } = counterOf(list.counter);
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
    columns: columns.map((id) => ({ id, title: listColumns[id].title })),
    total: list.rows.length,
    view,
    rows: await rowsInFull(context, organisation, list, page),
    ...(next === undefined ? {} : { next }),
  };
}

/** The whole list as text cells: time, type, its columns, how many rows each stands for where that can be more than one. */
export async function csvOf(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  query: ListQuery,
): Promise<CsvTable> {
  const list = await openList(context, organisation, settings, query);
  const { columns, timeTitle, counts } = counterOf(list.counter);
  const defs = columns.map((id): ListColumnDef => listColumns[id]);
  const head = [
    `${timeTitle} (UTC)`,
    'Interaction type',
    ...defs.map(({ title }) => title),
    ...(counts === 'distinct' ? ['Times'] : []),
    'Interaction id',
  ];
  async function* rows(): AsyncGenerator<readonly string[]> {
    yield head;
    for (let i = 0; i < list.rows.length; i += csvPage) {
      for (const row of await rowsInFull(context, organisation, list, list.rows.slice(i, i + csvPage))) {
        const cells = columns.map((id) => row.fields[id] ?? '');
        yield [row.at, typeTitle(row.type), ...cells, ...(counts === 'distinct' ? [String(row.rows)] : []), row.id];
      }
    }
  }
  const { from, to } = list.reading.resolved.period;
  return { fileName: `${query.list}_${from}_${to}.csv`, rows: rows() };
}

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
  const counter = counterIds.find((id) => `${recordType}.${id}` === list);
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
  const places = page.map(({ record }) => packPlaceOf(record));
  const full = await readRows(context.store, organisation, places);
  return page.map((counted, i) => {
    const interaction = full[i];
    if (!interaction)
      throw new ProblemError('viewExpired', 'Rows of this view were erased. Read the numbers again.', 'view');
    return listRow(counted, interaction, list);
  });
}

function listRow({ record, rows }: Counted<CellRecord>, interaction: Interaction, list: OpenList): ListRow {
  const columns: readonly ListColumnId[] = counterOf(list.counter).columns;
  return {
    id: record.id,
    type: record.type,
    at: formatInstant(record.at),
    verdict: record.verdict,
    ...(record.rule === '' ? {} : { rule: record.rule }),
    ...(isJudged(record.type) ? { rulesVersion: list.reading.done.rules.version } : {}),
    rows,
    ...(list.takenBack.has(record.id) ? { takenBack: true as const } : {}),
    fields: {
      ...sentenceFields(interaction),
      ...Object.fromEntries(columns.flatMap((id) => cellOf(id, record, interaction))),
    },
  };
}

/** The columns that the type's sentence speaks of, under their own names. */
function sentenceFields({ type, columns }: Interaction): Record<string, string> {
  const { thing, about } = typeOf(type).sentence;
  return Object.fromEntries(
    [thing, about].flatMap((name) => (name === undefined ? [] : shown(name, columns).map((text) => [name, text]))),
  );
}

function cellOf(
  id: ListColumnId,
  record: CellRecord,
  { type, columns }: Interaction,
): readonly (readonly [string, string])[] {
  const def: ListColumnDef = listColumns[id];
  if (def.judgement === true) return isJudged(type) ? [[id, judgementText(record)]] : [];
  const label = def.typeLabel === true ? typeOf(type).label : undefined;
  const [field] = def.fields.flatMap((name) => shown(name, columns));
  const text = [label, field].filter((value) => value !== undefined).join(': ');
  return text === '' ? [] : [[id, text]];
}

/** The value of a column as people read it; none when it is absent. */
function shown(name: string, columns: Interaction['columns']): readonly string[] {
  const value = columns[name];
  if (value === undefined) return [];
  return [escapedColumns.has(name) ? decodeHTML(value).trim() : value];
}

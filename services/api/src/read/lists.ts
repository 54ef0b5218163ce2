import {
  columnsOf,
  counterIds,
  counterOf,
  csvColumnsOf,
  insights,
  listColumns,
  newestFirst,
  strippedRow,
  typeOf,
  typeTitle,
  type Counted,
  type CounterId,
  type Interaction,
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
import {
  ProblemError,
  type CsvTable,
  type ListQuery,
  type Organisation,
  type ReadablePeople,
  type RecordQuery,
} from '../service';
import { listAddress } from './addresses';
import { decodeCursor, encodeCursor, isAfter } from './cursor';
import { listRow, type RowsOfList } from './listRow';
import { readRecord, takenBackIn, whoCounts, type Reading } from './reading';

const defaultLimit = 100;
const csvPage = 500;

/** A counted thing, and who did it. */
export interface Listed extends Counted<CellRecord> {
  readonly contact: string;
}

/** A list in full, in narrow records; rows in full are read page by page. */
interface OpenList extends Shown {
  readonly rows: readonly Listed[];
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
          scope: query.scope,
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
    columns: [...(list.named ? (['person'] as const) : []), ...columnsOf(list.counter)].map(columnAnswer),
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
    const person = list.named ? [listColumns.person.title] : [];
    const heads = [...person, ...columns.map(csvHead), ...labels.map((label) => label || 'Values')];
    yield [`${counterOf(list.counter).timeTitle} (UTC)`, 'Interaction type', ...heads, 'Interaction id'];
    for await (const page of pages()) {
      for (const row of page) {
        const who = list.named ? [row.contact ?? unreadable] : [];
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
): Promise<OpenList> {
  const counter = counterOfQuery(query);
  const reading = await readRecord(context, organisation, settings, query);
  const keeps = narrowing(query.value);
  const named = namedBy(query);
  const people = (await maySingleOut(query.value, named)) ? reading.people : [];
  const rows = people
    .flatMap(({ contact, view }) =>
      view.counted(counter, reading.resolved.period).map((counted): Listed => ({ ...counted, contact })),
    )
    .filter(keeps)
    .sort((a, b) => newestFirst(a.record, b.record));
  return { counter, rows, reading, takenBack: takenBackIn(reading), named };
}

/** Whether a list may have the rows of one person only: where the caller may not read whom, it would tell whose they are. */
async function maySingleOut(value: string | undefined, named: ReadablePeople | undefined): Promise<boolean> {
  const { name, wanted } = wordsOf(value);
  return name !== 'contact' || !named || (await named([wanted])).has(wanted);
}

/** Whom of the record's people the caller may read; undefined where the record is the person. */
export const namedBy = ({ recordType, readable = nobody }: RecordQuery): ReadablePeople | undefined =>
  whoCounts(recordType) === 'self' ? undefined : readable;

const nobody: ReadablePeople = () => Promise.resolve(new Set());

function counterOfQuery({ recordType, list }: ListQuery): CounterId {
  const counter = counterIds.find((id) => `${recordType}.${id}` === list);
  if (counter === undefined || !insights[recordType])
    throw new ProblemError('unknownList', 'Take the address of the list from the number it belongs to.', 'list');
  return counter;
}

/** What a list may be narrowed to, by the word before the colon. */
const narrowings: Readonly<Record<string, (row: Listed) => string>> = {
  kind: ({ record }) => typeOf(record.type).kind,
  verdict: ({ record }) => record.verdict,
  rule: ({ record }) => record.rule,
  contact: ({ contact }) => contact,
};

/** The word before the first colon, and what comes after it. */
function wordsOf(value = ''): { readonly name: string; readonly wanted: string } {
  const colon = value.indexOf(':');
  return { name: value.slice(0, Math.max(0, colon)), wanted: value.slice(colon + 1) };
}

/** `kind:email`, `verdict:machine`, `rule:linkSweep`, `contact:…`, or an interaction type. */
function narrowing(value: string | undefined): (row: Listed) => boolean {
  if (value === undefined) return () => true;
  const { name, wanted } = wordsOf(value);
  const read = Object.hasOwn(narrowings, name) ? narrowings[name] : undefined;
  return read ? (row) => read(row) === wanted : ({ record }) => record.type === value;
}

/** What the rows of a list are shown by. */
export interface Shown extends Omit<RowsOfList, 'rulesVersion'> {
  readonly reading: Reading;
  readonly named?: ReadablePeople | undefined;
}

/** Rows as their list shows them to the caller. */
export async function rowsInFull(
  context: EngineContext,
  organisation: string,
  { counter, takenBack, reading, named }: Shown,
  page: readonly Listed[],
): Promise<readonly ListRow[]> {
  const readable = named ? await named(page.map(({ contact }) => contact)) : undefined;
  const full = await inFull(context, organisation, page);
  const common = { counter, takenBack, rulesVersion: reading.done.rules.version };
  return page.map((row, i) => {
    const interaction = full[i] as Interaction;
    return readable ? rowOfOne(row, interaction, common, readable) : listRow(row, interaction, common);
  });
}

/** Rows in full, as they lie in packs. */
async function inFull(
  context: EngineContext,
  organisation: string,
  page: readonly Counted<CellRecord>[],
): Promise<readonly Interaction[]> {
  const places = page.map(({ record }) => packPlaceOf(record));
  return (await readRows(context.store, organisation, places)).map((row) => {
    if (!row) throw new ProblemError('viewExpired', 'Rows of this view were erased. Read the numbers again.', 'view');
    return row;
  });
}

/** A row of one of several people: with who it is, or, to whom CRM does not show that person, without what tells it. */
function rowOfOne(row: Listed, interaction: Interaction, common: RowsOfList, readable: ReadonlySet<string>): ListRow {
  const { contact } = row;
  if (readable.has(contact)) {
    const known = listRow(row, interaction, common);
    return { ...known, contact, fields: { person: contact, ...known.fields } };
  }
  return {
    ...listRow(
      row,
      strippedRow(interaction, contact, () => ''),
      common,
    ),
    hidden: true,
  };
}

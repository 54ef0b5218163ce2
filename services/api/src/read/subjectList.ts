import {
  contributions,
  counterOf,
  dimensions,
  isWithin,
  judged,
  kept,
  partsOf,
  spanOf,
  takenBack,
  typeOf,
  valueOf,
  type Counted,
  type CounterId,
  type DimensionId,
  type Span,
  type Subject,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import {
  cellKey,
  cellPages,
  cellText,
  cellsOf,
  holdsAt,
  pageRecords,
  recordsPerPage,
  type CellName,
  type CellRecord,
} from '../fold/cells';
import { entryMinutes, entryType, entryTypes, type Entry, type EntryType } from '../fold/entries';
import { readRows } from '../fold/packs';
import { subjectOfCell } from '../fold/subjects';
import { tables } from '../keys';
import type { TableStore } from '../store/tableStore';
import { isAfter, type Cursor } from './cursor';
import type { ListPart, Listed, RowsList } from './listPages';
import { machinesIn, type Numbers } from './numbers';
import type { SubjectReading } from './subjectReading';

/** What a list of a record with very many people is read by. */
export interface SubjectListQuery {
  readonly counter: CounterId;
  readonly reading: SubjectReading;
  /** Undefined where the numbers of the view can no longer be read. */
  readonly numbers: Numbers | undefined;
  /** What it is narrowed to. */
  readonly value?: string | undefined;
  /** Days do not filter it. */
  readonly ever?: boolean | undefined;
  /** Which rows it has, where no rule of the counter tells. */
  readonly picked?: PickedRows | undefined;
  /** Where it goes on. */
  readonly cursor?: Cursor | undefined;
}

/** Rows of a list that are picked from all rows of a person about the record. */
export interface PickedRows {
  /** How many there are; undefined where the numbers of the view can no longer be read. */
  readonly total: number | undefined;
  /** Rows of other types are never picked; absent: of any. */
  readonly types?: readonly string[];
  readonly of: (holding: readonly CellRecord[]) => readonly Counted<CellRecord>[];
}

/** Entries looked at together. */
const together = 200;

const always: Span = { from: -8.64e15, before: 8.64e15 };

/**
 * The rows of a counter, newest first, at any depth: entries say where rows lie, and the person's cell whether a row
 * counts. Its length is the record's number; it is counted off only where the numbers of the view are gone.
 */
export async function subjectList(
  context: EngineContext,
  organisation: string,
  query: SubjectListQuery,
): Promise<RowsList> {
  const { counter, reading, value, ever = false, cursor, picked } = query;
  const { view, choice, zone, rules, resolved } = reading;
  const { store } = context;
  const narrowed = picked ? everything : narrowing(value);
  const span = ever ? always : spanOf(resolved.period, zone);
  const types = await typesOf(store, organisation, query, narrowed.type);

  async function after(last: Cursor | undefined, count: number): Promise<ListPart> {
    const [rows, lost]: [Listed[], Set<string>] = [[], new Set()];
    const rest = { from: span.from, before: last ? Math.min(span.before, last.at + 1) : span.before };
    for await (const some of inParts(newestOf(store, organisation, reading, types, rest), together)) {
      const next = last ? some.filter((entry) => isAfter(entry, last)) : some;
      const found = await countedAmong(next);
      for (const one of found) {
        rows.push(one.row);
        if (one.isTakenBack) lost.add(one.row.record.id);
      }
      if (rows.length >= count) break;
    }
    return { rows: rows.slice(0, count), takenBack: lost };
  }

  async function countedAmong(
    entries: readonly Entry[],
  ): Promise<readonly { readonly row: Listed; readonly isTakenBack: boolean }[]> {
    const cells = await cellsWith(store, organisation, reading.subject, entries);
    const counted = new Map<string, CountedCell>();
    return entries.flatMap((entry) => {
      const cell = cells.get(entry);
      if (!cell) return [];
      const known = counted.get(cell.name) ?? countedIn(cell.records);
      counted.set(cell.name, known);
      const one = known.byId.get(entry.id);
      if (!one || one.record.born !== entry.group || one.record.position !== entry.position) return [];
      if (!narrowed.keeps(one.record)) return [];
      const row: Listed = { ...one, contact: one.record.contact, place: () => entry };
      return [{ row, isTakenBack: known.lost.has(entry.id) }];
    });
  }

  function countedIn(records: readonly CellRecord[]): CountedCell {
    const holding = judged(
      records.filter((record) => holdsAt(record, view)),
      rules,
    );
    const counted = picked
      ? picked.of(holding)
      : contributions(counter, holding, choice, ({ at }) => isWithin(at, span));
    return { byId: new Map(counted.map((one) => [one.record.id, one])), lost: takenBack(holding) };
  }

  async function countedOff(): Promise<number> {
    let [total, last]: [number, Cursor | undefined] = [0, undefined];
    for (;;) {
      const { rows } = await after(last, 1000);
      total += rows.length;
      const end = rows.at(-1);
      if (!end || rows.length < 1000) return total;
      last = { view, at: end.record.at, id: end.record.id };
    }
  }

  const total = picked ? picked.total : totalOf(query, narrowed);
  return { total: cursor?.total ?? total ?? (await countedOff()), after };
}

interface CountedCell {
  readonly byId: ReadonlyMap<string, Counted<CellRecord>>;
  /** Ids of rows of deliveries that were taken back. */
  readonly lost: ReadonlySet<string>;
}

/** What a list is narrowed to, and how the record's numbers tell how many there are. */
interface Narrowing {
  readonly keeps: (record: CellRecord) => boolean;
  /** Only rows of types that this holds for. */
  readonly type?: (type: EntryType) => boolean;
  /** The dimension by whose values its length is told. */
  readonly dimension?: DimensionId;
  readonly takes?: (value: string) => boolean;
  readonly onlyMachines?: boolean;
}

const everything: Narrowing = { keeps: () => true };

/** `kind:email`, `verdict:machine`, `rule:linkSweep`, `domain:…`, `link:…`, or an interaction type. */
function narrowing(value: string | undefined): Narrowing {
  if (value === undefined) return everything;
  const colon = value.indexOf(':');
  const [name, wanted] = [value.slice(0, Math.max(0, colon)), value.slice(colon + 1)];
  if (name === 'kind')
    return byType(
      (type) => typeOf(type).kind === wanted,
      ({ type }) => typeOf(type).kind === wanted,
    );
  if (name === 'verdict') return { keeps: ({ verdict }) => verdict === wanted, onlyMachines: wanted === 'machine' };
  if (!Object.hasOwn(dimensions, name))
    return byType(
      (type) => type === value,
      ({ part }) => part === entryType(value).part,
    );
  const dimension = name as DimensionId;
  const takes = (one: string): boolean => partsOf(one)[0] === wanted;
  return { keeps: (record) => takes(valueOf(record, dimension)), dimension, takes };
}

const byType = (isOne: (type: string) => boolean, isEntryOfOne: (type: EntryType) => boolean): Narrowing => ({
  keeps: ({ type }) => isOne(type),
  type: isEntryOfOne,
  dimension: 'type',
  takes: isOne,
});

/** How many rows the record's numbers say there are; undefined where they do not tell it. */
function totalOf(
  { counter, reading: { subject, resolved, choice }, numbers, ever }: SubjectListQuery,
  { keeps, dimension, takes, onlyMachines }: Narrowing,
): number | undefined {
  if (!numbers) return undefined;
  const counted = { counter, ...(ever === true ? {} : { period: resolved.period }) };
  if (keeps === everything.keeps) return numbers.count(counted);
  if (onlyMachines === true && choice.verdict === 'all' && counterOf(counter).counts === 'every')
    return machinesIn(numbers, counted);
  if (!dimension || !takes || kept[subject.type].get(counter)?.includes(dimension) !== true) return undefined;
  let total = 0;
  for (const [value, count] of numbers.values(counted, dimension)) if (takes(value)) total += count;
  return total;
}

/** The types whose entries are looked at: those of the counter, or all that the record ever had. */
async function typesOf(
  store: TableStore,
  organisation: string,
  { counter, picked, reading: { subject } }: SubjectListQuery,
  isOne: (type: EntryType) => boolean = () => true,
): Promise<readonly EntryType[]> {
  const types = picked?.types ?? counterOf(counter).types;
  const all = types === 'all' ? await entryTypes(store, organisation, subject) : types.map(entryType);
  return all.filter(isOne);
}

/** Entries of several types in one, newest first. */
async function* newestOf(
  store: TableStore,
  organisation: string,
  { subject, view }: SubjectReading,
  types: readonly EntryType[],
  span: Span,
): AsyncGenerator<Entry> {
  const streams = types.map((type) => flat(entryMinutes(store, organisation, subject, type, view, span)));
  const heads = await Promise.all(streams.map((stream) => stream.next()));
  for (;;) {
    let newest = -1;
    heads.forEach((head, i) => {
      const best = heads[newest];
      if (head.done !== true && (best?.done !== false || isAfter(best.value, asCursor(head.value)))) newest = i;
    });
    const [head, stream] = [heads[newest], streams[newest]];
    if (!stream || head?.done !== false) return;
    yield head.value;
    heads[newest] = await stream.next();
  }
}

const asCursor = ({ at, id }: Entry): Cursor => ({ view: 0, at, id });

async function* flat(minutes: AsyncGenerator<readonly Entry[]>): AsyncGenerator<Entry, undefined> {
  for await (const minute of minutes) yield* minute;
  return undefined;
}

async function* inParts<T>(items: AsyncGenerator<T>, size: number): AsyncGenerator<readonly T[]> {
  let part: T[] = [];
  for await (const item of items) {
    part.push(item);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

interface NamedCell {
  readonly name: string;
  readonly records: readonly CellRecord[];
}

/** The cell in which each entry's record lies, with all its records; none where the row was erased. */
async function cellsWith(
  store: TableStore,
  organisation: string,
  { type, id }: Subject,
  entries: readonly Entry[],
): Promise<ReadonlyMap<Entry, NamedCell>> {
  const rows = await readRows(store, organisation, entries);
  const cells = new Map<string, CellName>();
  const nameOf = entries.map((_, i) => {
    const row = rows[i];
    if (!row) return undefined;
    const cell = cellsOf(row).find((one) => {
      const subject = subjectOfCell(one);
      return subject?.type === type && subject.id === id;
    });
    if (!cell) return undefined;
    cells.set(cellText(cell), cell);
    return cellText(cell);
  });
  const all = [...cells];
  const heads = await store.getMany(
    tables.cells,
    all.map(([, cell]) => cellKey(organisation, cell, 0)),
  );
  const records = new Map(
    await Promise.all(
      all.map(async ([name, cell], i): Promise<readonly [string, NamedCell]> => {
        const head = heads[i];
        const isLarge = Number(head?.values['count'] ?? 0) > recordsPerPage;
        const pages = isLarge ? await cellPages(store, organisation, cell) : head ? [head] : [];
        return [name, { name, records: pages.flatMap(pageRecords) }];
      }),
    ),
  );
  return new Map(
    entries.flatMap((entry, i) => {
      const cell = records.get(nameOf[i] ?? '');
      return cell ? [[entry, cell] as const] : [];
    }),
  );
}

import { pack, unpack } from 'msgpackr';
import { isTestSend, type Instant, type Interaction, type Subject } from '@record-insights/domain';
import { groupBy } from '../groupBy';
import { key, ordered, part, rangeOf, shardKey, tables, textOfPart } from '../keys';
import { bytesOf, firstPart, writeBlobs, type Blob } from '../store/blobs';
import { rowsOf } from '../store/rowsOf';
import type { TableStore } from '../store/tableStore';
import type { PackPlace } from './packs';
import { keptSubjects } from './cells';
import { subjectKey, subjectPartition } from './subjects';

/**
 * Where rows about a record lie in full, by interaction type and time: what lists of records that very many people
 * touch are read off, newest first, at any depth. An entry only says where to look: whether the row holds and counts,
 * its cell tells. Written once with the row and never changed.
 */
export interface Entry extends PackPlace {
  readonly at: Instant;
  readonly id: string;
}

type Packed = readonly (readonly [at: Instant, id: string, position: number])[];

/** Entries of one minute lie together; in keys the newest minute comes first. */
const minute = 60_000;
const lastMinute = 2 ** 40;
const minuteKey = (at: Instant): string => ordered(lastMinute - Math.floor(at / minute));

/** A row that a group bore, and its place in the pack. */
export interface BornRow {
  readonly interaction: Interaction;
  readonly position: number;
}

/** A row of the table as bytes under its name. */
export interface EntriesRow extends Blob {
  readonly partition: string;
}

/** So many fit a row of the store however long their ids are. */
const mostTogether = 2000;

/** The entries of the rows that a group bore for a person shard; the same on every attempt. */
export function entriesOf(
  organisation: string,
  group: number,
  shard: number,
  rows: readonly BornRow[],
): readonly EntriesRow[] {
  const named = rows
    .filter(({ interaction: { columns } }) => !isTestSend(columns))
    .flatMap((row) => keptSubjects(row.interaction).map((subject) => ({ ...row, subject })));
  const together = groupBy(named, ({ subject, interaction: { type, at } }) =>
    key(subjectKey(subject), part(type), minuteKey(at), ordered(group), ordered(shard)),
  );
  return [...together].flatMap(([name, some]) => {
    const [first] = some;
    if (!first) return [];
    const partition = subjectPartition(organisation, first.subject);
    const packed = some.map(({ interaction: { at, id }, position }) => [at, id, position] as const);
    return Array.from({ length: Math.ceil(packed.length / mostTogether) }, (_, n) => ({
      partition,
      name: n === 0 ? name : key(name, ordered(n)),
      bytes: pack(packed.slice(n * mostTogether, (n + 1) * mostTogether)),
    }));
  });
}

export async function writeEntries(store: TableStore, rows: readonly EntriesRow[]): Promise<void> {
  const byPartition = groupBy(rows, ({ partition }) => partition);
  await Promise.all([...byPartition].map(([partition, some]) => writeBlobs(store, tables.entries, partition, some)));
}

/** An interaction type as keys name it, and in full where keys do. */
export interface EntryType {
  readonly part: string;
  readonly type: string;
}

export const entryType = (type: string): EntryType => ({ part: part(type), type });

/** All types of which the record ever had a row. */
export async function entryTypes(
  store: TableStore,
  organisation: string,
  subject: Subject,
): Promise<readonly EntryType[]> {
  const types: EntryType[] = [];
  const name = subjectKey(subject);
  let { from } = rangeOf(name);
  const { before } = rangeOf(name);
  for (;;) {
    const { rows } = await store.range(tables.entries, subjectPartition(organisation, subject), {
      from,
      before,
      limit: 1,
    });
    const [row] = rows;
    if (!row) return types;
    const [found = ''] = row.row.slice(name.length + 1).split('!');
    types.push({ part: found, type: textOfPart(found) ?? found });
    from = rangeOf(name, found).before;
  }
}

/** Entries of a minute together, newest first; of one instant, those of the highest id first. */
export async function* entryMinutes(
  store: TableStore,
  organisation: string,
  subject: Subject,
  type: EntryType,
  view: number,
  span: { readonly from: Instant; readonly before: Instant },
): AsyncGenerator<readonly Entry[]> {
  const name = key(subjectKey(subject), type.part);
  const range = { from: key(name, minuteKey(span.before - 1)), before: key(name, `${minuteKey(span.from)}"`) };
  let together: Entry[] = [];
  let current = '';
  for await (const { row, values } of rowsOf(store, tables.entries, subjectPartition(organisation, subject), range)) {
    const [at = '', born = '', shard = ''] = row.slice(name.length + 1).split('!');
    if (at !== current && together.length > 0) {
      yield together.sort(newestFirst);
      together = [];
    }
    current = at;
    const group = parseInt(born, 36);
    if (group > view) continue;
    for (const [instant, id, position] of unpack(bytesOf(values)) as Packed)
      if (instant >= span.from && instant < span.before)
        together.push({ at: instant, id, shard: parseInt(shard, 36), group, position });
  }
  if (together.length > 0) yield together.sort(newestFirst);
}

/** An entry with what it stands under: how the keys of its record and type begin. */
export interface NamedEntry extends Entry {
  readonly name: string;
}

/** All entries of the records of a shard that groups up to `view` wrote, but those that stand under another minute. */
export async function* shardEntries(
  store: TableStore,
  organisation: string,
  shard: number,
  view: number,
): AsyncGenerator<NamedEntry> {
  for await (const { row, values } of rowsOf(store, tables.entries, shardKey(organisation, shard))) {
    const [recordType = '', record = '', type = '', at, born = '', rows = ''] = row.split('!');
    const group = parseInt(born, 36);
    if (group > view) continue;
    const place = { name: key(recordType, record, type), shard: parseInt(rows, 36), group };
    for (const [instant, id, position] of unpack(bytesOf(values)) as Packed)
      if (minuteKey(instant) === at) yield { ...place, at: instant, id, position };
  }
}

/** What entries of the record's rows of a type stand under. */
export const entriesName = (subject: Subject, type: string): string => key(subjectKey(subject), part(type));

const newestFirst = (a: Entry, b: Entry): number => b.at - a.at || (a.id < b.id ? 1 : -1);

export const entriesRowName = ({ name }: EntriesRow): string => `${name}!${firstPart}`;

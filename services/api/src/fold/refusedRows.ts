import { createHash } from 'node:crypto';
import { canonicalId, kindsOfContacts, typeNameOf, type Columns, type Subject } from '@record-insights/domain';
import { key, part, tables, veiled } from '../keys';
import type { RefusedLine } from '../ingest/batches';
import { packText, unpackText } from '../ingest/batches';
import { createUnlessThere, emptyBlob, readBlob, writeBlobs } from '../store/blobs';
import { groupBy } from '../groupBy';
import { keptSubjects } from './cells';
import { subjectKey } from './subjects';
import { rowsOf } from '../store/rowsOf';
import type { Operation, StoredRow, TableStore } from '../store/tableStore';
import { transactionsOf } from '../store/transactions';
import { writeAt, type RowChange } from '../store/writeAt';

/** A refused row as it is kept. */
export interface KeptRefusal extends RefusedLine {
  readonly id: string;
}

const partition = (organisation: string): string => part(organisation);
const bytesPartition = (organisation: string): string => key(part(organisation), 'bytes');

/** The same row refused again is the same refusal. */
export const refusalId = (line: RefusedLine): string =>
  createHash('sha256')
    .update([line.folder ?? '', ...(line.source ? [line.source] : []), line.row].join('\n'))
    .digest('hex')
    .slice(0, 32);

/**
 * Keeps refused rows and takes out those that were taken in since. A row of the list says `taken`, rather than being
 * gone, so that a driver that begins the group anew counts the same.
 * @returns by how much the number of refused rows changes
 */
export async function foldRefused(
  store: TableStore,
  organisation: string,
  group: number,
  refused: readonly RefusedLine[],
  taken: readonly string[],
): Promise<number> {
  const lines = new Map(refused.map((line) => [refusalId(line), line]));
  await keepLines(store, organisation, lines);
  await fileLines(store, organisation, lines);
  const changes = [...lines].map(([id, line]): RowChange => ({
    row: id,
    next: (before) => refusedValues(line, before),
  }));
  const removals = taken.filter((id) => !lines.has(id)).map((id): RowChange => ({ row: id, next: takenValues }));
  const all = [...changes, ...removals];
  if (all.length === 0) return 0;
  await writeAt(store, tables.refused, partition(organisation), group, all);
  const rows = await store.getMany(
    tables.refused,
    all.map(({ row }) => ({ partition: partition(organisation), row })),
  );
  return rows.reduce((total, row) => total + changeBy(row, group), 0);
}

const contactPartition = (organisation: string, contact: string): string =>
  key(part(organisation), 'of', veiled(organisation, contact));

const aboutPartition = (organisation: string, subject: Subject): string =>
  key(part(organisation), 'about', subjectKey(subject));

type Lines = ReadonlyMap<string, RefusedLine>;

async function keepLines(store: TableStore, organisation: string, lines: Lines): Promise<void> {
  const blobs = [...lines].map(async ([name, line]) => ({ name, bytes: await packText(JSON.stringify(line)) }));
  await writeBlobs(store, tables.refused, bytesPartition(organisation), await Promise.all(blobs));
}

/** Files the rows under the contact that each names, and under the records whose numbers are kept added up. */
async function fileLines(store: TableStore, organisation: string, lines: Lines): Promise<void> {
  const filed = [...lines].flatMap(([row, line]) => {
    if (line.source === 'directory') return [];
    const ids = idsIn(line);
    const type = typeNameOf(ids['InteractionType'] ?? line.folder ?? '');
    const { ContactId } = ids;
    const under = [
      ...(ContactId === undefined ? [] : [contactPartition(organisation, ContactId)]),
      ...keptSubjects({ type, columns: ids })
        .filter(({ id }) => id !== '')
        .map((subject) => aboutPartition(organisation, subject)),
    ];
    return under.map((partition) => ({ partition, operation: { kind: 'create', row, values: { type } } as const }));
  });
  const byPartition = groupBy(filed, ({ partition }) => partition);
  await Promise.all([...byPartition].map(([partition, rows]) => fileTogether(store, partition, rows)));
}

async function fileTogether(
  store: TableStore,
  filed: string,
  rows: readonly { readonly operation: Operation }[],
): Promise<void> {
  for (const part of transactionsOf(filed, rows)) {
    const operations = part.map(({ operation }) => operation);
    await createUnlessThere(store, tables.refused, filed, operations);
  }
}

/** Interaction types of the refused rows that name a contact, one a row; empty where the row tells none. */
export const refusedTypesOf = (store: TableStore, organisation: string, contact: string): Promise<readonly string[]> =>
  refusedTypes(store, organisation, contactPartition(organisation, contact));

/** The same of a record whose numbers are kept added up. */
export const refusedTypesAbout = (
  store: TableStore,
  organisation: string,
  subject: Subject,
): Promise<readonly string[]> => refusedTypes(store, organisation, aboutPartition(organisation, subject));

async function refusedTypes(store: TableStore, organisation: string, under: string): Promise<readonly string[]> {
  const filed: StoredRow[] = [];
  for await (const row of rowsOf(store, tables.refused, under)) filed.push(row);
  const refusals = await store.getMany(
    tables.refused,
    filed.map(({ row }) => ({ partition: partition(organisation), row })),
  );
  return filed
    .filter((_, i) => refusals[i] && refusals[i].values['taken'] !== true)
    .map(({ values }) => values['type'] as string);
}

function refusedValues(line: RefusedLine, before: StoredRow | undefined): StoredRow['values'] | undefined {
  if (before && before.values['taken'] !== true) return undefined;
  return { code: line.code, receivedAt: BigInt(line.receivedAt), taken: false, change: 1n };
}

function takenValues(before: StoredRow | undefined): StoredRow['values'] | undefined {
  return before && before.values['taken'] !== true ? { ...before.values, taken: true, change: -1n } : undefined;
}

const changeBy = (row: StoredRow | undefined, group: number): number =>
  row && Number(row.values['g']) === group ? Number(row.values['change']) : 0;

/**
 * Overwrites refused rows that name one of the contacts, taken in since or not.
 * @returns by how much the number of refused rows changes
 */
export async function forgetRefused(
  store: TableStore,
  organisation: string,
  group: number,
  contacts: ReadonlySet<string>,
): Promise<number> {
  const named: string[] = [];
  for await (const { row } of rowsOf(store, tables.refused, partition(organisation))) {
    const refusal = await readRefusal(store, organisation, row);
    if (refusal && Object.values(idsIn(refusal)).some((id) => contacts.has(id))) named.push(row);
  }
  await writeAt(
    store,
    tables.refused,
    partition(organisation),
    group,
    named.map((row): RowChange => ({
      row,
      next: (before) => (before?.values['taken'] === true ? { ...before.values, change: 0n } : takenValues(before)),
    })),
  );
  for (const id of named) await emptyBlob(store, tables.refused, bytesPartition(organisation), id);
  for (const contact of contacts) await unfile(store, contactPartition(organisation, contact));
  let change = 0;
  for await (const row of rowsOf(store, tables.refused, partition(organisation))) change += changeBy(row, group);
  return change;
}

/** Leaves of what is filed under an erased contact the ids only, so that nothing is filed there again. */
async function unfile(store: TableStore, filed: string): Promise<void> {
  for await (const { row } of rowsOf(store, tables.refused, filed))
    await store.write(tables.refused, filed, [{ kind: 'put', row, values: { type: '' } }]);
}

/**
 * The texts of a refused row by column, as ids in their one spelling; those of an item of the directory by field. The
 * contact whom an item is about stands under the column that names one.
 */
export function idsIn({ row, source }: Pick<RefusedLine, 'row' | 'source'>): Columns {
  const ids = Object.fromEntries(textsIn(JSON.parse(row)).map(([name, text]) => [name, canonicalId(text)]));
  if (source !== 'directory') return ids;
  const { kind, id } = ids;
  const isContact = kindsOfContacts.some((one) => one === kind);
  return isContact && id !== undefined ? { ...ids, ContactId: id } : ids;
}

function textsIn(value: unknown, name = ''): readonly (readonly [name: string, text: string])[] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([column, one]) => textsIn(one, name === '' ? column : `${name}.${column}`));
}

/** A page of refused rows, in the order of their ids. */
export async function refusedPage(
  store: TableStore,
  organisation: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly rows: readonly KeptRefusal[]; readonly next?: string }> {
  const found: string[] = [];
  let from = after === undefined ? undefined : `${after}!`;
  for (;;) {
    const page = await store.range(
      tables.refused,
      partition(organisation),
      from === undefined ? { limit: 1000 } : { from, limit: 1000 },
    );
    for (const row of page.rows) if (row.values['taken'] !== true) found.push(row.row);
    const last = page.rows.at(-1);
    if (found.length > limit || !last || page.continuation === undefined) break;
    from = `${last.row}!`;
  }
  const ids = found.slice(0, limit);
  const rows = await Promise.all(ids.map((id) => readRefusal(store, organisation, id)));
  const lastId = ids.at(-1);
  return {
    rows: rows.filter((row) => row !== undefined),
    ...(found.length > limit && lastId !== undefined ? { next: lastId } : {}),
  };
}

async function readRefusal(store: TableStore, organisation: string, id: string): Promise<KeptRefusal | undefined> {
  const bytes = await readBlob(store, tables.refused, bytesPartition(organisation), id);
  return bytes && bytes.length > 0 ? { id, ...(JSON.parse(await unpackText(bytes)) as RefusedLine) } : undefined;
}

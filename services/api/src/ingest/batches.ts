import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRaw } from 'node:zlib';
import pLimit from 'p-limit';
import { interactionOf, itemOf, type DirectoryItem, type Interaction, type RefusalCode } from '@record-insights/domain';
import { key, part, tables } from '../keys';
import { readBlob, writeBlob } from '../store/blobs';
import type { CommandKind } from '../sequence/commands';
import { rowsOf } from '../store/rowsOf';
import { limits, type TableStore } from '../store/tableStore';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);
const fast = { level: constants.Z_BEST_SPEED };

/** A row, or an item of the directory, that was not taken in, as it came. */
export interface RefusedLine {
  readonly code: RefusalCode;
  readonly field: string;
  /** The row as JSON. */
  readonly row: string;
  /** It is an item of the directory. */
  readonly source?: 'directory' | undefined;
  readonly folder?: string | undefined;
  readonly receivedAt: number;
}

export interface BatchContent {
  readonly interactions: readonly Interaction[];
  readonly refused: readonly RefusedLine[];
  /** Ids of refused rows that were taken in by this batch, so that they leave the list of refused rows. */
  readonly taken: readonly string[];
  /** What CRM tells of records. */
  readonly items: readonly DirectoryItem[];
}

/** How large the rows are. */
export const charactersOf = ({ interactions, refused, items }: BatchContent): number =>
  [...interactions, ...items].reduce((sum, { text }) => sum + text.length, 0) +
  refused.reduce((sum, { row }) => sum + row.length, 0);

/** What is told about a batch once it exists. */
export interface BatchHeader {
  readonly batch: string;
  readonly rows: number;
  /** How large its rows are; 0 where it was not told. */
  readonly characters?: number;
  readonly receivedAt: number;
  /** A command instead of rows. */
  readonly command?: CommandKind | undefined;
}

/** As many at once as there are threads for it: each takes a quarter of a megabyte from when it is asked for. */
const packing = pLimit(4);

export const packText = (text: string): Promise<Buffer> => packing(() => deflate(text, fast));
export const unpackText = async (bytes: Uint8Array): Promise<string> => (await inflate(bytes)).toString('utf8');

const waiting = (organisation: string): string => key(part(organisation), 'waiting');
const bytesPartition = (organisation: string, batch: string): string => key(part(organisation), 'bytes', batch);

/** What a batch holds beside rows; those of older batches have no items. */
interface Extras extends Pick<BatchContent, 'refused' | 'taken'> {
  readonly items?: readonly string[];
}

/** The content of batches, durable before their header. Lines of text: the rows need no escaping, JSON has no bare line ends. */
export async function writeBytes(
  store: TableStore,
  organisation: string,
  batch: string,
  content: BatchContent,
): Promise<void> {
  const items = content.items.map(({ text }) => text);
  const extras = JSON.stringify({ refused: content.refused, taken: content.taken, items } satisfies Extras);
  const lines = [extras, ...content.interactions.map(({ text }) => text)].join('\n');
  await writeBlob(store, tables.batches, bytesPartition(organisation, batch), 'rows', await packText(lines));
}

export async function readBytes(
  store: TableStore,
  organisation: string,
  batch: string,
): Promise<BatchContent | undefined> {
  const bytes = await readBlob(store, tables.batches, bytesPartition(organisation, batch), 'rows');
  if (!bytes) return undefined;
  const [extras, ...lines] = (await unpackText(bytes)).split('\n');
  const { refused, taken, items = [] } = JSON.parse(extras ?? '{}') as Extras;
  return { refused, taken, items: items.map(itemOf), interactions: lines.map(interactionOf) };
}

/** A text that a command keeps from step to step, until it is carried out; the first one of a name holds. */
export async function writeNote(
  store: TableStore,
  organisation: string,
  command: string,
  name: string,
  text: string,
): Promise<void> {
  await writeBlob(store, tables.batches, bytesPartition(organisation, command), name, await packText(text));
}

export async function readNote(
  store: TableStore,
  organisation: string,
  command: string,
  name: string,
): Promise<string | undefined> {
  const bytes = await readBlob(store, tables.batches, bytesPartition(organisation, command), name);
  return bytes && unpackText(bytes);
}

/** From here on the batch exists. */
export async function writeHeader(store: TableStore, organisation: string, header: BatchHeader): Promise<void> {
  const { rows, characters = 0, receivedAt, command = '' } = header;
  const values = { rows: BigInt(rows), characters: BigInt(characters), receivedAt: BigInt(receivedAt), command };
  await store.write(tables.batches, waiting(organisation), [{ kind: 'put', row: header.batch, values }]);
}

/** Headers of what waits, oldest first. */
export async function waitingBatches(store: TableStore, organisation: string): Promise<readonly BatchHeader[]> {
  const headers: BatchHeader[] = [];
  for await (const { row, values } of rowsOf(store, tables.batches, waiting(organisation))) {
    headers.push({
      batch: row,
      rows: Number(values['rows']),
      characters: Number(values['characters'] ?? 0),
      receivedAt: Number(values['receivedAt']),
      command: (values['command'] || undefined) as CommandKind | undefined,
    });
  }
  return headers;
}

/** Takes folded batches away: what was in them lies in the packs now. */
export async function removeBatches(
  store: TableStore,
  organisation: string,
  batches: readonly string[],
): Promise<void> {
  await Promise.all(batches.map((batch) => removeRows(store, bytesPartition(organisation, batch))));
  await remove(store, waiting(organisation), batches);
}

async function removeRows(store: TableStore, partition: string): Promise<void> {
  const { rows } = await store.range(tables.batches, partition);
  await remove(
    store,
    partition,
    rows.map(({ row }) => row),
  );
}

async function remove(store: TableStore, partition: string, rows: readonly string[]): Promise<void> {
  for (let i = 0; i < rows.length; i += limits.operationsPerTransaction) {
    const part = rows.slice(i, i + limits.operationsPerTransaction);
    await store.write(
      tables.batches,
      partition,
      part.map((row) => ({ kind: 'delete', row })),
    );
  }
}

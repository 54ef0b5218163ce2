import { rowsOf } from './rowsOf';
import { limits, RowExists, type Operation, type TableStore, type Values } from './tableStore';
import { transactionsOf } from './transactions';

const sliceBytes = limits.bytesPerProperty;
/** Slices a row: 832 KiB, so that keys and the other properties fit beside them. */
const slicesPerRow = 13;

/** Bytes as properties `d0`, `d1`, …; at most 832 KiB. */
export function slicesOf(bytes: Uint8Array): Values {
  const values: Record<string, Uint8Array> = {};
  for (let i = 0; i === 0 || i * sliceBytes < bytes.length; i++)
    values[`d${i}`] = bytes.subarray(i * sliceBytes, (i + 1) * sliceBytes);
  return values;
}

/** The inverse of `slicesOf`. */
export function bytesOf(values: Values): Buffer {
  const slices: Uint8Array[] = [];
  for (let i = 0; values[`d${i}`] instanceof Uint8Array; i++) slices.push(values[`d${i}`] as Uint8Array);
  const [first] = slices;
  if (slices.length === 1 && first) return Buffer.from(first.buffer, first.byteOffset, first.byteLength);
  return Buffer.concat(slices);
}

const rowName = (name: string, part: number): string => `${name}!${partName(part)}`;
const partName = (part: number): string => part.toString().padStart(4, '0');

/** What the row of a blob's first part is called after the name. */
export const firstPart = partName(0);

/** Bytes of any size under a name. */
export interface Blob {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Writes blobs as rows `name!0000`, `name!0001`, …; the same bytes written again change nothing. */
export async function writeBlobs(
  store: TableStore,
  table: string,
  partition: string,
  blobs: readonly Blob[],
): Promise<void> {
  const pending = blobs.flatMap(rowsOfBlob).map((operation) => ({ operation }));
  const parts = transactionsOf(partition, pending).map((part) => part.map(({ operation }) => operation));
  await Promise.all(parts.map((operations) => createUnlessThere(store, table, partition, operations)));
}

export const writeBlob = (
  store: TableStore,
  table: string,
  partition: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> => writeBlobs(store, table, partition, [{ name, bytes }]);

function rowsOfBlob({ name, bytes }: Blob): readonly Operation[] {
  const size = sliceBytes * slicesPerRow;
  const parts = Math.max(1, Math.ceil(bytes.length / size));
  return Array.from({ length: parts }, (_, i) => {
    const values = { ...slicesOf(bytes.subarray(i * size, (i + 1) * size)), parts: BigInt(parts) };
    return { kind: 'create', row: rowName(name, i), values };
  });
}

/** Overwrites a blob with nothing; its rows stay, so that nobody creates them again. */
export async function emptyBlob(store: TableStore, table: string, partition: string, name: string): Promise<void> {
  const values = { ...slicesOf(new Uint8Array()), parts: 1n };
  for await (const { row } of rowsOf(store, table, partition, { from: `${name}!`, before: `${name}"` }))
    await store.write(table, partition, [{ kind: 'put', row, values }]);
}

/** Creates rows whose content is fixed by their key: one that exists is the same row. */
export async function createUnlessThere(
  store: TableStore,
  table: string,
  partition: string,
  rows: readonly Operation[],
): Promise<void> {
  try {
    await store.write(table, partition, rows);
  } catch (error) {
    if (!(error instanceof RowExists)) throw error;
    if (rows.length === 1) return;
    const there = await store.getMany(
      table,
      rows.map(({ row }) => ({ partition, row })),
    );
    const missing = rows.filter((_, i) => there[i] === undefined);
    if (missing.length > 0) await createUnlessThere(store, table, partition, missing);
  }
}

/** The bytes of a blob; undefined when it is not there or not whole. */
export async function readBlob(
  store: TableStore,
  table: string,
  partition: string,
  name: string,
): Promise<Buffer | undefined> {
  const first = await store.get(table, { partition, row: rowName(name, 0) });
  if (!first) return undefined;
  const parts = Number(first.values['parts']);
  if (parts === 1) return bytesOf(first.values);
  const keys = Array.from({ length: parts - 1 }, (_, i) => ({ partition, row: rowName(name, i + 1) }));
  const rest = await store.getMany(table, keys);
  return rest.some((row) => row === undefined)
    ? undefined
    : Buffer.concat([first, ...rest].map((row) => bytesOf(row?.values ?? {})));
}

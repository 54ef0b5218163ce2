import { Packr } from 'msgpackr';
import pLimit from 'p-limit';
import { checkKey, checkRange, checkTable, checkWrite } from './checkLimits';
import { openStoreFile, unavailable, type StoreFile } from './embeddedFile';
import { pathAfter, rowPath } from './rowPath';
import {
  LimitExceeded,
  limits,
  RowChanged,
  RowExists,
  StoreUnavailable,
  type Operation,
  type Page,
  type Range,
  type RowKey,
  type StoredRow,
  type TableStore,
  type Values,
} from './tableStore';

/** Under it lies the etag given last. It sorts before all tables, which begin with a letter. */
const lastEtagPath = '!etag';
const nothing = Buffer.alloc(0);

/** Writes that share a commit at most: the pages that they change are held in memory until it is done. */
const writesAtOnce = 16;

/** Keeps bigint, number, Uint8Array and string apart, whole numbers included. */
const packr: { pack(values: Values): Buffer; unpack(bytes: Buffer): Values } = new Packr({ useRecords: false });

type Packed = { readonly path: string } & (
  | { readonly kind: 'create' | 'put'; readonly bytes: Buffer }
  | { readonly kind: 'replace'; readonly bytes: Buffer; readonly etag: string }
  | { readonly kind: 'delete'; readonly etag: string | undefined }
);

/**
 * The store in a folder of this machine, for one or more processes at once. Writes made at the same time share one
 * commit, so that every write can be durable when it resolves.
 * @throws StoreUnavailable
 */
export async function openEmbeddedStore(folder: string): Promise<TableStore> {
  const file = await openStoreFile(folder);
  const limited = pLimit(writesAtOnce);
  let closed = false;

  async function guarded<T>(act: () => T | Promise<T>): Promise<T> {
    try {
      if (closed) throw new StoreUnavailable(`The store in ${folder} was closed: open it again.`);
      return await act();
    } catch (error) {
      throw error instanceof LimitExceeded ? error : await unavailable(folder, error);
    }
  }

  /** Reads see every write acknowledged before, also those of other processes. */
  async function reading<T>(act: () => T): Promise<T> {
    return guarded(() => {
      file.resetReadTxn();
      return act();
    });
  }

  return {
    get: (table, key) => reading(() => rowAt(file, table, key)),
    getMany: (table, keys) => reading(() => keys.map((key) => rowAt(file, table, key))),
    range: (table, partition, range = {}) => reading(() => pageOf(file, table, partition, range)),
    async write(table, partition, operations) {
      const refusal = await limited(() =>
        guarded(() => {
          checkWrite(table, partition, operations);
          const packed = operations.map((operation) => pack(table, partition, operation));
          return file.transaction(() => refusalOf(file, packed) ?? apply(file, packed));
        }),
      );
      if (refusal) throw refusal;
    },
    async close() {
      if (closed) return;
      closed = true;
      await file.close();
    },
  };
}

function rowAt(file: StoreFile, table: string, key: RowKey): StoredRow | undefined {
  checkTable(table);
  checkKey(key);
  const entry = file.getEntry(rowPath(table, key.partition, key.row));
  return entry && toRow(key.partition, key.row, entry.value, entry.version);
}

function pageOf(file: StoreFile, table: string, partition: string, range: Range): Page {
  checkTable(table);
  checkRange(partition, range);
  const { from = '', before, limit = limits.rowsPerPage, continuation = from } = range;
  const start = rowPath(table, partition, continuation);
  const end = before === undefined ? pathAfter(table, partition) : rowPath(table, partition, before);
  if (start >= end) return { rows: [] };
  const rows: StoredRow[] = [];
  const prefix = rowPath(table, partition, '').length;
  for (const { key, value, version } of file.getRange({ start, end, limit: limit + 1, versions: true }))
    rows.push(toRow(partition, key.slice(prefix), value, version));
  const next = rows[limit]?.row;
  return next === undefined ? { rows } : { rows: rows.slice(0, limit), continuation: next };
}

function toRow(partition: string, row: string, bytes: Buffer, etag: number | undefined): StoredRow {
  return { partition, row, etag: String(etag), values: packr.unpack(bytes) };
}

/** Everything that can fail by itself is done here, before the transaction. */
function pack(table: string, partition: string, operation: Operation): Packed {
  const path = rowPath(table, partition, operation.row);
  if (operation.kind === 'delete') return { kind: 'delete', path, etag: operation.etag };
  const bytes = packr.pack(operation.values);
  if (operation.kind === 'replace') return { kind: 'replace', path, bytes, etag: operation.etag };
  return { kind: operation.kind, path, bytes };
}

/** Inside a transaction: why the operations cannot be applied. Nothing has been written yet then. */
function refusalOf(file: StoreFile, packed: readonly Packed[]): RowExists | RowChanged | undefined {
  for (const [index, operation] of packed.entries()) {
    if (operation.kind === 'create' && file.doesExist(operation.path)) return new RowExists(index);
    const etag = operation.kind === 'replace' || operation.kind === 'delete' ? operation.etag : undefined;
    if (etag !== undefined && !file.doesExist(operation.path, Number(etag))) return new RowChanged(index);
  }
  return undefined;
}

/** Inside a transaction: writes the operations, each row with the next etag. */
function apply(file: StoreFile, packed: readonly Packed[]): undefined {
  let etag = file.getEntry(lastEtagPath)?.version ?? 0;
  for (const operation of packed) {
    if (operation.kind === 'delete') void file.remove(operation.path);
    else void file.put(operation.path, operation.bytes, ++etag);
  }
  void file.put(lastEtagPath, nothing, etag);
}

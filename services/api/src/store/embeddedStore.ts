import { access, constants, mkdir } from 'node:fs/promises';
import { open, type Key, type RootDatabase } from 'lmdb';
import { checkKey, checkPage, checkTransaction } from './checkLimits';
import {
  RowChanged,
  RowExists,
  StoreUnavailable,
  limits,
  type Operation,
  type StoredRow,
  type TableStore,
  type Values,
} from './tableStore';

/** A row as it lies in lmdb: its etag, then its values. */
type Stored = [etag: number, values: Values];

/** Where the counter of etags lies; tables have names, so no row has this key. */
const etagKey: Key = ['', '', ''];
/** Sorts after every row key. */
const afterAllRows = '\uffff';

/**
 * The store on one machine: lmdb in a folder, which several processes may have open at once.
 * @throws StoreUnavailable when the folder cannot be used
 */
export async function openEmbeddedStore(folder: string): Promise<TableStore> {
  const db = await opened(folder);
  const find = (table: string, partition: string, row: string): Stored | undefined =>
    db.get([table, partition, row]) as Stored | undefined;
  const toRow = (partition: string, row: string, [etag, values]: Stored): StoredRow => ({
    partition,
    row,
    etag: String(etag),
    values,
  });

  const read = (table: string, partition: string, row: string): StoredRow | undefined => {
    checkKey('partition', partition);
    checkKey('row', row);
    const stored = find(table, partition, row);
    return stored && toRow(partition, row, stored);
  };

  /** Why the operations cannot be done; undefined when they can. Runs inside the transaction, before anything is written. */
  function conflict(table: string, partition: string, operations: readonly Operation[]): Error | undefined {
    for (const [index, operation] of operations.entries()) {
      if (operation.kind === 'put') continue;
      const stored = find(table, partition, operation.row);
      if (operation.kind === 'create') {
        if (stored) return new RowExists(index);
      } else if (operation.etag !== undefined && String(stored?.[0]) !== operation.etag) return new RowChanged(index);
    }
    return undefined;
  }

  function apply(table: string, partition: string, operations: readonly Operation[]): void {
    let etag = (db.get(etagKey) as number | undefined) ?? 0;
    for (const operation of operations) {
      const key: Key = [table, partition, operation.row];
      if (operation.kind === 'delete') db.removeSync(key);
      else db.putSync(key, [++etag, operation.values] satisfies Stored);
    }
    db.putSync(etagKey, etag);
  }

  return {
    get: (table, { partition, row }) => answered(folder, () => read(table, partition, row)),
    getMany: (table, keys) => answered(folder, () => keys.map(({ partition, row }) => read(table, partition, row))),
    range: (table, partition, { from = '', before, limit = limits.rowsPerPage, continuation } = {}) =>
      answered(folder, () => {
        checkKey('partition', partition);
        checkPage(limit);
        const start: Key = [table, partition, continuation ?? from];
        const end: Key = [table, partition, before ?? afterAllRows];
        const rows: StoredRow[] = [];
        for (const { key, value } of db.getRange({ start, end, limit: limit + 1 }))
          rows.push(toRow(partition, (key as string[])[2] ?? '', value as Stored));
        const next = rows[limit]?.row;
        return { rows: rows.slice(0, limit), ...(next === undefined ? {} : { continuation: next }) };
      }),
    async write(table, partition, operations, options) {
      checkTransaction(partition, operations);
      const failed = await mended(folder, () =>
        db.transaction(() => {
          const reason = conflict(table, partition, operations);
          if (!reason) apply(table, partition, operations);
          return reason;
        }),
      );
      if (failed) throw failed;
      if (options?.durable !== false) await mended(folder, async () => db.flushed);
    },
    close: () => db.close(),
  };
}

async function opened(folder: string): Promise<RootDatabase<unknown, Key>> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new StoreUnavailable(`The folder ${folder} cannot be written. Give another, or the right to write in it.`, {
      cause: error,
    });
  }
  try {
    return open<unknown, Key>({ path: folder, noSubdir: false, encoding: 'msgpack' });
  } catch (error) {
    throw new StoreUnavailable(
      `The store in ${folder} cannot be opened: its files are damaged or not ours. Move the folder away and import again.`,
      { cause: error },
    );
  }
}

/** A synchronous read as a promise, so that what it throws is a rejection. */
const answered = <T>(folder: string, read: () => T): Promise<T> => mended(folder, () => Promise.resolve().then(read));

/** Says in one sentence what a failing disk means. */
async function mended<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (/MDB_MAP_FULL|ENOSPC|No space/i.test(text))
      throw new StoreUnavailable(`The disk of ${folder} is full. Free some space; what was acknowledged is safe.`, {
        cause: error,
      });
    if (/MDB_|EIO|EROFS|EACCES/.test(text))
      throw new StoreUnavailable(`The store in ${folder} does not answer: ${text}`, { cause: error });
    throw error;
  }
}

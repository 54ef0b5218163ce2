import { checkKey, checkRange, checkTable, checkWrite } from '@record-insights/api/store/checkLimits';
import {
  RowChanged,
  RowExists,
  limits,
  type Operation,
  type RowKey,
  type StoredRow,
  type TableStore,
  type Value,
} from '@record-insights/api/store/tableStore';

/** A store in memory with the port's rules and limits, for tests that need many stores or none that lasts. */
export function memoryStore(): TableStore & { dump(): readonly Buffer[] } {
  const partitions = new Map<string, Map<string, StoredRow>>();
  let etags = 0;

  const nothing: ReadonlyMap<string, StoredRow> = new Map();
  const nameOf = (table: string, partition: string): string => `${table}\n${partition}`;
  const rowsOf = (table: string, partition: string): ReadonlyMap<string, StoredRow> =>
    partitions.get(nameOf(table, partition)) ?? nothing;

  function rowAt(table: string, key: RowKey): StoredRow | undefined {
    checkTable(table);
    checkKey(key);
    return rowsOf(table, key.partition).get(key.row);
  }

  function check(rows: Map<string, StoredRow>, operation: Operation, index: number): void {
    const stored = rows.get(operation.row);
    if (operation.kind === 'create' && stored) throw new RowExists(index);
    const etag = operation.kind === 'replace' || operation.kind === 'delete' ? operation.etag : undefined;
    if (etag !== undefined && stored?.etag !== etag) throw new RowChanged(index);
  }

  function apply(partition: string, rows: Map<string, StoredRow>, operation: Operation): void {
    if (operation.kind === 'delete') rows.delete(operation.row);
    else
      rows.set(operation.row, {
        partition,
        row: operation.row,
        etag: String(++etags),
        values: { ...operation.values },
      });
  }

  /** Whatever is refused is refused by a promise, as by any store. */
  const answered = <T>(answer: () => T): Promise<T> => Promise.resolve().then(answer);

  return {
    get: (table, key) => answered(() => rowAt(table, key)),
    getMany: (table, keys) => answered(() => keys.map((key) => rowAt(table, key))),
    range: (table, partition, range = {}) =>
      answered(() => {
        checkTable(table);
        checkRange(partition, range);
        const { from = '', before, limit = limits.rowsPerPage, continuation } = range;
        const start = continuation ?? from;
        const found = [...rowsOf(table, partition).values()]
          .filter(({ row }) => row >= start && (before === undefined || row < before))
          .sort((a, b) => (a.row < b.row ? -1 : 1));
        const next = found[limit]?.row;
        return { rows: found.slice(0, limit), ...(next === undefined ? {} : { continuation: next }) };
      }),
    write: (table, partition, operations) =>
      answered(() => {
        checkWrite(table, partition, operations);
        const rows = partitions.get(nameOf(table, partition)) ?? new Map<string, StoredRow>();
        partitions.set(nameOf(table, partition), rows);
        operations.forEach((operation, index) => check(rows, operation, index));
        operations.forEach((operation) => apply(partition, rows, operation));
      }),
    close: () => Promise.resolve(),
    /** Every key and every value there is, as bytes. */
    dump: () =>
      [...partitions].flatMap(([name, rows]) => [
        Buffer.from(name),
        ...[...rows.values()].flatMap(({ row, values }) => [Buffer.from(row), ...Object.values(values).map(bytesIn)]),
      ]),
  };
}

const bytesIn = (value: Value): Buffer => Buffer.from(value instanceof Uint8Array ? value : String(value));

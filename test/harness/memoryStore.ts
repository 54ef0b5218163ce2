import {
  RowChanged,
  RowExists,
  limits,
  type Operation,
  type StoredRow,
  type TableStore,
  type Value,
} from '@record-insights/api/store/tableStore';

/** A store in memory with the port's rules, for tests that need many stores or none that lasts. */
export function memoryStore(): TableStore & { dump(): readonly Buffer[] } {
  const partitions = new Map<string, Map<string, StoredRow>>();
  let etags = 0;

  const rowsOf = (table: string, partition: string): Map<string, StoredRow> => {
    const name = `${table}\n${partition}`;
    const rows = partitions.get(name) ?? new Map<string, StoredRow>();
    partitions.set(name, rows);
    return rows;
  };

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

  return {
    get: (table, { partition, row }) => Promise.resolve(rowsOf(table, partition).get(row)),
    getMany: (table, keys) => Promise.resolve(keys.map(({ partition, row }) => rowsOf(table, partition).get(row))),
    range(table, partition, { from = '', before, limit = limits.rowsPerPage, continuation } = {}) {
      const start = continuation ?? from;
      const found = [...rowsOf(table, partition).values()]
        .filter(({ row }) => row >= start && (before === undefined || row < before))
        .sort((a, b) => (a.row < b.row ? -1 : 1));
      const next = found[limit]?.row;
      return Promise.resolve({ rows: found.slice(0, limit), ...(next === undefined ? {} : { continuation: next }) });
    },
    async write(table, partition, operations) {
      await Promise.resolve();
      const rows = rowsOf(table, partition);
      operations.forEach((operation, index) => check(rows, operation, index));
      operations.forEach((operation) => apply(partition, rows, operation));
    },
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

import { randomUUID } from 'node:crypto';
import type { StoredRow, TableStore, Value, Values } from '@record-insights/api/store/tableStore';

/** The store that a suite runs on, which is opened before its first test. */
export type StoreUnderTest = () => TableStore;

/** A partition that no other test writes to. */
export const aPartition = (): string => `partition-${randomUUID()}`;

export const table = 'contract';

/** All rows of a partition, page by page. */
export async function allRows(store: TableStore, partition: string, limit = 1000): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  let continuation: string | undefined;
  do {
    const page = await store.range(table, partition, continuation === undefined ? { limit } : { limit, continuation });
    rows.push(...page.rows);
    continuation = page.continuation;
  } while (continuation !== undefined);
  return rows;
}

/** Values with binary as plain bytes: a Buffer and a Uint8Array of the same bytes are the same value. */
export const plain = (values: Values): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value instanceof Uint8Array ? new Uint8Array(value) : value]),
  );

/** The row, which must be there. */
export async function rowOf(store: TableStore, partition: string, row: string): Promise<StoredRow> {
  const found = await store.get(table, { partition, row });
  if (!found) throw new Error(`No row ${row}`);
  return found;
}

import { shardCount, shardKey, tables } from '@record-insights/api/keys';
import { rowsOf } from '@record-insights/api/store/rowsOf';
import type { StoredRow, TableStore } from '@record-insights/api/store/tableStore';

/** What is stored of the rows of an organisation: what counting reads, which row holds for each id, the rows in full, who may belong to an account, and numbers and entries of records with very many people. */
const kept = [tables.cells, tables.ids, tables.packs, tables.members, tables.rollups, tables.entries];

/** All those rows by table and key, with their etags and values. */
export async function storedRows(store: TableStore, organisation: string): Promise<ReadonlyMap<string, StoredRow>> {
  const rows = new Map<string, StoredRow>();
  for (const table of kept)
    for (const partition of partitionsOf(organisation))
      for (const row of await partitionRows(store, table, partition)) rows.set(`${table} ${partition} ${row.row}`, row);
  return rows;
}

/** Takes away every n-th row of what can be made again, beginning with the first. */
export async function lose(store: TableStore, organisation: string, every: number): Promise<void> {
  let count = 0;
  for (const table of [
    tables.cells,
    tables.ids,
    tables.members,
    tables.touched,
    tables.digests,
    tables.rollups,
    tables.entries,
  ])
    for (const partition of partitionsOf(organisation))
      for (const { row } of await partitionRows(store, table, partition))
        if (count++ % every === 0) await store.write(table, partition, [{ kind: 'delete', row }]);
}

export const partitionsOf = (organisation: string): readonly string[] =>
  Array.from({ length: shardCount }, (_, shard) => shardKey(organisation, shard));

/** All rows of a partition. */
export async function partitionRows(
  store: TableStore,
  table: string,
  partition: string,
): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  for await (const row of rowsOf(store, table, partition)) rows.push(row);
  return rows;
}

import type { Range, StoredRow, TableStore } from './tableStore';

/** All rows of a range, page by page, in the order of their keys. */
export async function* rowsOf(
  store: TableStore,
  table: string,
  partition: string,
  range: Omit<Range, 'continuation'> = {},
): AsyncGenerator<StoredRow> {
  let continuation: string | undefined;
  do {
    const page = await store.range(table, partition, continuation === undefined ? range : { ...range, continuation });
    yield* page.rows;
    continuation = page.continuation;
  } while (continuation !== undefined);
}

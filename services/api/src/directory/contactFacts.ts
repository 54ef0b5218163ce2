import { kindsOfContacts } from '@record-insights/domain';
import { part, rangeOf, shardKey, tables } from '../keys';
import { rowsOf } from '../store/rowsOf';
import type { StoredRow, TableStore } from '../store/tableStore';

/** The facts about contacts that lie in a shard. */
export async function* contactFacts(store: TableStore, organisation: string, shard: number): AsyncGenerator<StoredRow> {
  for (const kind of kindsOfContacts)
    yield* rowsOf(store, tables.facts, shardKey(organisation, shard), rangeOf(part(kind)));
}

import { mergedInto } from '@record-insights/domain';
import type { ChangedFact } from '../directory/facts';
import { groupBy } from '../groupBy';
import { key, shardKey, tables, veiled } from '../keys';
import type { RowKey, TableStore } from '../store/tableStore';
import { groupOf, writeAt, type RowChange } from '../store/writeAt';
import { contactPerson, personShard } from './cells';

/** In which group each person's rows changed last, so that what was made of them is known to hold or not. */
export const touchedKey = (organisation: string, person: string): RowKey => ({
  partition: shardKey(organisation, personShard(person)),
  row: veiled(organisation, person),
});

/** Stands for everybody of a shard: since what was made again may have been damaged before. */
const everybody = key('all');

export const shardTouchedKey = (organisation: string, shard: number): RowKey => ({
  partition: shardKey(organisation, shard),
  row: everybody,
});

/** Marks people of one shard as touched by the group. */
export function touch(store: TableStore, partition: string, group: number, rows: readonly string[]): Promise<void> {
  const changes = [...new Set(rows)].sort().map((row): RowChange => ({ row, next: () => ({}) }));
  return writeAt(store, tables.touched, partition, group, changes);
}

/**
 * Marks the contacts into which others are merged from the group on, or no longer are. That is enough for those into
 * which these were merged in turn: what was made of such a one rests on all who were merged into it.
 */
export async function touchMerged(
  store: TableStore,
  organisation: string,
  group: number,
  changed: readonly ChangedFact[],
): Promise<void> {
  const contacts = changed.flatMap(({ before, now }) => {
    const [was, is] = [mergedInto(before), mergedInto(now)];
    return was === is ? [] : [was, is].filter((contact) => contact !== undefined);
  });
  const keys = contacts.map((contact) => touchedKey(organisation, contactPerson(contact)));
  for (const [partition, some] of groupBy(keys, (one) => one.partition))
    await touch(
      store,
      partition,
      group,
      some.map(({ row }) => row),
    );
}

/** The group that touched each last; 0 where none did. */
export async function lastTouched(store: TableStore, keys: readonly RowKey[]): Promise<readonly number[]> {
  return (await store.getMany(tables.touched, keys)).map((row) => (row ? groupOf(row) : 0));
}

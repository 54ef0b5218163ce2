import { compareTold, type DirectoryItem, type DirectoryKind, type DirectoryFact } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { groupBy } from '../groupBy';
import { tables } from '../keys';
import type { RowKey, StoredRow, TableStore } from '../store/tableStore';
import { groupOf, Overtaken, writeAt, type RowChange } from '../store/writeAt';
import { addParts } from './factParts';
import { factAt, factKey, factValues, packFact } from './factRows';

/** A fact that a group changes: what held before the group, and what holds from it on. */
export interface ChangedFact {
  readonly kind: DirectoryKind;
  readonly id: string;
  /** Absent where the directory did not know the record. */
  readonly before?: DirectoryFact;
  readonly now: DirectoryFact;
}

/**
 * Folds items of a group into facts: of each record the latest holds, whatever the order in which they come, deletes
 * included. Begun anew after a crash, or by two drivers at once, it ends in the same rows.
 * @returns what the group changes, the same on every attempt
 * @throws Overtaken when another driver finished the group meanwhile
 */
export async function foldFacts(
  { store, onStep }: EngineContext,
  organisation: string,
  group: number,
  items: readonly DirectoryItem[],
): Promise<readonly ChangedFact[]> {
  await onStep('fold.facts');
  const latest = latestOf(items);
  const keys = latest.map(({ kind, id }) => factKey(organisation, kind, id));
  const rows = await store.getMany(tables.facts, keys);
  const changes = latest.flatMap((now, i) => {
    const [row, key] = [rows[i], keys[i]];
    const before = factBefore(row, group);
    return !key || (before && compareTold(now, before) <= 0) ? [] : [{ key, now, before }];
  });
  await writeFacts(store, group, changes, new Map(rows.flatMap((row) => (row ? [[row.row, row]] : []))));
  await addParts(store, organisation, group, latest);
  return changes.map(changedFact);
}

export const changedFact = ({
  now,
  before,
}: Pick<ChangedFact, 'now'> & { before: DirectoryFact | undefined }): ChangedFact => ({
  kind: now.kind,
  id: before?.id ?? now.id,
  now,
  ...(before ? { before } : {}),
});

/** Of each record that the items tell of, the latest item. */
function latestOf(items: readonly DirectoryItem[]): readonly DirectoryItem[] {
  const latest = new Map<string, DirectoryItem>();
  for (const item of items) {
    const name = `${item.kind}.${item.id}`;
    const held = latest.get(name);
    if (!held || compareTold(item, held) > 0) latest.set(name, item);
  }
  return [...latest.values()];
}

/** What held before the group, whether or not the group has written it already. */
export function factBefore(row: StoredRow | undefined, group: number): DirectoryItem | undefined {
  if (row && groupOf(row) > group) throw new Overtaken(group);
  return factAt(row, group - 1) ?? undefined;
}

/** Writes changed facts; what held before stays readable beside them. */
export async function writeFacts(
  store: TableStore,
  group: number,
  changes: readonly { readonly key: RowKey; readonly now: DirectoryItem }[],
  known: ReadonlyMap<string, StoredRow>,
): Promise<void> {
  const packed = await Promise.all(changes.map(async ({ key, now }) => ({ key, fact: await packFact(now) })));
  const byPartition = groupBy(packed, ({ key }) => key.partition);
  await Promise.all(
    [...byPartition].map(([partition, some]) => {
      const rows = some.map(({ key, fact }): RowChange => ({
        row: key.row,
        next: (before) => factValues(fact, before),
      }));
      return writeAt(store, tables.facts, partition, group, rows, known);
    }),
  );
}

/**
 * What the directory tells at a view of records of a kind, by id; a record that was deleted has a fact that says so,
 * one that was never told of has none.
 * @returns undefined when the sequence has moved on too far to tell: read again at the newer view
 */
export async function factsOf<K extends DirectoryKind>(
  store: TableStore,
  organisation: string,
  kind: K,
  ids: readonly string[],
  view: number,
): Promise<ReadonlyMap<string, DirectoryFact<K>> | undefined> {
  const rows = await store.getMany(
    tables.facts,
    ids.map((id) => factKey(organisation, kind, id)),
  );
  const facts = new Map<string, DirectoryFact<K>>();
  for (const [i, id] of ids.entries()) {
    const fact = factAt(rows[i], view);
    if (fact === undefined) return undefined;
    if (fact) facts.set(id, fact as DirectoryFact as DirectoryFact<K>);
  }
  return facts;
}

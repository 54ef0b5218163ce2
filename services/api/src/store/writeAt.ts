import { RowChanged, RowExists, type Operation, type StoredRow, type TableStore, type Values } from './tableStore';
import { transactionsOf } from './transactions';

/** Somebody else finished the group that is being written; there is nothing left to do for it. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
  constructor(readonly group: number) {
    super(`Group ${group} was finished by another driver`);
  }
}

/** What becomes of a mutable row in a group. */
export interface RowChange {
  readonly row: string;
  /** The values after the group, from those before it; undefined: nothing changes. Called again after a conflict. */
  readonly next: (before: StoredRow | undefined) => Values | undefined;
}

/** The property of a mutable row that names the group which wrote it last. */
export const groupProperty = 'g';

export const groupOf = (row: StoredRow): number => Number(row.values[groupProperty]);

const attempts = 20;

/**
 * Writes mutable rows of one partition for a group, each on condition of the state it was read in. A row that the
 * group wrote already is left; one that a later group wrote means that the group is finished.
 * @param known rows as read shortly before, by row key, to save reading them again
 * @throws Overtaken
 */
export async function writeAt(
  store: TableStore,
  table: string,
  partition: string,
  group: number,
  changes: readonly RowChange[],
  known?: ReadonlyMap<string, StoredRow | undefined>,
): Promise<void> {
  const current = known ?? (await read(store, table, partition, changes));
  const pending = changes.flatMap((change) => {
    const operation = operationOf(change, current.get(change.row), group);
    return operation ? [{ change, operation }] : [];
  });
  await Promise.all(
    transactionsOf(partition, pending).map((part) => writeOrRetry(store, table, partition, group, part, 1)),
  );
}

interface Pending {
  readonly change: RowChange;
  readonly operation: Operation;
}

async function writeOrRetry(
  store: TableStore,
  table: string,
  partition: string,
  group: number,
  part: readonly Pending[],
  attempt: number,
): Promise<void> {
  try {
    await store.write(
      table,
      partition,
      part.map(({ operation }) => operation),
    );
  } catch (error) {
    const conflict = error instanceof RowExists || error instanceof RowChanged;
    if (!conflict || attempt >= attempts) throw error;
    const changes = part.map(({ change }) => change);
    const current = await read(store, table, partition, changes);
    const again = changes.flatMap((change) => {
      const operation = operationOf(change, current.get(change.row), group);
      return operation ? [{ change, operation }] : [];
    });
    if (again.length > 0) await writeOrRetry(store, table, partition, group, again, attempt + 1);
  }
}

async function read(
  store: TableStore,
  table: string,
  partition: string,
  changes: readonly RowChange[],
): Promise<Map<string, StoredRow | undefined>> {
  const rows = await store.getMany(
    table,
    changes.map(({ row }) => ({ partition, row })),
  );
  return new Map(changes.map(({ row }, i) => [row, rows[i]]));
}

function operationOf(change: RowChange, current: StoredRow | undefined, group: number): Operation | undefined {
  const at = current ? groupOf(current) : -1;
  if (at > group) throw new Overtaken(group);
  if (at === group) return undefined;
  const values = change.next(current);
  if (!values) return undefined;
  const stamped = { ...values, [groupProperty]: BigInt(group) };
  return current
    ? { kind: 'replace', row: change.row, values: stamped, etag: current.etag }
    : { kind: 'create', row: change.row, values: stamped };
}

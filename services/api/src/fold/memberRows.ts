import type { TableStore } from '../store/tableStore';
import { groupBy } from '../groupBy';
import { key, part, rangeOf, shardCount, shardKey, shardOf, tables, veiled } from '../keys';
import { rowsOf } from '../store/rowsOf';
import { writeAt, type RowChange } from '../store/writeAt';

/** A contact that a row or a fact names together with an account. */
export interface Belonging {
  readonly account: string;
  readonly contact: string;
}

/** None where either is not named. */
export const belonging = (account = '', contact = ''): readonly Belonging[] =>
  account === '' || contact === '' ? [] : [{ account, contact }];

/**
 * Who ever may have belonged to an account: a row an account and contact, only ever added, so that it is the same in
 * whatever order rows and facts come. Who belongs to it at a view is told by facts and rows of that view.
 */
const memberPartition = (organisation: string, account: string): string => shardKey(organisation, shardOf(account));

const memberRow = (organisation: string, { account, contact }: Belonging): string =>
  key(part(account), veiled(organisation, contact));

/** Adds contacts to the accounts that they may belong to. Repeatable. */
export async function addMembers(
  store: TableStore,
  organisation: string,
  group: number,
  belongings: readonly Belonging[],
): Promise<void> {
  const once = new Map(belongings.map((one) => [memberRow(organisation, one), one]));
  const byPartition = groupBy(once, ([, { account }]) => memberPartition(organisation, account));
  await Promise.all(
    [...byPartition].map(([partition, some]) => {
      const changes = some.map(([row, { contact }]): RowChange => ({
        row,
        next: (before) => (before ? undefined : { contact }),
      }));
      return writeAt(store, tables.members, partition, group, changes);
    }),
  );
}

/** All who ever may have belonged to the account. */
export async function possibleMembers(
  store: TableStore,
  organisation: string,
  account: string,
): Promise<readonly string[]> {
  const contacts: string[] = [];
  const range = rangeOf(part(account));
  for await (const { values } of rowsOf(store, tables.members, memberPartition(organisation, account), range))
    contacts.push(values['contact'] as string);
  return contacts.filter((contact) => contact !== '');
}

/** Takes contacts out of all accounts; what is left of a row names nobody. */
export async function forgetMembers(
  store: TableStore,
  organisation: string,
  group: number,
  contacts: ReadonlySet<string>,
): Promise<void> {
  for (let shard = 0; shard < shardCount; shard++) {
    const partition = shardKey(organisation, shard);
    const changes: RowChange[] = [];
    for await (const { row, values } of rowsOf(store, tables.members, partition, {}))
      if (contacts.has(values['contact'] as string)) changes.push({ row, next: () => ({ contact: '' }) });
    await writeAt(store, tables.members, partition, group, changes);
  }
}

import { accountIn, contactOf, mergedInto, type DirectoryFact } from '@record-insights/domain';
import type { RowKey, StoredRow, TableStore } from '../store/tableStore';
import { groupBy } from '../groupBy';
import { key, part, rangeOf, shardCount, shardKey, shardOf, tables, veiled } from '../keys';
import { rowsOf } from '../store/rowsOf';
import { writeAt, type RowChange } from '../store/writeAt';
import { contactPerson } from './cells';

/** A contact that a row or a fact names together with an account, or that a fact merges into another contact. */
export interface Belonging {
  /** The account, or `mergedName` of the other contact. */
  readonly to: string;
  readonly contact: string;
}

/** None where either is not named. */
export const belonging = (to = '', contact = ''): readonly Belonging[] =>
  to === '' || contact === '' ? [] : [{ to, contact }];

/** Stands in keys for a contact into whom others were merged, and names nobody. */
export const mergedName = (organisation: string, contact: string): string =>
  veiled(organisation, contactPerson(contact));

/** Where a fact says that its contact belongs: its account, and the contact into which it was merged. */
export const belongingsTold = (organisation: string, fact: DirectoryFact): readonly Belonging[] => {
  const into = mergedInto(fact);
  const contact = contactOf(fact);
  return [
    ...belonging(accountIn(fact), contact),
    ...belonging(into === undefined ? undefined : mergedName(organisation, into), contact),
  ];
};

/**
 * Who ever may have belonged to an account, or have been merged into a contact: a row for each, only ever added, so that
 * it is the same in whatever order rows and facts come. Who does at a view is told by facts and rows of that view.
 */
const memberPartition = (organisation: string, to: string): string => shardKey(organisation, shardOf(to));

export const memberKey = (organisation: string, { to, contact }: Belonging): RowKey => ({
  partition: memberPartition(organisation, to),
  row: key(part(to), veiled(organisation, contact)),
});

/** Whom a row names; empty once that person is erased. */
export const memberIn = ({ values }: StoredRow): string => values['contact'] as string;

/** Adds contacts where they may belong; a row that names another is mended. Repeatable. */
export async function addMembers(
  store: TableStore,
  organisation: string,
  group: number,
  belongings: readonly Belonging[],
): Promise<void> {
  const once = new Map(belongings.map((one) => [memberKey(organisation, one).row, one]));
  const byPartition = groupBy(once, ([, { to }]) => memberPartition(organisation, to));
  await Promise.all(
    [...byPartition].map(([partition, some]) => {
      const changes = some.map(([row, { contact }]): RowChange => ({
        row,
        next: (before) => (before && memberIn(before) === contact ? undefined : { contact }),
      }));
      return writeAt(store, tables.members, partition, group, changes);
    }),
  );
}

/** All who ever may have belonged there, each once; a row that lies where another's belongs says nothing. */
export async function possibleMembers(store: TableStore, organisation: string, to: string): Promise<readonly string[]> {
  const contacts: string[] = [];
  const range = rangeOf(part(to));
  for await (const stored of rowsOf(store, tables.members, memberPartition(organisation, to), range)) {
    const contact = memberIn(stored);
    if (stored.row === memberKey(organisation, { to, contact }).row) contacts.push(contact);
  }
  return contacts;
}

/** The rows of a shard that name one of the contacts. */
async function rowsNaming(
  store: TableStore,
  partition: string,
  contacts: ReadonlySet<string>,
): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  for await (const row of rowsOf(store, tables.members, partition)) if (contacts.has(memberIn(row))) rows.push(row);
  return rows;
}

/** Takes contacts out of everything; what is left of a row names nobody. */
export async function forgetMembers(
  store: TableStore,
  organisation: string,
  group: number,
  contacts: ReadonlySet<string>,
): Promise<void> {
  for (let shard = 0; shard < shardCount; shard++) {
    const partition = shardKey(organisation, shard);
    const rows = await rowsNaming(store, partition, contacts);
    const changes = rows.map(({ row }): RowChange => ({ row, next: () => ({ contact: '' }) }));
    await writeAt(store, tables.members, partition, group, changes);
  }
}

/** How many rows still name contacts. */
export async function membersLeft(
  store: TableStore,
  organisation: string,
  contacts: ReadonlySet<string>,
): Promise<number> {
  let left = 0;
  for (let shard = 0; shard < shardCount; shard++)
    left += (await rowsNaming(store, shardKey(organisation, shard), contacts)).length;
  return left;
}

import {
  contactOf,
  contactsNamedIn,
  kindsNamingContacts,
  kindsOfContacts,
  withoutContacts,
  type DirectoryItem,
  type DirectoryFact,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import type { Tombstones } from '../erase/tombstones';
import { groupBy } from '../groupBy';
import { allShards, part, rangeOf, shardKey, tables } from '../keys';
import { rowsOf } from '../store/rowsOf';
import type { StoredRow, TableStore } from '../store/tableStore';
import { writeAt, type RowChange } from '../store/writeAt';
import { factAt, factKey, factNow, packFact, soleFactValues, toldIn } from './factRows';
import { changedFact, factBefore, writeFacts, type ChangedFact } from './facts';

/** Items without what they say of people who were erased; those about one of them are dropped. */
export function withoutErased(items: readonly DirectoryItem[], forgotten: Tombstones): readonly DirectoryItem[] {
  const isErased = (contact: string): boolean => forgotten.covers({ ContactId: contact });
  return items.flatMap((item) => {
    const own = contactOf(item);
    return own !== undefined && isErased(own) ? [] : [withoutContacts(item, isErased) ?? item];
  });
}

const tellsOf = (item: DirectoryItem, contacts: ReadonlySet<string>): boolean =>
  [contactOf(item) ?? '', ...contactsNamedIn(item)].some((id) => contacts.has(id));

/** Rows of facts that tell of the contacts, or did before the group that wrote them. */
async function rowsAbout(
  store: TableStore,
  organisation: string,
  contacts: ReadonlySet<string>,
): Promise<readonly StoredRow[]> {
  const keys = kindsOfContacts.flatMap((kind) => [...contacts].map((id) => factKey(organisation, kind, id)));
  const tells = (row: StoredRow): boolean => toldIn(row).some((item) => tellsOf(item, contacts));
  const own = (await store.getMany(tables.facts, keys)).filter((row) => row !== undefined).filter(tells);
  const found = new Map(own.map((row) => [`${row.partition} ${row.row}`, row]));
  for (const shard of allShards) {
    for (const kind of kindsNamingContacts)
      for await (const row of rowsOf(store, tables.facts, shardKey(organisation, shard), rangeOf(part(kind))))
        if (tells(row)) found.set(`${row.partition} ${row.row}`, row);
  }
  return [...found.values()];
}

/**
 * Takes from facts what they say of contacts: those about one are emptied. What they said stays readable to the views
 * before the group, until `overwriteFacts`.
 * @returns what the group changes, the same on every attempt
 * @throws Overtaken
 */
export async function stripFacts(
  { store }: EngineContext,
  organisation: string,
  group: number,
  contacts: ReadonlySet<string>,
): Promise<readonly ChangedFact[]> {
  const changes = (await rowsAbout(store, organisation, contacts)).flatMap((row) => {
    const before = factBefore(row, group);
    const now = before && withoutContacts(before, (id) => contacts.has(id));
    return now ? [{ key: row, now, before }] : [];
  });
  await writeFacts(store, group, changes, new Map());
  return changes.map(changedFact);
}

/** Overwrites what facts said of contacts before. */
export async function overwriteFacts(
  { store }: EngineContext,
  organisation: string,
  group: number,
  contacts: ReadonlySet<string>,
): Promise<void> {
  const rows = await rowsAbout(store, organisation, contacts);
  const left = await Promise.all(
    rows.map(async (row) => {
      const now = factNow(row);
      return { row, fact: await packFact(withoutContacts(now, (id) => contacts.has(id)) ?? now) };
    }),
  );
  for (const [partition, some] of groupBy(left, ({ row }) => row.partition)) {
    const changes = some.map(({ row: { row }, fact }): RowChange => ({
      row,
      next: (stored) => stored && soleFactValues(fact, stored),
    }));
    await writeAt(store, tables.facts, partition, group, changes);
  }
}

/** How many facts still tell of contacts. */
export const factsLeft = async (
  { store }: EngineContext,
  organisation: string,
  contacts: ReadonlySet<string>,
): Promise<number> => (await rowsAbout(store, organisation, contacts)).length;

/**
 * What the directory tells at a view of a contact: the fact about it, and what facts of other records say that names
 * it, of lists of people no others.
 */
export async function factsHeldAbout(
  { store }: EngineContext,
  organisation: string,
  contact: string,
  view: number,
): Promise<readonly DirectoryFact[]> {
  const contacts = new Set([contact]);
  const rows = await rowsAbout(store, organisation, contacts);
  return rows
    .flatMap((row) => factAt(row, view) ?? [])
    .filter((item) => tellsOf(item, contacts))
    .map((item) => withoutContacts(item, (id) => id !== contact) ?? item);
}

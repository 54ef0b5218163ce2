import { mergedInto, survivorOf, type DirectoryFact } from '@record-insights/domain';
import { possibleMembers, mergedName } from '../fold/memberRows';
import { readDone } from '../sequence/groups';
import type { TableStore } from '../store/tableStore';
import { factsOf } from './facts';

/** What the directory tells of contacts at a view. */
export interface ContactsTold {
  readonly facts: ReadonlyMap<string, DirectoryFact<'contact'>>;
  /** The contact that stands for one of those asked for. */
  readonly survivorOf: (contact: string) => string;
}

/**
 * Facts of contacts, and of those into which they were merged.
 * @returns undefined when the sequence has moved on too far to tell
 */
export async function contactsTold(
  store: TableStore,
  organisation: string,
  contacts: readonly string[],
  view: number,
): Promise<ContactsTold | undefined> {
  const facts = new Map<string, DirectoryFact<'contact'>>();
  const asked = new Set<string>();
  for (let next = new Set(contacts); next.size > 0;) {
    const found = await factsOf(store, organisation, 'contact', [...next], view);
    if (!found) return undefined;
    for (const contact of next) asked.add(contact);
    for (const [contact, fact] of found) facts.set(contact, fact);
    const into = [...found.values()].map(mergedInto);
    next = new Set(into.filter((contact) => contact !== undefined && !asked.has(contact)) as string[]);
  }
  return { facts, survivorOf: (contact) => survivorOf(contact, (one) => mergedInto(facts.get(one))) };
}

/**
 * The contact and all that were merged into it at a view, directly or one through another. Each is found once, so that a
 * ring ends.
 * @returns undefined when the sequence has moved on too far to tell
 */
export async function mergedContacts(
  store: TableStore,
  organisation: string,
  contact: string,
  view: number,
): Promise<readonly string[] | undefined> {
  const all = new Set([contact]);
  for (let last: readonly string[] = [contact]; last.length > 0;) {
    const possible = await Promise.all(
      last.map((one) => possibleMembers(store, organisation, mergedName(organisation, one))),
    );
    const others = [...new Set(possible.flat())].filter((one) => !all.has(one));
    const facts = await factsOf(store, organisation, 'contact', others, view);
    if (!facts) return undefined;
    last = others.filter((one) => all.has(mergedInto(facts.get(one)) ?? ''));
    for (const one of last) all.add(one);
  }
  return [...all];
}

/** The contacts and all that are merged into them now. */
export async function withMerged(
  store: TableStore,
  organisation: string,
  contacts: readonly string[],
): Promise<readonly string[]> {
  const { n } = await readDone(store, organisation);
  const all = await Promise.all(contacts.map((contact) => mergedContacts(store, organisation, contact, n)));
  const found = all.filter((one) => one !== undefined);
  return found.length < all.length ? withMerged(store, organisation, contacts) : [...new Set(found.flat())];
}

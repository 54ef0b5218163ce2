import { contactOf, contactsNamedIn, type DirectoryFact } from './directory';

/** The contact into which the one that a fact is about was merged: a contact's fact names no other one. */
export const mergedInto = (fact: DirectoryFact | undefined): string | undefined =>
  fact && contactOf(fact) !== undefined ? contactsNamedIn(fact)[0] : undefined;

/**
 * The contact that stands for a contact once all merges are followed, one after the other. Where they lead in a ring,
 * which only facts do that contradict each other, it is the one of the ring whose id sorts first: whoever is merged
 * with somebody ends at the same contact.
 * @param next the contact into which one was merged; undefined where it was not
 */
export function survivorOf(contact: string, next: (contact: string) => string | undefined): string {
  const passed: string[] = [];
  for (let last = contact; ;) {
    passed.push(last);
    const into = next(last);
    if (into === undefined) return last;
    const ring = passed.indexOf(into);
    if (ring >= 0) return passed.slice(ring).reduce((first, one) => (one < first ? one : first));
    last = into;
  }
}

import { joinedRows } from '@record-insights/domain';
import { mergedContacts } from '../directory/merges';
import { contactPerson, personRecords, visitorPerson, type CellRecord } from '../fold/cells';
import type { TableStore } from '../store/tableStore';

/** Everything that counts for a contact at a view. */
export interface ContactHistory {
  readonly records: readonly CellRecord[];
  /** The contact and those who were merged into it, and all of their visitors whose rows were looked at. */
  readonly people: readonly string[];
}

/**
 * Everything that counts for a contact at a view: the rows that name it, or one that was merged into it, and, when asked
 * for, what their visitors did without a name. Resolved when read, from facts and ties of the same view, so that one
 * that comes late, or is corrected, needs no rows to move.
 * @returns undefined when the sequence has moved on too far to tell
 */
export async function contactHistory(
  store: TableStore,
  organisation: string,
  contact: string,
  view: number,
  joinAnonymousPast: boolean,
): Promise<ContactHistory | undefined> {
  const contacts = await mergedContacts(store, organisation, contact, view);
  return contacts && historyOf(store, organisation, contacts, view, joinAnonymousPast);
}

/** The same of contacts who are one person. */
export async function historyOf(
  store: TableStore,
  organisation: string,
  contacts: readonly string[],
  view: number,
  joinAnonymousPast: boolean,
): Promise<ContactHistory> {
  const persons = contacts.map(contactPerson);
  const own = (await Promise.all(persons.map((person) => personRecords(store, organisation, person, view)))).flat();
  const named = [...new Set(own.map(({ visitor }) => visitor))].filter((visitor) => visitor !== '');
  const visitors = joinAnonymousPast ? named : [];
  const pasts = await Promise.all(
    visitors.map(async (visitor) => {
      const records = await personRecords(store, organisation, visitorPerson(visitor), view);
      const ties = records.filter((record) => record.contact !== '');
      const nameless = records.filter((record) => record.contact === '');
      return contacts.flatMap((contact) => joinedRows(contact, ties, nameless));
    }),
  );
  return { records: [...own, ...pasts.flat()], people: [...persons, ...visitors.map(visitorPerson)] };
}

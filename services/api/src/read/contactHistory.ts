import { joinedRows } from '@record-insights/domain';
import { contactPerson, personRecords, visitorPerson, type CellRecord } from '../fold/cells';
import type { TableStore } from '../store/tableStore';

/**
 * Everything that counts for a contact at a view: the rows that name it and, when asked for, what its visitors did
 * without a name. Resolved when read, from ties of the same view, so that a tie that comes late, or is corrected, needs
 * no rows to move.
 */
export async function contactHistory(
  store: TableStore,
  organisation: string,
  contact: string,
  view: number,
  joinAnonymousPast: boolean,
): Promise<readonly CellRecord[]> {
  const own = await personRecords(store, organisation, contactPerson(contact), view);
  if (!joinAnonymousPast) return own;
  const visitors = [...new Set(own.map(({ visitor }) => visitor))].filter((visitor) => visitor !== '');
  const pasts = await Promise.all(
    visitors.map(async (visitor) => {
      const records = await personRecords(store, organisation, visitorPerson(visitor), view);
      const isTie = (record: CellRecord): boolean => record.contact !== '';
      return joinedRows(
        contact,
        records.filter(isTie),
        records.filter((record) => !isTie(record)),
      );
    }),
  );
  return [...own, ...pasts.flat()];
}

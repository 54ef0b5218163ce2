import type { Columns } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { packPlaceOf } from '../fold/cells';
import { readRows } from '../fold/packs';
import { withMerged } from '../directory/merges';
import { historyOf } from '../read/contactHistory';

/**
 * Every row in full that is held about a contact at a view, oldest first; those of contacts merged into it, and what its
 * visitors did without a name, included.
 */
export async function rowsHeldAbout(
  { store }: EngineContext,
  organisation: string,
  contact: string,
  view: number,
): Promise<readonly Columns[]> {
  const contacts = await withMerged(store, organisation, [contact]);
  const { records } = await historyOf(store, organisation, contacts, view, true);
  const rows = await readRows(store, organisation, records.map(packPlaceOf));
  return rows
    .filter((row) => row !== undefined)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ columns }) => columns);
}

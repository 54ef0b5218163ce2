import type { Columns } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { packPlaceOf } from '../fold/cells';
import { readRows } from '../fold/packs';
import { contactHistory } from '../read/contactHistory';

/** Every row in full that is held about a contact at a view, oldest first; what its visitors did without a name included. */
export async function rowsHeldAbout(
  { store }: EngineContext,
  organisation: string,
  contact: string,
  view: number,
): Promise<readonly Columns[]> {
  const records = await contactHistory(store, organisation, contact, view, true);
  const rows = await readRows(store, organisation, records.map(packPlaceOf));
  return rows
    .filter((row) => row !== undefined)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ columns }) => columns);
}

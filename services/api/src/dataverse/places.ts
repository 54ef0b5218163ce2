import { part, tables } from '../keys';
import type { Organisation } from '../service';
import type { TableStore } from '../store/tableStore';
import type { Places } from './tellDirectory';

/** How far an organisation's Dataverse was read, beside how far its exports were. */
export function openPlaces(store: TableStore, organisation: Organisation): Places {
  const partition = part(organisation);
  const rowOf = (table: string): string => part(`dataverse ${table}`);
  return {
    async of(table) {
      const row = await store.get(tables.imports, { partition, row: rowOf(table) });
      return row && { link: String(row.values['link']), properties: String(row.values['properties']) };
    },
    async save(table, place) {
      const row = rowOf(table);
      await store.write(tables.imports, partition, [
        place
          ? { kind: 'put', row, values: { link: place.link, properties: place.properties } }
          : { kind: 'delete', row },
      ]);
    },
  };
}

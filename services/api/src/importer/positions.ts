import { part, tables } from '../keys';
import type { Organisation } from '../service';
import type { TableStore } from '../store/tableStore';
import type { FilePosition } from './readFile';

/** How far each file of an organisation's exports was taken in; kept with the data, so that any machine goes on. */
export interface Positions {
  of(file: string): Promise<FilePosition | undefined>;
  save(positions: ReadonlyMap<string, FilePosition>): Promise<void>;
}

export function openPositions(store: TableStore, organisation: Organisation): Positions {
  const partition = part(organisation);
  return {
    async of(file) {
      const row = await store.get(tables.imports, { partition, row: part(file) });
      return (
        row && {
          offset: Number(row.values['offset']),
          columns: JSON.parse(row.values['columns'] as string) as string[],
        }
      );
    },
    async save(positions) {
      for (const [file, { offset, columns }] of positions) {
        const values = { file, offset: BigInt(offset), columns: JSON.stringify(columns) };
        await store.write(tables.imports, partition, [{ kind: 'put', row: part(file), values }]);
      }
    },
  };
}

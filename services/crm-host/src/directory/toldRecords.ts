import { itemsOf, itemsOfGone, toldTypes, type Item } from '@record-insights/domain';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isMissing } from '../records/atomicFile';
import type { Records } from '../records/records';
import { laterThan } from '../odata/changes';
import { textOf, type Row } from '../row';
import { tableOfRecordType, type CrmTable } from '../tables';
import type { Teller } from './teller';

const toldTables = toldTypes.map(tableOfRecordType);

const told = ({ recordType }: CrmTable, row: Row): readonly Item[] =>
  recordType ? itemsOf(recordType, 'own', row) : [];

/** A record that is no more. */
interface Gone {
  readonly table: string;
  readonly id: string;
  /** What the directory is told of it. */
  readonly items: readonly Item[];
}

/**
 * Records of which the directory is told: of all at the start, since what was told before may have been lost on the
 * way, and of each that changes. Deleted ones stay known in a file for that, one a line.
 */
export async function toldRecords(records: Records, teller: Teller, goneFile: string): Promise<Records> {
  teller.tell(toldTables.flatMap((table) => records.rows(table.table).flatMap((row) => told(table, row))));
  const gone = (await goneIn(goneFile)).filter(({ table, id }) => !records.row(table, id));
  teller.tell(gone.flatMap(({ items }) => items));
  return {
    ...records,
    async put(table, row) {
      await records.put(table, row);
      teller.tell(told(table, row));
    },
    async remove(table, id) {
      const row = records.row(table.table, id);
      const at = row ? laterThan(textOf(row, 'modifiedon')) : '';
      const items = row && table.recordType ? itemsOfGone(table.recordType, 'own', row, at) : [];
      const gone: Gone = { table: table.table, id, items };
      await mkdir(dirname(goneFile), { recursive: true });
      await appendFile(goneFile, `${JSON.stringify(gone)}\n`, { flush: true });
      await records.remove(table, id);
      teller.tell(items);
    },
  };
}

async function goneIn(file: string): Promise<readonly Gone[]> {
  try {
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Gone);
  } catch (error) {
    if (isMissing(error)) return [];
    throw new Error(`${file} cannot be read. Restore it or delete it.`, { cause: error });
  }
}

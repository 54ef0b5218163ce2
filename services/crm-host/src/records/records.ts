import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalId } from '@record-insights/domain';
import { rowOf, textOf, type Row } from '../row';
import { tables, userTable, type CrmTable } from '../tables';
import { localUsers } from '../users';
import { isMissing, writeAtomically } from './atomicFile';

/** All records, held in memory; a change is answered when it is on the disk. */
export interface Records {
  rows(table: string): readonly Row[];
  row(table: string, id: string): Row | undefined;
  /** Adds the row or replaces the one with its id. */
  put(table: CrmTable, row: Row): Promise<void>;
  remove(table: CrmTable, id: string): Promise<void>;
}

/** Reads `<folder>/<table>.json`. A missing file is an empty table, but for the users: somebody must sign in. */
export async function loadRecords(folder: string): Promise<Records> {
  const book = new Map<string, Map<string, Row>>();
  for (const table of tables) {
    const rows = await readTable(folder, table);
    book.set(table.table, new Map(rows.map((row) => [canonicalId(textOf(row, table.key)), row])));
  }
  return recordsOver(book, folder);
}

function recordsOver(book: ReadonlyMap<string, Map<string, Row>>, folder: string): Records {
  const rowsById = (table: string): Map<string, Row> => book.get(table) ?? new Map<string, Row>();
  let lastWrite = Promise.resolve();
  const save = (table: CrmTable): Promise<void> => {
    const write = (): Promise<void> =>
      writeAtomically(fileOf(folder, table), JSON.stringify([...rowsById(table.table).values()], undefined, 1));
    const done = lastWrite.then(write);
    lastWrite = done.catch(() => undefined);
    return done;
  };
  return {
    rows: (table) => [...rowsById(table).values()],
    row: (table, id) => rowsById(table).get(canonicalId(id)),
    put: (table, row) => {
      rowsById(table.table).set(canonicalId(textOf(row, table.key)), row);
      return save(table);
    },
    remove: (table, id) => {
      rowsById(table.table).delete(canonicalId(id));
      return save(table);
    },
  };
}

async function readTable(folder: string, table: CrmTable): Promise<readonly Row[]> {
  const file = fileOf(folder, table);
  try {
    return rowsOfFile(file, table, await readFile(file, 'utf8'));
  } catch (error) {
    if (!isMissing(error)) throw error;
    return table.table === userTable.table ? localUsers : [];
  }
}

function rowsOfFile(file: string, table: CrmTable, content: string): readonly Row[] {
  const json: unknown = parsed(file, content);
  if (!Array.isArray(json)) throw new Error(`${file} is no array of records. Restore it or delete it.`);
  return json.map((item: unknown, index) => {
    const row = rowOf(item);
    if (row && textOf(row, table.key)) return { ...row, [table.key]: canonicalId(textOf(row, table.key)) };
    throw new Error(`Record ${index + 1} in ${file} has no ${table.key}. Give it one or take it out.`);
  });
}

function parsed(file: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new Error(`${file} is no JSON. Restore it or delete it.`, { cause });
  }
}

function fileOf(folder: string, table: CrmTable): string {
  return join(folder, `${table.table}.json`);
}

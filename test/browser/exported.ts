import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedTypes, recordTypes, type NamedType, type RecordTable } from '@record-insights/domain';
import { parse } from 'csv-parse/sync';
import { keptRows } from '../oracle/keeping';
import { sameId } from '../oracle/ids';
import { cell, type Delivered, type Row } from '../oracle/rows';

type CrmRow = Readonly<Record<string, unknown>>;

export interface Someone {
  readonly id: string;
  readonly name: string;
}

/** The sample as it lies on the disk: rows of the export folder as the oracle reads them, and CRM's records. */
export interface Exported {
  readonly rows: readonly Row[];
  readonly contacts: readonly Someone[];
  /** Name of a record in CRM; undefined when there is no such record. */
  nameOf(type: NamedType, id: string): string | undefined;
}

export function readExported(data: string): Exported {
  const sample = join(data, 'sample');
  const names = new Map<string, ReadonlyMap<string, string>>();
  const namesIn = ({ table, key, name }: RecordTable): ReadonlyMap<string, string> => {
    const known = names.get(table) ?? readNames(join(sample, 'records', `${table}.json`), key, name);
    names.set(table, known);
    return known;
  };
  const tableOf = (type: NamedType): RecordTable => ({ ...recordTypes, ...namedTypes })[type].tables.own;
  return {
    rows: keptRows(deliveries(join(sample, 'export', 'csv'))),
    contacts: [...namesIn(tableOf('contact'))].map(([id, name]) => ({ id, name })),
    nameOf: (type, id) => namesIn(tableOf(type)).get(sameId(id)),
  };
}

function readNames(file: string, key: string, name: string): ReadonlyMap<string, string> {
  const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly CrmRow[];
  return new Map(rows.map((row) => [sameId(String(row[key])), String(row[name])]));
}

/** Every row of every file, with the name of its folder. */
function* deliveries(csv: string): Iterable<Delivered> {
  const receivedAt = Date.now();
  for (const folder of readdirSync(csv)) {
    for (const file of readdirSync(join(csv, folder))) {
      const text = readFileSync(join(csv, folder, file));
      const rows = parse(text, { columns: true, bom: true, relax_column_count: true });
      for (const row of rows) yield { row, folder, receivedAt };
    }
  }
}

/** Whom to look at: the contact with the most kinds of rows in a year, of those with something in the last month. */
export function richestContact({ rows, contacts }: Exported, now: number): Someone {
  const year = 365 * 24 * 3600 * 1000;
  const types = new Map<string, Set<string>>();
  const recent = new Set<string>();
  for (const row of rows) {
    const contact = cell(row, 'ContactId');
    if (now - row.at > year || contact === '') continue;
    types.set(contact, (types.get(contact) ?? new Set()).add(row.type));
    if (now - row.at < year / 24 && row.type === 'EmailOpened') recent.add(contact);
  }
  const kindsOf = ({ id }: Someone): number => (recent.has(id) ? (types.get(id)?.size ?? 0) : 0);
  return contacts.reduce((best, contact) => (kindsOf(contact) > kindsOf(best) ? contact : best));
}

/** A contact that no row names. */
export function emptyContact({ rows, contacts }: Exported): Someone {
  const named = new Set(rows.map((row) => cell(row, 'ContactId')));
  const found = contacts.find(({ id }) => !named.has(id));
  if (!found) throw new Error('Every contact of the sample has interactions.');
  return found;
}

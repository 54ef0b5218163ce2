import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedTypes, ownStatusCodes, recordTypes, type NamedType, type RecordTable } from '@record-insights/domain';
import { parse } from 'csv-parse/sync';
import { keptRows } from '../oracle/keeping';
import type { ToldItem } from '../oracle/facts';
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
  /** What CRM tells of contacts. */
  readonly told: readonly ToldItem[];
  /** What CRM tells of leads. */
  readonly leads: readonly ToldItem[];
  /** Emails that are drafts and that no row names. */
  readonly draftEmails: readonly string[];
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
  const rows = withoutTheDeleted(keptRows(deliveries(join(sample, 'export', 'csv'))));
  const sent = new Set(rows.map((row) => cell(row, 'MessageId')));
  return {
    rows,
    draftEmails: readRecords(join(sample, 'records', `${tableOf('email').table}.json`))
      .filter(({ statuscode }) => statuscode === ownStatusCodes.draft)
      .map((row) => sameId(String(row[tableOf('email').key])))
      .filter((id) => !sent.has(id)),
    contacts: [...namesIn(tableOf('contact'))].map(([id, name]) => ({ id, name })),
    told: readRecords(join(sample, 'records', 'contact.json')).map(contactTold),
    leads: readRecords(join(sample, 'records', 'lead.json')).map(leadTold),
    nameOf: (type, id) => namesIn(tableOf(type)).get(sameId(id)),
  };
}

/** Columns by which numbers are told apart, and that are erased with a person. */
const erased = new Set(
  'PageAddress ReferrerUri SearchPhrase EmailDomain BrowserId OperatingSystemId ContactFailureMessage LeadFailureMessage'.split(
    ' ',
  ),
);

/** What deleted contacts did is counted still, but not told where and with what. */
function withoutTheDeleted(rows: readonly Row[]): readonly Row[] {
  const deleted = new Set(rows.map((row) => cell(row, 'DeletedContactId')));
  deleted.delete('');
  return rows.map((row) => {
    if (!deleted.has(cell(row, 'ContactId'))) return row;
    return { ...row, cells: new Map([...row.cells].filter(([column]) => !erased.has(column))) };
  });
}

const readRecords = (file: string): readonly CrmRow[] => JSON.parse(readFileSync(file, 'utf8')) as readonly CrmRow[];

const idIn = (row: CrmRow, column: string): string | undefined =>
  typeof row[column] === 'string' ? sameId(row[column]) : undefined;

/** CRM keeps no date of when a contact came to its account. */
function contactTold(row: CrmRow): ToldItem {
  const [id, createdAt] = [sameId(String(row['contactid'])), new Date(String(row['createdon'])).toISOString()];
  const accountId = idIn(row, '_parentcustomerid_value');
  return { kind: 'contact', id, op: 'upsert', at: createdAt, fields: { accountId, createdAt } };
}

function leadTold(row: CrmRow): ToldItem {
  const contactId = idIn(row, '_parentcontactid_value');
  const accountId = idIn(row, '_parentaccountid_value');
  const [id, createdAt] = [sameId(String(row['leadid'])), new Date(String(row['createdon'])).toISOString()];
  return { kind: 'lead', id, op: 'upsert', at: createdAt, fields: { contactId, accountId, createdAt } };
}

function readNames(file: string, key: string, name: string): ReadonlyMap<string, string> {
  return new Map(readRecords(file).map((row) => [sameId(String(row[key])), String(row[name])]));
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

/** The ids that rows name, those that most of them name first. */
export function mostNamed(rows: readonly Row[], idOf: (row: Row) => string): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(idOf(row), (counts.get(idOf(row)) ?? 0) + 1);
  counts.delete('');
  return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
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

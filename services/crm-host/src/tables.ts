import {
  canonicalId,
  namedTypeIds,
  namedTypes,
  recordTypeIds,
  recordTypes,
  type RecordType,
} from '@record-insights/domain';
import { textOf, type Row } from './row';

/** A table of the local CRM. */
export interface CrmTable {
  readonly table: string;
  readonly set: string;
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly plural: string;
  /** Absent for tables that carry no Insights. */
  readonly recordType?: RecordType;
}

/** The people who sign in. Everybody may read their names. */
export const userTable: CrmTable = {
  table: 'systemuser',
  set: 'systemusers',
  key: 'systemuserid',
  name: 'fullname',
  title: 'User',
  plural: 'Users',
};

const ofRecordTypes = recordTypeIds.map(tableOfRecordType);

/** Tables of records that interactions name and that carry no Insights. */
const namedOnly = namedTypeIds
  .map((id): CrmTable => {
    const { title, plural, tables: sets } = namedTypes[id];
    return { ...sets.own, title, plural };
  })
  .filter(({ table }) => ofRecordTypes.every((known) => known.table !== table));

/** All tables: one a record type, in the set of tables that is our own, those of records that are only named, and the users. */
export const tables: readonly CrmTable[] = [...ofRecordTypes, ...namedOnly, userTable];

export function tableOfRecordType(recordType: RecordType): CrmTable {
  const { title, plural, tables: sets } = recordTypes[recordType];
  return { ...sets.own, title, plural, recordType };
}

export function tableNamed(table: string): CrmTable | undefined {
  return tables.find((candidate) => candidate.table === table);
}

/** The table of an entity set, as addresses of the Web API name it. */
export function tableOfSet(set: string): CrmTable | undefined {
  return tables.find((candidate) => candidate.set === set);
}

/** Where lookups point whose names do not say it; `rin_websiteid` points at `rin_website`. */
const lookupTargets: Readonly<Record<string, string>> = {
  ownerid: 'systemuser',
  createdby: 'systemuser',
  modifiedby: 'systemuser',
  parentcustomerid: 'account',
  parentaccountid: 'account',
  parentcontactid: 'contact',
  primarycontactid: 'contact',
};

/** What a lookup of a row points at. */
export interface Lookup {
  readonly table: CrmTable;
  readonly id: string;
}

/** The property that carries a lookup's id. */
export function lookupProperty(column: string): string {
  return `_${column}_value`;
}

/** The record that a lookup column names; undefined when it is empty or its table is not here. A row may name the table. */
export function lookupOf(row: Row, column: string): Lookup | undefined {
  const property = lookupProperty(column);
  const id = textOf(row, property);
  const said = textOf(row, `${property}@Microsoft.Dynamics.CRM.lookuplogicalname`);
  const table = tableNamed(said || (lookupTargets[column] ?? column.replace(/id$/, '')));
  return id && table ? { table, id: canonicalId(id) } : undefined;
}

/** The column behind a property such as `_ownerid_value`. */
export function lookupColumnOf(property: string): string | undefined {
  return /^_(\w+)_value$/.exec(property)?.[1];
}

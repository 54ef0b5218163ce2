import { canonicalId } from '@record-insights/domain';
import { rowOf, textOf, type Row, type Value } from '../row';
import { lookupProperty } from '../tables';
import { badRequest } from './odataError';

/** The columns that a create or update sets; `<column>@odata.bind` becomes the lookup's id. */
export function changedColumns(body: unknown): Row {
  const given = rowOf(body);
  if (!given) throw badRequest('The body is no JSON object with columns.');
  return Object.fromEntries(Object.entries(given).flatMap(changedColumn));
}

function changedColumn([name, value]: readonly [string, Value]): readonly (readonly [string, Value])[] {
  const bound = /^(\w+)@odata\.bind$/i.exec(name)?.[1];
  if (bound !== undefined) return [[lookupProperty(lookupName(bound)), boundId(name, value)]];
  return name.includes('@') ? [] : [[name, value]];
}

/** A lookup that can point at several tables names the table in its property: `parentcustomerid_account`. */
function lookupName(property: string): string {
  return property.toLowerCase().replace(/_(account|contact|systemuser)$/, '');
}

function boundId(name: string, value: Value): Value {
  if (value === null) return null;
  const id = /^\/?\w+\(([^)]+)\)$/.exec(String(value))?.[1];
  if (id === undefined) throw badRequest(`${name} is no address of a record, as in /accounts(<id>).`);
  return canonicalId(id);
}

/** A person's full name follows the first and last name, as in Dataverse, when a change names either. */
export function withFullName(row: Row, change: Row): Row {
  if (!('firstname' in change || 'lastname' in change)) return row;
  const parts = [textOf(row, 'firstname'), textOf(row, 'lastname')];
  return { ...row, fullname: parts.filter((part) => part !== '').join(' ') };
}

const accountColumn = lookupProperty('parentcustomerid');

/** A record that gets another account keeps since when; Dataverse keeps no such date. */
export function withAccountSince(row: Row, before: Row, now: string): Row {
  if (textOf(row, accountColumn) === textOf(before, accountColumn)) return row;
  return { ...row, rin_accountsince: textOf(row, accountColumn) === '' ? null : now };
}

/** Now, and after the instant: no two states of a record have the same. */
export const laterThan = (instant: string, now = Date.now()): string =>
  new Date(Math.max(now, (Date.parse(instant) || 0) + 1)).toISOString();

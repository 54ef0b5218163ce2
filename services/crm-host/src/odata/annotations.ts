import { ownStatuses, ownTableIds, ownTables, type OwnColumn } from '@record-insights/domain';
import type { Lookups } from '../rights';
import { textOf, type Row, type Value } from '../row';
import { lookupColumnOf, lookupOf } from '../tables';

export const formattedValue = 'OData.Community.Display.V1.FormattedValue';
export const lookupLogicalName = 'Microsoft.Dynamics.CRM.lookuplogicalname';

const yesNo = { true: 'Yes', false: 'No' };

/** Words by the value of a column. */
const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  statecode: { 0: 'Active', 1: 'Inactive' },
  statuscode: { 1: 'Active', 2: 'Inactive', ...ownStatuses },
  ...Object.fromEntries(ownTableIds.flatMap((id) => ownTables[id].columns.flatMap(choicesOf))),
};

function choicesOf({ name, holds }: OwnColumn): readonly (readonly [string, Readonly<Record<string, string>>])[] {
  if (holds.kind === 'choice') return [[name, holds.choices]];
  return holds.kind === 'yesNo' ? [[name, yesNo]] : [];
}

/** Adds what Dataverse adds on `Prefer: odata.include-annotations`: names of lookups and of choices. */
export function annotated(row: Row, lookups: Lookups): Row {
  const extra: [string, Value][] = [];
  for (const property of Object.keys(row)) {
    const column = lookupColumnOf(property);
    const lookup = column === undefined ? undefined : lookupOf(row, column);
    const text = column === undefined ? choices[property]?.[textOf(row, property)] : nameOfLookup(row, column, lookups);
    if (text) extra.push([`${property}@${formattedValue}`, text]);
    if (lookup) extra.push([`${property}@${lookupLogicalName}`, lookup.table.table]);
  }
  return { ...Object.fromEntries(extra), ...row };
}

/** Name of the record that a lookup points at; empty when there is none. */
export function nameOfLookup(row: Row, column: string, lookups: Lookups): string {
  const lookup = lookupOf(row, column);
  const target = lookup && lookups.row(lookup.table.table, lookup.id);
  return target ? textOf(target, lookup.table.name) : '';
}

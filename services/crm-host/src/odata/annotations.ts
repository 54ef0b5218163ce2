import type { Lookups } from '../rights';
import { textOf, type Row, type Value } from '../row';
import { lookupColumnOf, lookupOf } from '../tables';

export const formattedValue = 'OData.Community.Display.V1.FormattedValue';
export const lookupLogicalName = 'Microsoft.Dynamics.CRM.lookuplogicalname';

const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  statecode: { '0': 'Active', '1': 'Inactive' },
  statuscode: { '1': 'Active', '2': 'Inactive', '192350000': 'Draft', '192350001': 'Live', '192350002': 'Stopped' },
  rin_segmenttype: { '192350000': 'Dynamic', '192350001': 'Static', '192350002': 'Compound' },
};

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

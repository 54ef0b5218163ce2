import { canonicalId } from '../ids';
import { recordTypes, type RecordType, type TableSet } from '../registry/recordTypes';
import { textOf, type Row } from './row';

/** What of a record a field of the directory holds. */
export interface Reader {
  /** The property of the Web API that holds it, in a set of tables; undefined where these have none. */
  readonly property: (set: TableSet) => string | undefined;
  /** Undefined where it is empty. */
  readonly of: (row: Row, property: string) => unknown;
}

/** A column by its name in each set of tables; one name where it is the same in both. */
export type Column = string | Readonly<Partial<Record<TableSet, string>>>;

/** A column of our tables that the vendor's have by the same name, but for the prefix. */
export const both = (name: string): Column => ({ own: `rin_${name}`, vendor: `msdyncrm_${name}` });
/** A column that our tables alone have. */
export const own = (name: string): Column => ({ own: `rin_${name}` });

const named =
  (column: Column) =>
  (set: TableSet): string | undefined =>
    typeof column === 'string' ? column : column[set];

const reader = (column: Column, of: Reader['of']): Reader => ({ property: named(column), of });

export const text = (column: Column): Reader => reader(column, (row, property) => textOf(row, property) || undefined);

export const number = (column: Column): Reader =>
  reader(column, (row, property) => (typeof row[property] === 'number' ? row[property] : undefined));

/** A record that a lookup names, where it is one of that type: a lookup may name others, and then says which. */
export function record(column: Column, recordType: RecordType): Reader {
  const tables = Object.values(recordTypes[recordType].tables).map(({ table }) => table);
  return {
    property: (set) => {
      const name = named(column)(set);
      return name === undefined ? undefined : `_${name}_value`;
    },
    of: (row, property) => {
      const id = textOf(row, property);
      const table = textOf(row, `${property}@Microsoft.Dynamics.CRM.lookuplogicalname`);
      return id !== '' && (table === '' || tables.some((one) => one === table)) ? canonicalId(id) : undefined;
    },
  };
}

/** JSON that a column keeps as text; undefined where it is none. */
export const structure = (column: Column): Reader =>
  reader(column, (row, property) => {
    try {
      return JSON.parse(textOf(row, property)) as unknown;
    } catch {
      return undefined;
    }
  });

/** What is told of a column's choices, by what it holds. */
export const choice = (column: Column, choices: Readonly<Record<string, string>>): Reader =>
  reader(column, (row, property) => choices[textOf(row, property)]);

/** What a reader finds in a row of a set of tables. */
export function readIn(row: Row, set: TableSet, { property, of }: Reader): unknown {
  const name = property(set);
  return name === undefined ? undefined : of(row, name);
}

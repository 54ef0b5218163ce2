/** What a column of a record can hold, as JSON carries it. */
export type Value = string | number | boolean | null;

/** A record as the Web API returns it: columns by name, lookups as `_<column>_value`. */
export type Row = Readonly<Record<string, Value>>;

/** The columns of a JSON value that is an object; nested values are dropped, since no record has any. */
export function rowOf(json: unknown): Row | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const columns: [string, Value][] = [];
  for (const [name, value] of Object.entries(json)) {
    if (isValue(value)) columns.push([name, value]);
  }
  return Object.fromEntries(columns);
}

function isValue(value: unknown): value is Value {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** The column's text; empty when the record has none. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  return value === undefined || value === null ? '' : String(value);
}

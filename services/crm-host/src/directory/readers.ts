import type { RecordType } from '@record-insights/domain';
import { textOf, type Row } from '../row';
import { lookupOf } from '../tables';

/** What of a record a field of the directory holds; undefined where it is empty. */
export type Reader = (row: Row) => unknown;

export const text =
  (column: string): Reader =>
  (row) =>
    textOf(row, column) || undefined;

export const number =
  (column: string): Reader =>
  (row) =>
    typeof row[column] === 'number' ? row[column] : undefined;

export const record =
  (column: string, recordType: RecordType): Reader =>
  (row) => {
    const found = lookupOf(row, column);
    return found?.table.recordType === recordType ? found.id : undefined;
  };

/** JSON that a column keeps as text; undefined where it is none. */
export const structure =
  (column: string): Reader =>
  (row) => {
    try {
      return JSON.parse(textOf(row, column)) as unknown;
    } catch {
      return undefined;
    }
  };

/** What is told of a column's choices, by what it holds. */
export const choice =
  (column: string, choices: Readonly<Record<string, string>>): Reader =>
  (row) =>
    choices[textOf(row, column)];

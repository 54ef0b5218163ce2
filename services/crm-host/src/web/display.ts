import { formattedValue } from '../odata/annotations';
import { textOf, type Row } from '../row';
import { lookupColumnOf, lookupOf, type Lookup } from '../tables';
import type { ViewColumn } from './views';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const minute = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A column's value as people read it. */
export function shown(row: Row, column: string, kind: ViewColumn['kind']): string {
  const value = textOf(row, column);
  if (kind === 'date') return dateText(value);
  return kind === 'text' ? value : textOf(row, `${column}@${formattedValue}`) || (kind === 'choice' ? value : '');
}

/** Where a column's value leads, when it is a lookup to a record that can be opened. */
export function target(row: Row, property: string): Lookup | undefined {
  const column = lookupColumnOf(property);
  const lookup = column === undefined ? undefined : lookupOf(row, column);
  return lookup?.table.recordType ? lookup : undefined;
}

/** Dates without a time stand alone; instants show in the zone of the browser. */
export function dateText(value: string): string {
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) return '';
  return value.length > 10 ? minute.format(instant) : day.format(instant);
}

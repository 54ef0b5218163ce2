import { cell, readRow, type Delivered, type Refused, type Row } from './rows';

/** The rows that hold, one an id, whatever the order and number of deliveries. */
export function keptRows(deliveries: Iterable<Delivered>): readonly Row[] {
  const kept = new Map<string, Row>();
  for (const delivered of deliveries) {
    const row = readRow(delivered);
    if (typeof row === 'string') continue;
    const known = kept.get(row.id);
    if (known === undefined || holdsAgainst(row, known)) kept.set(row.id, row);
  }
  return [...kept.values()];
}

/**
 * Of several rows with one id the highest Version holds; with equal Versions and unlike content the row with more
 * filled columns, then the one whose canonical text sorts last.
 */
function holdsAgainst(row: Row, other: Row): boolean {
  if (row.version !== other.version) return row.version > other.version;
  if (row.cells.size !== other.cells.size) return row.cells.size > other.cells.size;
  return canonicalText(row) > canonicalText(other);
}

/** The cells in order of their columns, as JSON. */
function canonicalText(row: Row): string {
  const columns = [...row.cells.keys()].sort();
  return `{${columns.map((column) => `${JSON.stringify(column)}:${JSON.stringify(cell(row, column))}`).join(',')}}`;
}

/** A row that was refused. */
export interface Refusal {
  readonly reason: Refused;
  readonly row: unknown;
  readonly folder?: string | undefined;
}

/** The refused rows; the same text from the same folder is refused once, however often it comes. */
export function refusedRows(deliveries: Iterable<Delivered>): readonly Refusal[] {
  const refused = new Map<string, Refusal>();
  for (const delivered of deliveries) {
    const reason = readRow(delivered);
    const { row, folder } = delivered;
    if (typeof reason === 'string') refused.set(JSON.stringify([folder ?? '', row]), { reason, row, folder });
  }
  return [...refused.values()];
}

/**
 * A test send: its UsageType is present and, without regard to case, contains neither `journey` nor `trigger`. Test
 * sends are kept, and left out of every KPI and list.
 */
export function isTestSend(row: Row): boolean {
  const usage = cell(row, 'UsageType').toLowerCase();
  return usage !== '' && !usage.includes('journey') && !usage.includes('trigger');
}

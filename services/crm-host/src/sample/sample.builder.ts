import { interactionId, parseInstant, type Instant } from '@record-insights/domain';
import type { InteractionRow } from './outbox';
import type { SampleOptions } from './world';

/** The sample that the tests look at. */
export const smallOptions: SampleOptions = {
  seed: 1,
  size: 'small',
  until: new Date('2026-03-02T15:30:00Z'),
  zone: 'Europe/Oslo',
};

/** The cell's text, empty when there is none. */
export const cellOf = (row: InteractionRow, column: string): string => row[column] ?? '';

export const timeOf = (row: InteractionRow): Instant => parseInstant(cellOf(row, 'Timestamp')) ?? NaN;

/** The row that holds of each id: the one with the highest version. */
export function holding(rows: Iterable<InteractionRow>): readonly InteractionRow[] {
  const held = new Map<string, InteractionRow>();
  for (const row of rows) {
    const id = interactionId(cellOf(row, 'InternalMarketingInteractionId'));
    const other = held.get(id);
    if (!other || BigInt(cellOf(row, 'Version')) > BigInt(cellOf(other, 'Version'))) held.set(id, row);
  }
  return [...held.values()];
}

/** Rows by the text that a key gives. */
export function grouped(
  rows: Iterable<InteractionRow>,
  key: (row: InteractionRow) => string,
): Map<string, InteractionRow[]> {
  const groups = new Map<string, InteractionRow[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

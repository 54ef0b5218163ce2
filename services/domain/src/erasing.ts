import { interactionFrom, type Columns, type Interaction } from './interaction';
import { erasedColumn, keptWhenErased, replacedWhenErased } from './registry/erasure';
import { typeOf } from './registry/interactionTypes';
import { evidenceIn } from './verdicts';

/**
 * The row as it stays when its person is erased.
 * @param replace gives for an id another that leads nowhere, the same for the same id
 * @param contact the contact that the row belongs to, whether or not it names one
 */
export function strippedRow(row: Interaction, contact: string, replace: (id: string) => string): Interaction {
  const columns: Record<string, string> = {
    ...evidenceIn(row.type, row.columns),
    ContactId: replace(contact),
    [erasedColumn]: 'person',
  };
  for (const [column, value] of Object.entries(row.columns)) {
    if (keptWhenErased.has(column)) columns[column] = value;
    else if (replacedWhenErased.has(column) && column !== 'ContactId') columns[column] = replace(value);
  }
  return interactionFrom(columns);
}

/** Somebody else's row without the values that name an erased person; undefined when it names none. */
export function withoutMentions(row: Interaction, isErased: (value: string) => boolean): Interaction | undefined {
  const left = Object.entries(row.columns).filter(([, value]) => !isErased(value));
  if (left.length === Object.keys(row.columns).length) return undefined;
  return interactionFrom({ [erasedColumn]: 'mention', ...Object.fromEntries(left) });
}

/** The contact that has to be erased because of the row: CRM has deleted it. */
export function contactToErase({ type, columns }: Interaction): string | undefined {
  const { erases } = typeOf(type);
  return erases && matches(columns, erases.where) ? columns[erases.column] : undefined;
}

const matches = (columns: Columns, where: Readonly<Record<string, string>>): boolean =>
  Object.entries(where).every(([column, value]) => columns[column]?.toLowerCase() === value);

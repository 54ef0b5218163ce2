import type { PersonRecord } from './personRecord';

/**
 * The rows of a visitor that belong to a contact although they name none: a row goes to the contact of the visitor's
 * last tie at or before it, else of the first tie (domain decision "Visitor and contact"). Neither the order of the
 * ties nor that of the rows matters.
 * @param ties the visitor's rows that name a contact, whichever
 * @param rows the visitor's rows that name none
 */
export function joinedRows<R extends PersonRecord>(
  contact: string,
  ties: readonly PersonRecord[],
  rows: readonly R[],
): readonly R[] {
  const inOrder = [...ties].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return rows.filter(({ at }) => {
    const last = inOrder.findLast((tie) => tie.at <= at) ?? inOrder[0];
    return last?.contact === contact;
  });
}

import { earliest } from './counting';
import { cell, type Row } from './rows';

const contactOf = (row: Row): string => cell(row, 'ContactId');
const visitorOf = (row: Row): string => cell(row, 'VisitorId');

/**
 * The rows of a contact. A row that names a contact is that contact's. A row that names none, but a visitor, goes to
 * the contact of the visitor's last tie at or before it, else of the first tie.
 */
export function rowsOfPerson(kept: readonly Row[], contact: string, joinAnonymousPast: boolean): readonly Row[] {
  const rows = kept.filter((row) => contactOf(row) === contact);
  if (!joinAnonymousPast) return rows;
  for (const visitor of new Set(rows.map(visitorOf))) {
    if (visitor === '') continue;
    const ties = kept.filter((row) => visitorOf(row) === visitor && contactOf(row) !== '');
    const strangers = kept.filter((row) => visitorOf(row) === visitor && contactOf(row) === '');
    rows.push(...strangers.filter((row) => contactOf(tieOf(row, ties)) === contact));
  }
  return rows;
}

/** A tie is any row with both VisitorId and ContactId, at its instant, then by id. */
function tieOf(row: Row, ties: readonly Row[]): Row {
  const before = ties.filter((tie) => tie.at <= row.at);
  return before.length > 0 ? latest(before) : earliest(ties);
}

function latest(ties: readonly Row[]): Row {
  let rest = ties;
  while (rest.length > 1) {
    const first = earliest(rest);
    rest = rest.filter((tie) => tie !== first);
  }
  return earliest(rest);
}

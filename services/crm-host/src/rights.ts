import type { Row } from './row';
import { lookupOf, userTable, type CrmTable } from './tables';
import type { User } from './users';

/** Finds the records that lookups point at. */
export interface Lookups {
  row(table: string, id: string): Row | undefined;
}

/** Columns through which a person belongs to an account. */
const accountColumns = ['parentcustomerid', 'parentaccountid'];
const customerTables = new Set(['contact', 'account', 'lead']);

/**
 * Whether a user may read a record. Users' names are open to all. Who reads own records sees the accounts owned,
 * the people of those accounts, people owned, and every marketing record.
 */
export function mayRead(user: User, table: CrmTable, row: Row, lookups: Lookups): boolean {
  if (table.table === userTable.table || user.access === 'all') return true;
  if (user.access === 'none') return false;
  if (!customerTables.has(table.table)) return true;
  return owns(user, row) || accountColumns.some((column) => ownsAccount(user, row, column, lookups));
}

function owns(user: User, row: Row): boolean {
  const owner = lookupOf(row, 'ownerid');
  return owner?.table.table === userTable.table && owner.id === user.id;
}

function ownsAccount(user: User, row: Row, column: string, lookups: Lookups): boolean {
  const account = lookupOf(row, column);
  const accountRow = account && lookups.row(account.table.table, account.id);
  return accountRow !== undefined && account?.table.table === 'account' && owns(user, accountRow);
}

import type { DirectoryFact } from './directory';
import type { Instant } from './instant';
import type { PersonRecord } from './personRecord';

/** To which account a contact belongs now, and since when. */
export interface Membership {
  readonly account: string;
  /** What the contact did at this instant or later counts for the account. */
  readonly since: Instant;
}

/** What a row tells of whose account a contact is. */
export type NamingRow = Pick<PersonRecord, 'account' | 'at' | 'id'>;

/** From when on a membership is taken to last of which nothing tells when it began. */
const always: Instant = 0;

/**
 * The present membership of a contact (domain decision "Account membership"). It begins when the directory says; where
 * that does not, at the earliest row of the contact's last unbroken run of the AccountId, else when the contact was
 * created. Of a contact whom the directory does not know the latest row that names an account tells. One who left and
 * came back counts from the return.
 * @param fact what the directory tells of the contact at a view
 * @param records the rows that name the contact at the same view, in any order
 * @returns undefined when the contact belongs to none
 */
export function membershipOf(
  fact: DirectoryFact<'contact'> | undefined,
  records: readonly NamingRow[],
): Membership | undefined {
  const runs = firstOfRuns(records);
  const account = fact ? fact.fields.accountId : runs.at(-1)?.account;
  if (account === undefined) return undefined;
  const told =
    fact?.fields.accountSince ?? runs.findLast((run) => run.account === account)?.at ?? fact?.fields.createdAt;
  return { account, since: typeof told === 'string' ? Date.parse(told) : (told ?? always) };
}

/** The rows that tell as much as all of them: of each unbroken run of one account the first. */
export function firstOfRuns(records: readonly NamingRow[]): readonly NamingRow[] {
  const named = records
    .filter(({ account }) => account !== '')
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return named.filter(({ account }, n) => account !== named[n - 1]?.account);
}

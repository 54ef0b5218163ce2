import type { DirectoryFact } from './directory';
import type { Instant } from './instant';
import type { PersonRecord } from './personRecord';

/** To which account a contact belongs now, and since when. */
export interface Membership {
  readonly account: string;
  /** What the contact did at this instant or later counts for the account. */
  readonly since: Instant;
}

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
  records: readonly PersonRecord[],
): Membership | undefined {
  const named = records
    .filter(({ account }) => account !== '')
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const account = fact ? fact.fields.accountId : named.at(-1)?.account;
  if (account === undefined) return undefined;
  const told = fact?.fields.accountSince ?? startOfLastRun(named, account) ?? fact?.fields.createdAt;
  return { account, since: typeof told === 'string' ? Date.parse(told) : (told ?? always) };
}

/** When the last unbroken run of rows of the account began, among rows in order that name one. */
function startOfLastRun(named: readonly PersonRecord[], account: string): Instant | undefined {
  const last = named.findLastIndex((record) => record.account === account);
  if (last === -1) return undefined;
  const before = named.slice(0, last).findLastIndex((record) => record.account !== account);
  return named[before + 1]?.at;
}

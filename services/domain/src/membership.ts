import type { Fact } from './directory';
import { parseInstant, type Instant } from './instant';
import type { PersonRecord } from './personRecord';

/** The account to which a contact belongs, and since when what it does counts for it. */
export interface Membership {
  readonly account: string;
  readonly since: Instant;
}

/**
 * The contact's present membership. The directory says which account, and since when; where it keeps no date, the rows
 * tell: since the earliest row of the last unbroken run of that account. Where the directory does not know the contact,
 * the rows tell the account, too. Rule: the domain's decisions, "Account membership".
 * @param records all of the contact; those that do not name it, and became its own through a visitor, tell nothing
 */
export function membershipOf(
  fact: Fact<'contact'> | undefined,
  records: readonly PersonRecord[],
): Membership | undefined {
  const run = (account: string): Instant | undefined => startOfLastRun(records, account);
  if (!fact) {
    const account = latestAccount(records);
    const since = run(account);
    return since === undefined ? undefined : { account, since };
  }
  const { accountId: account, accountSince, createdAt } = fact.fields;
  if (fact.op === 'delete' || account === undefined) return undefined;
  const told = accountSince === undefined ? undefined : parseInstant(accountSince);
  const created = createdAt === undefined ? undefined : parseInstant(createdAt);
  return { account, since: told ?? run(account) ?? created ?? -Infinity };
}

const isLater = (a: PersonRecord, b: PersonRecord): boolean => a.at > b.at || (a.at === b.at && a.id > b.id);

const tellsAccount = ({ account, contact }: PersonRecord): boolean => account !== '' && contact !== '';

/** The account that the latest row names which names one; empty where none does. */
function latestAccount(records: readonly PersonRecord[]): string {
  let latest: PersonRecord | undefined;
  for (const record of records) if (tellsAccount(record) && (!latest || isLater(record, latest))) latest = record;
  return latest?.account ?? '';
}

/** Rows that name no account break no run. Undefined where none names it. */
function startOfLastRun(records: readonly PersonRecord[], account: string): Instant | undefined {
  const named = records.filter(tellsAccount).sort((a, b) => (isLater(a, b) ? 1 : -1));
  const last = named.findLastIndex((record) => record.account === account);
  if (last < 0) return undefined;
  const before = named.slice(0, last).findLastIndex((record) => record.account !== account);
  return named[before + 1]?.at;
}

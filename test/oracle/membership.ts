import { earliest } from './counting';
import { cell, type Row } from './rows';
import type { Instant } from './times';

/** What the directory says of a contact, instants in any spelling that Date knows. */
export interface ToldContact {
  readonly op: string;
  readonly accountId?: string | undefined;
  readonly accountSince?: string | undefined;
  readonly createdAt?: string | undefined;
}

/**
 * The present membership of the contact whose rows are given. Begins at the instant that the directory gives; where it
 * gives none, at the earliest row of the last unbroken run of that AccountId, rows without AccountId breaking none, else
 * when the contact was created; where nothing tells, it was always so.
 */
export function membershipIn(
  told: ToldContact | undefined,
  rows: readonly Row[],
): { readonly account: string; readonly since: Instant } | undefined {
  if (told?.op === 'delete') return undefined;
  const runs = runsOf(rows);
  const account = told === undefined ? runs[runs.length - 1]?.account : told.accountId;
  if (account === undefined) return undefined;
  if (told?.accountSince !== undefined) return { account, since: new Date(told.accountSince).getTime() };
  let since = told?.createdAt === undefined ? 0 : new Date(told.createdAt).getTime();
  for (const run of runs) if (run.account === account) since = run.begins;
  return { account, since };
}

interface Run {
  readonly account: string;
  readonly begins: Instant;
}

/** The accounts that the rows name one after the other, and when each is first named. */
function runsOf(rows: readonly Row[]): readonly Run[] {
  const runs: Run[] = [];
  let rest = rows.filter((row) => cell(row, 'AccountId') !== '');
  while (rest.length > 0) {
    const first = earliest(rest);
    const account = cell(first, 'AccountId');
    if (runs[runs.length - 1]?.account !== account) runs.push({ account, begins: first.at });
    rest = rest.filter((row) => row !== first);
  }
  return runs;
}

import { canonicalId } from '@record-insights/domain';
import { textOf, type Row } from '../row';
import type { InteractionRow } from './outbox';
import type { Sample } from './simulate';

export interface NotableContact {
  readonly id: string;
  readonly name: string;
  /** Rows that name the contact, repeated ones included. */
  readonly interactions: number;
}

/** Contacts worth opening, each found in the rows; undefined where the sample has none such. */
export interface NotableContacts {
  /** Clicks aside, since a machine that tries all links would win. */
  readonly liveliest: NotableContact | undefined;
  /** No interaction names this one. */
  readonly empty: NotableContact | undefined;
  readonly remoteBounce: NotableContact | undefined;
  readonly testSends: NotableContact | undefined;
  /** Was at three accounts and left two of them. */
  readonly movedTwice: NotableContact | undefined;
}

/** What the rows say of one contact. */
interface Tally {
  rows: number;
  clicks: number;
  takenBack: number;
  tests: number;
  readonly accounts: Set<string>;
}

/** Watches rows go by and then tells who stands out. */
export interface NotableWatch {
  see(row: InteractionRow): void;
  found(contacts: readonly Row[]): NotableContacts;
}

export function notableWatch(): NotableWatch {
  const tallies = new Map<string, Tally>();
  return {
    see: (row) => {
      const id = canonicalId(row['ContactId'] ?? '');
      if (!id) return;
      const tally = tallies.get(id) ?? { rows: 0, clicks: 0, takenBack: 0, tests: 0, accounts: new Set() };
      tallies.set(id, tally);
      count(tally, row);
    },
    found: (contacts) => found(contacts, tallies),
  };
}

function count(tally: Tally, row: InteractionRow): void {
  tally.rows += 1;
  if (row['InteractionType'] === 'EmailClicked') tally.clicks += 1;
  if (row['InteractionType']?.endsWith('RemoteBounced') || row['DeliveredCount'] === '-1') tally.takenBack += 1;
  if (row['UsageType']?.toLowerCase() === 'testsend') tally.tests += 1;
  if (row['AccountId']) tally.accounts.add(canonicalId(row['AccountId']));
}

function found(contacts: readonly Row[], tallies: ReadonlyMap<string, Tally>): NotableContacts {
  const most = (score: (tally: Tally) => number): NotableContact | undefined => {
    let best: NotableContact | undefined;
    let highest = 0;
    for (const contact of contacts) {
      const tally = tallies.get(textOf(contact, 'contactid'));
      const reached = tally ? score(tally) : 0;
      if (tally && reached > highest) [best, highest] = [described(contact, tally), reached];
    }
    return best;
  };
  const empty = contacts.find((contact) => !tallies.has(textOf(contact, 'contactid')));
  return {
    liveliest: most(({ rows, clicks }) => rows - clicks),
    empty: empty && described(empty),
    remoteBounce: most(({ takenBack }) => takenBack),
    testSends: most(({ tests }) => tests),
    movedTwice: most(({ accounts, rows, clicks }) => (accounts.size > 2 ? rows - clicks : 0)),
  };
}

function described(contact: Row, tally?: Tally): NotableContact {
  return { id: textOf(contact, 'contactid'), name: textOf(contact, 'fullname'), interactions: tally?.rows ?? 0 };
}

/** Who stands out in a whole sample. */
export function notableContacts(sample: Sample): NotableContacts {
  const watch = notableWatch();
  for (const row of sample.interactions) watch.see(row);
  return watch.found(sample.records['contact'] ?? []);
}

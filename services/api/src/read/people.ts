import pLimit from 'p-limit';
import { judged, membershipOf, newestFirst, type Instant } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { contactsTold } from '../directory/merges';
import { leadPerson, personRecords, type CellRecord } from '../fold/cells';
import { possibleMembers } from '../fold/memberRows';
import { contactHistory } from './contactHistory';
import { digestsOf, type DigestBasis } from './digests';
import type { KeptDigest } from './digestBytes';
import { viewExpired } from './viewExpired';
import type { RowsOf } from './whose';

/** A person whose rows count for a record. */
export interface Counting {
  /** Empty where the rows name no contact. */
  readonly contact: string;
  /** Since when the rows count where the record is not the person; absent: from the first. */
  readonly since?: Instant | undefined;
  /** What the history contributes, where it is kept; absent where the history has been read. */
  readonly digest?: KeptDigest;
  /** The person's whole history, judged; of one of several people in the order of time and id. */
  readonly history: () => Promise<readonly CellRecord[]>;
}

/** Where to read, and what. */
export interface PeopleQuery extends DigestBasis {
  readonly context: EngineContext;
  readonly id: string;
}

/** @returns undefined when the sequence has moved on too far to tell */
type People = (query: PeopleQuery) => Promise<readonly Counting[] | undefined>;

/** Enough to keep a store busy that is asked over a network. */
const readsAtOnce = 50;

async function historyOf(
  contact: string,
  { context, organisation, view, rules, joinAnonymousPast }: PeopleQuery,
): Promise<readonly CellRecord[] | undefined> {
  const history = await contactHistory(context.store, organisation, contact, view, joinAnonymousPast);
  return history && judged(history.records, rules);
}

/** The same when it is read later than what was counted. */
async function historyStill(contact: string, query: PeopleQuery): Promise<readonly CellRecord[]> {
  const history = await historyOf(contact, query);
  if (!history) throw viewExpired();
  return history;
}

/** Whose rows count for a record, by what its type's row in the registry says. */
export const peopleOf: Readonly<Record<RowsOf, People>> = {
  async self(query) {
    const history = await historyOf(query.id, query);
    return history && [counting(query.id, history)];
  },
  async own({ context, organisation, id, view, rules }) {
    const records = judged(await personRecords(context.store, organisation, leadPerson(id), view), rules);
    return [counting('', records)];
  },
  async members(query) {
    const { context, organisation, id, view } = query;
    const contacts = await possibleMembers(context.store, organisation, id);
    const told = await contactsTold(context.store, organisation, contacts, view);
    if (!told) return undefined;
    const { facts, survivorOf } = told;
    const people = [...new Set(contacts.map(survivorOf))];
    const possible = people.filter((contact) => (facts.get(contact)?.fields.accountId ?? id) === id);
    const limit = pLimit(readsAtOnce);
    const digests = await digestsOf(context.store, query, possible, (work) => limit(work));
    if (!digests) return undefined;
    return possible.flatMap((contact, i): Counting[] => {
      const kept = digests[i];
      const membership = kept && membershipOf(facts.get(contact), kept.naming);
      if (!kept || membership?.account !== id) return [];
      const history = once(() => limit(async () => [...(await historyStill(contact, query))].sort(oldestFirst)));
      return [{ contact, since: membership.since, history, digest: kept }];
    });
  },
};

const counting = (contact: string, records: readonly CellRecord[]): Counting => ({
  contact,
  history: () => Promise.resolve(records),
});

/** As a digest has them. */
const oldestFirst = (a: CellRecord, b: CellRecord): number => newestFirst(b, a);

/** What is made when first asked for. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

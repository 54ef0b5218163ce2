import pLimit from 'p-limit';
import { membershipOf, type Instant, type PeopleOf } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { factsOf } from '../directory/facts';
import type { CellRecord } from '../fold/cells';
import { possibleMembers } from '../fold/memberRows';
import { contactHistory } from './contactHistory';

/** A person whose rows count for a record. */
export interface Counting {
  readonly contact: string;
  /** Since when the rows count where the record is not the person; absent: from the first. */
  readonly since?: Instant;
  /** The person's whole history. */
  readonly records: readonly CellRecord[];
}

/** Where to read, and what. */
export interface PeopleQuery {
  readonly context: EngineContext;
  readonly organisation: string;
  readonly id: string;
  readonly view: number;
  readonly joinAnonymousPast: boolean;
}

/** @returns undefined when the sequence has moved on too far to tell */
type People = (query: PeopleQuery) => Promise<readonly Counting[] | undefined>;

/** Enough to keep a store busy that is asked over a network. */
const readsAtOnce = 50;

const historyOf = (contact: string, { context, organisation, view, joinAnonymousPast }: PeopleQuery) =>
  contactHistory(context.store, organisation, contact, view, joinAnonymousPast);

/** Whose rows count for a record, by what its type's row in the registry says. */
export const peopleOf: Readonly<Record<PeopleOf, People>> = {
  self: async (query) => [{ contact: query.id, records: await historyOf(query.id, query) }],
  async members(query) {
    const { context, organisation, id, view } = query;
    const contacts = await possibleMembers(context.store, organisation, id);
    const facts = await factsOf(context.store, organisation, 'contact', contacts, view);
    if (!facts) return undefined;
    const limit = pLimit(readsAtOnce);
    const people = await Promise.all(
      contacts.map((contact) =>
        limit(async () => {
          const fact = facts.get(contact);
          if (fact && fact.fields.accountId !== id) return [];
          const records = await historyOf(contact, query);
          const naming = records.filter((record) => record.contact !== '');
          const membership = membershipOf(fact, naming);
          return membership?.account === id ? [{ contact, since: membership.since, records }] : [];
        }),
      ),
    );
    return people.flat();
  },
};

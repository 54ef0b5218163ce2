import fc from 'fast-check';
import type { ToldItem } from '../oracle/facts';
import { accounts } from './accounts';
import { cyclic } from './cyclic';
import { contacts } from './histories';
import { spellings } from './spellings';

/** An item about a contact: as CRM sends it, and as it is understood. */
export interface Sent {
  readonly item: ToldItem;
  readonly told: ToldItem;
}

const aDay = 24 * 60 * 60 * 1000;
const optional = <T>(one: fc.Arbitrary<T>, freq: number): fc.Arbitrary<T | undefined> =>
  fc.option(one, { nil: undefined, freq });
/** At one of the instants at which something happened, or close to it. */
const moment = fc.record({ place: fc.nat(30), aside: fc.constantFrom(0, 0, 0, 1, -1, 60_000, -aDay) });

/** Somebody who belongs to an account for all that is known, and of whom there is no row. */
export const stranger = '1f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f0009';

const said = fc.record({
  contact: fc.constantFrom(...contacts, ...contacts, ...contacts, stranger),
  op: fc.constantFrom('upsert', 'upsert', 'upsert', 'upsert', 'delete'),
  at: moment,
  accountId: optional(fc.constantFrom(...accounts), 5),
  accountSince: optional(moment, 2),
  createdAt: optional(moment, 2),
  mergedInto: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...contacts, stranger) },
  ),
  way: spellings,
});

/**
 * What CRM tells of contacts, in no order: that they belong to an account, move, leave, come back, are merged with each
 * other, in chains and rings, or are deleted; several at one instant, too. The instants at which things happened make items of it.
 */
export const memberships = fc.array(said, { maxLength: 7, size: 'max' }).map((all) => {
  const sentIn = (instants: readonly number[]): readonly Sent[] =>
    all.map(({ contact, op, at, way, accountId, accountSince, createdAt, mergedInto }) => {
      const instantOf = (one: typeof at): string => new Date(cyclic(instants, one.place) + one.aside).toISOString();
      const dates = {
        accountSince: accountSince && instantOf(accountSince),
        createdAt: createdAt && instantOf(createdAt),
      };
      const told: ToldItem = {
        kind: 'contact',
        id: contact,
        op,
        at: instantOf(at),
        fields: filled({ accountId, ...dates, mergedInto }),
      };
      const spelt = {
        accountId: accountId && way.otherIds(accountId),
        mergedInto: mergedInto && way.otherIds(mergedInto),
      };
      return { told, item: { ...told, id: way.otherIds(contact), fields: filled({ ...spelt, ...dates }) } };
    });
  return Object.assign(sentIn, { [fc.toStringMethod]: () => JSON.stringify(all) });
});

const filled = (fields: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

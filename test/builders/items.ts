import fc from 'fast-check';
import { accounts } from './accounts';
import { contacts, leads } from './histories';

/** An item of the directory, as CRM sends it. */
export interface SentItem {
  readonly kind: string;
  readonly id: string;
  readonly op: 'upsert' | 'delete';
  readonly at: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

const guid = (kind: string, n: number): string => `${kind}f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f000${n}`;
const segment = guid('c', 0);

const optional = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined, freq: 3 });
const contact = fc.constantFrom(...contacts);
const account = fc.constantFrom(...accounts);
/** So few that items of one record often have the same; past in every world. */
export const itemTimes = ['2003-03-01', '2003-03-02', '2003-03-03', '2003-03-04'].map((day) => `${day}T08:00:00.000Z`);
const time = fc.constantFrom(...itemTimes);

type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;
const about = (kind: string, id: fc.Arbitrary<string>, fields: fc.Arbitrary<Fields>) =>
  fc.record({ kind: fc.constant(kind), id, fields });

const told = fc.oneof(
  about('contact', contact, fc.record({ accountId: optional(account), accountSince: optional(time) })),
  about(
    'lead',
    fc.constantFrom(...leads),
    fc.record({ contactId: optional(contact), accountId: optional(account), createdAt: optional(time) }),
  ),
  about(
    'segmentMembers',
    fc.constant('all'),
    fc.record({ segmentId: fc.constant(segment), contactIds: fc.subarray([...contacts]) }),
  ),
);

/** Items about few records, in all orders of their instants. */
export const items: fc.Arbitrary<readonly SentItem[]> = fc.array(
  fc
    .tuple(told, time, fc.constantFrom('upsert' as const, 'upsert' as const, 'delete' as const))
    .map(([{ kind, id, fields }, at, op]) => ({ kind, id, op, at, fields: filled(fields) })),
  { maxLength: 12, size: 'max' },
);

const filled = (fields: Fields): SentItem['fields'] =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );

import fc from 'fast-check';
import { membershipOf, personRecordOf, readDirectoryItem, readInteraction } from '@record-insights/domain';
import { keptRows } from '../oracle/keeping';
import { membershipIn } from '../oracle/membership';

const now = Date.parse('2026-06-01T00:00:00Z');
const contact = '11111111-1111-4111-8111-111111111111';
const accounts = ['aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb'];

const time = fc.integer({ min: 0, max: 5 }).map((hour) => new Date(Date.UTC(2026, 0, 1, hour)).toISOString());
const optional = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined, freq: 1 });
const rows = fc.uniqueArray(
  fc.record({
    InteractionType: fc.constantFrom('EmailOpened', 'WebsiteVisited'),
    InternalMarketingInteractionId: fc.integer({ min: 100, max: 130 }).map(String),
    Timestamp: time,
    ContactId: fc.constant(contact),
    AccountId: fc.constantFrom(...accounts, ...accounts, ''),
  }),
  { selector: (row) => row.InternalMarketingInteractionId, maxLength: 10 },
);
const told = optional(
  fc.record({
    op: fc.constantFrom('upsert', 'upsert', 'delete'),
    fields: fc.record({
      accountId: optional(fc.constantFrom(...accounts)),
      accountSince: optional(time),
      createdAt: optional(time),
    }),
  }),
);

test('a contact belongs where the oracle says, since when the oracle says, in whatever order rows come', () => {
  fc.assert(
    fc.property(rows, told, (delivered, item) => {
      const records = delivered.map((row) => {
        const reading = readInteraction(row, now);
        if (!reading.ok) throw new Error(reading.refusal.code);
        return personRecordOf(reading.interaction);
      });
      const expected = membershipIn(
        item && { op: item.op, ...item.fields },
        keptRows(delivered.map((row) => ({ row, receivedAt: now }))),
      );
      expect(membershipOf(item && factFrom(item), records)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

function factFrom(item: object): Parameters<typeof membershipOf>[0] {
  const read = readDirectoryItem({ kind: 'contact', id: contact, at: '2026-02-01', ...item }, now);
  if ('refusal' in read) throw new Error(read.refusal.field);
  return read.item as Parameters<typeof membershipOf>[0];
}

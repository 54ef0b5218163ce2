import fc from 'fast-check';
import { readDirectoryItem, type DirectoryItem } from './directory';
import { mergedInto, survivorOf } from './merges';

const guid = (n: number): string => `0000000${n}-1111-4111-8111-111111111111`;

function item(kind: string, fields: object, op = 'upsert'): DirectoryItem {
  const read = readDirectoryItem({ kind, id: guid(1), op, at: '2026-01-01', fields }, Date.UTC(2027, 0));
  if ('refusal' in read) throw new Error(read.refusal.field);
  return read.item;
}

test('a contact’s fact tells into whom it was merged, no other fact does', () => {
  expect(mergedInto(item('contact', { mergedInto: `{${guid(2).toUpperCase()}}` }))).toBe(guid(2));
  expect(mergedInto(item('contact', { accountId: guid(2) }))).toBeUndefined();
  expect(mergedInto(item('contact', { mergedInto: guid(2) }, 'delete'))).toBeUndefined();
  expect(mergedInto(item('lead', { contactId: guid(2) }))).toBeUndefined();
  expect(mergedInto(undefined)).toBeUndefined();
});

const through =
  (merges: Readonly<Record<string, string>>) =>
  (contact: string): string | undefined =>
    merges[contact];

test.each([
  ['nobody who was not merged', {}, 'a'],
  ['the one at the end of a chain', { a: 'b', b: 'c', c: 'd' }, 'd'],
  ['itself, when merged into itself', { a: 'a' }, 'a'],
  ['of a ring the one that sorts first, from inside', { a: 'c', c: 'b', b: 'a' }, 'a'],
  ['of a ring the one that sorts first, from outside', { a: 'd', d: 'c', c: 'd' }, 'c'],
])('stands for a contact: %s', (_what, merges, survivor) => {
  expect(survivorOf('a', through(merges))).toBe(survivor);
});

const everybody = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

test('whatever facts say, whoever is merged with somebody, and nobody else, ends at the same contact', () => {
  const contact = fc.constantFrom(...everybody);
  fc.assert(
    fc.property(fc.dictionary(contact, contact), (merges) => {
      const ends = everybody.map((one) => survivorOf(one, through(merges)));
      // Recounted without following anything: groups grow together by each merge.
      const group = new Map(everybody.map((one) => [one, one]));
      for (const [from, into] of Object.entries(merges)) {
        const [left, joined] = [group.get(from), group.get(into) ?? ''];
        for (const [one, of] of group) if (of === left) group.set(one, joined);
      }
      for (const [i, one] of everybody.entries())
        for (const [j, other] of everybody.entries())
          expect([one, other, ends[i] === ends[j]]).toEqual([one, other, group.get(one) === group.get(other)]);
      for (const end of ends) expect(survivorOf(end, through(merges))).toBe(end);
    }),
  );
});

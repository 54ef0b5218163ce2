import * as fc from 'fast-check';
import type { InteractionId } from './ids';
import type { PersonRecord } from './personRecord';
import { aRecord } from './personRecord.builder';
import { joinedRows } from './visitors';

const row = (id: string, at: number, contact = ''): PersonRecord =>
  aRecord('WebsiteVisited', at, { id: id as InteractionId, contact, visitor: 'v' });
const idsOf = (contact: string, ties: readonly PersonRecord[], rows: readonly PersonRecord[]): readonly string[] =>
  joinedRows(contact, ties, rows).map(({ id }) => id);

test('what a visitor did before the first tie belongs to that tie’s contact', () => {
  const ties = [row('t1', 10, 'a'), row('t2', 20, 'b')];
  expect(idsOf('a', ties, [row('r', 1)])).toEqual(['r']);
  expect(idsOf('b', ties, [row('r', 1)])).toEqual([]);
});

test('later rows belong to the last tie at or before them', () => {
  const ties = [row('t1', 10, 'a'), row('t2', 20, 'b')];
  const rows = [row('r1', 19), row('r2', 20), row('r3', 99)];
  expect(idsOf('a', ties, rows)).toEqual(['r1']);
  expect(idsOf('b', ties, rows)).toEqual(['r2', 'r3']);
});

test('of ties at one instant the one with the highest id is the last, the one with the lowest the first', () => {
  const ties = [row('t2', 10, 'b'), row('t1', 10, 'a')];
  expect(idsOf('b', ties, [row('r', 10)])).toEqual(['r']);
  expect(idsOf('a', ties, [row('r', 9)])).toEqual(['r']);
});

test('a visitor without a tie stays anonymous', () => {
  expect(idsOf('a', [], [row('r', 1)])).toEqual([]);
});

test('every row of a visitor who is known belongs to exactly one contact, whatever the order', () => {
  const ties = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('a', 'b', 'c')), { minLength: 1 });
  const rows = fc.array(fc.integer({ min: 0, max: 9 }));
  fc.assert(
    fc.property(ties, rows, (drawnTies, drawnRows) => {
      const tied = drawnTies.map(([at, contact], i) => row(`t${i}`, at, contact));
      const anonymous = drawnRows.map((at, i) => row(`r${i}`, at));
      const parts = ['a', 'b', 'c'].map((contact) => idsOf(contact, tied, anonymous));
      const backwards = ['a', 'b', 'c'].map((contact) => idsOf(contact, [...tied].reverse(), anonymous));
      expect(backwards).toEqual(parts);
      expect(parts.flat().sort()).toEqual(anonymous.map(({ id }) => id).sort());
    }),
  );
});

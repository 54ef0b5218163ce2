import fc from 'fast-check';
import type { InteractionId } from './ids';
import { onNow } from './onNow';
import type { PersonRecord } from './personRecord';
import { aRecord } from './personRecord.builder';

const joined = (at: number, list = 'news', more: Partial<PersonRecord> = {}): PersonRecord =>
  aRecord('SegmentSubscribed', at, { list, ...more });
const left = (at: number, list = 'news', more: Partial<PersonRecord> = {}): PersonRecord =>
  aRecord('SegmentUnsubscribed', at, { list, ...more });
const lists = (...records: readonly PersonRecord[]): readonly (readonly [string, number])[] =>
  onNow(records, 'listJoins', 'listLeaves').map(({ list, since }) => [list, since]);

test('a person is on the lists joined and not left since', () => {
  expect(lists(joined(1), left(2), joined(3, 'courses'))).toEqual([['courses', 3]]);
});

test('the last row decides, in whatever order rows come', () => {
  expect(lists(left(2), joined(1))).toEqual([]);
  expect(lists(joined(3), left(2))).toEqual([['news', 3]]);
});

test('who joins again and again is on the list since the first time; who left and came back, since the return', () => {
  expect(lists(joined(1), joined(5))).toEqual([['news', 1]]);
  expect(lists(joined(1), left(2), joined(3), joined(4))).toEqual([['news', 3]]);
});

test('of rows at one instant the one of the higher id is the last', () => {
  const [a, b] = ['a', 'b'].map((id) => ({ id: id as InteractionId })) as [
    Partial<PersonRecord>,
    Partial<PersonRecord>,
  ];
  expect(lists(joined(1, 'news', a), left(1, 'news', b))).toEqual([]);
  expect(lists(joined(1, 'news', b), left(1, 'news', a))).toEqual([['news', 1]]);
});

test('rows that name no list, test sends and segments say nothing', () => {
  expect(
    lists(joined(1, ''), joined(1, 'news', { testSend: true }), aRecord('SegmentMemberAdded', 1, { list: 'x' })),
  ).toEqual([]);
});

test('lists come in the order in which they were joined', () => {
  expect(lists(joined(5, 'a'), joined(3, 'c'), joined(3, 'b')).map(([list]) => list)).toEqual(['b', 'c', 'a']);
});

test('neither the order of the rows nor telling them twice changes the answer', () => {
  const rows = fc.array(
    fc
      .tuple(fc.boolean(), fc.nat(9), fc.constantFrom('a', 'b'))
      .map(([isJoin, at, list]) => (isJoin ? joined : left)(at, list)),
  );
  fc.assert(
    fc.property(rows, fc.array(fc.nat(99)), (records, keys) => {
      const shuffled = records
        .map((record, i) => ({ record, key: keys[i] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ record }) => record);
      expect(lists(...shuffled, ...records)).toEqual(lists(...records));
    }),
  );
});

import { agoOf } from './ago';

const now = Date.parse('2026-11-23T13:02:00Z');

test.each([
  ['2026-11-23T13:01:40Z', 1, 'minutesAgo'],
  ['2026-11-23T12:02:01Z', 59, 'minutesAgo'],
  ['2026-11-23T12:02:00Z', 1, 'hoursAgo'],
  ['2026-11-22T13:02:01Z', 23, 'hoursAgo'],
  ['2026-11-22T13:02:00Z', 1, 'daysAgo'],
  ['2026-11-09T13:02:01Z', 13, 'daysAgo'],
  ['2026-11-09T13:02:00Z', 2, 'weeksAgo'],
  ['2026-09-24T13:02:00Z', 2, 'monthsAgo'],
  ['2025-11-23T13:02:00Z', 12, 'monthsAgo'],
] as const)('%s was %i %s', (at, value, key) => expect(agoOf(Date.parse(at), now)).toEqual({ key, value }));

test('what lies a little ahead is a minute ago', () =>
  expect(agoOf(now + 3_600_000, now)).toEqual({ key: 'minutesAgo', value: 1 }));

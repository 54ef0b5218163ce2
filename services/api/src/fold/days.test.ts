import type { Instant } from '@record-insights/domain';
import { dayNumbers, monthOf, numberOfDay } from './days';

const at = (text: string): Instant => Date.parse(text);

test.each([
  ['UTC', '2026-11-05T23:59:59.999Z', '2026-11-05'],
  ['Europe/Berlin', '2026-11-05T23:00:00Z', '2026-11-06'],
  ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
  ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
  ['Asia/Kathmandu', '2026-11-05T18:14:59Z', '2026-11-05'],
  ['Asia/Kathmandu', '2026-11-05T18:15:00Z', '2026-11-06'],
  ['America/New_York', '1969-12-31T12:00:00Z', '1969-12-31'],
])('in %s %s falls on %s', (zone, instant, day) => {
  expect(dayNumbers(zone)(at(instant))).toBe(numberOfDay(day));
});

test('days are numbered from the first of 1970 on, and lie in their months', () => {
  expect([numberOfDay('1970-01-01'), numberOfDay('1970-02-01'), numberOfDay('1969-12-31')]).toEqual([0, 31, -1]);
  expect(['2026-10-31', '2026-11-01', '1969-12-31'].map((day) => monthOf(numberOfDay(day)))).toEqual([
    '2026-10',
    '2026-11',
    '1969-12',
  ]);
});

import fc from 'fast-check';
import { dayGroups, leastForUsual, usualTime } from './usualTime';
import type { HourCount } from './weekHours';

const cell = (weekday: number, hour: number, count: number): HourCount => ({ weekday, hour, count });

test('is the shortest stretch of hours with at least half of all', () => {
  const mornings = [1, 2, 3, 4, 5].flatMap((day) => [cell(day, 7, 3), cell(day, 8, 4), cell(day, 12, 2)]);
  const evenings = [cell(6, 20, 5), cell(7, 20, 5)];
  expect(usualTime([...mornings, ...evenings])).toEqual({ days: 'weekdays', from: 7, hours: 2, count: 35 });
});

test('falls on all days where it takes all of them, and may run past midnight', () => {
  const nights = [1, 2, 3, 4, 5, 6, 7].flatMap((day) => [cell(day, 23, 2), cell(day, 0, 2), cell(day, 4, 3)]);
  expect(usualTime(nights)).toEqual({ days: 'anyDay', from: 23, hours: 2, count: 28 });
});

test('of equally short stretches the fullest is taken', () => {
  expect(usualTime([cell(6, 9, 5), cell(7, 9, 2), cell(6, 15, 5), cell(7, 15, 3)])).toEqual({
    days: 'weekend',
    from: 15,
    hours: 1,
    count: 8,
  });
});

test('is nothing where too little happened, or where it happened all the time', () => {
  expect(usualTime([cell(1, 8, leastForUsual - 1)])).toBeNull();
  const always = Array.from({ length: 168 }, (_, n) => cell(Math.floor(n / 24) + 1, n % 24, 1));
  expect(usualTime(always)).toBeNull();
});

test('has at least half of all, counted right, and no shorter stretch on those days has', () => {
  const cells = fc.uniqueArray(
    fc.record({ weekday: fc.integer({ min: 1, max: 7 }), hour: fc.nat(23), count: fc.integer({ min: 1, max: 9 }) }),
    { selector: ({ weekday, hour }) => weekday * 24 + hour, minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(cells, (counts) => {
      const usual = usualTime(counts);
      if (!usual) return;
      const inStretch = (from: number, hours: number): number =>
        counts
          .filter(({ weekday }) => dayGroups[usual.days].some((day) => day === weekday))
          .filter(({ hour }) => (hour - from + 24) % 24 < hours)
          .reduce((sum, { count }) => sum + count, 0);
      const half = counts.reduce((sum, { count }) => sum + count, 0) / 2;
      expect(usual.count).toBe(inStretch(usual.from, usual.hours));
      expect(usual.count).toBeGreaterThanOrEqual(half);
      for (let from = 0; from < 24; from++) expect(inStretch(from, usual.hours - 1)).toBeLessThan(half);
    }),
  );
});

import fc from 'fast-check';
import type { AnsweredDelivery } from './answeredDeliveries';
import { ofMessage } from './personRecord.builder';
import { medianClass, reactionTimes, waits } from './reactionTimes';
import { waitClasses } from './registry/waitClasses';

const minute = 60_000;
const monday8 = Date.parse('2026-11-23T08:00:00Z');
const delivered = (at: number, afterMinutes?: number): AnsweredDelivery => ({
  delivery: ofMessage('EmailDelivered', at),
  opened: afterMinutes === undefined ? undefined : ofMessage('EmailOpened', at + afterMinutes * minute),
});
const titleOf = (minutes: number): string => {
  const place = waits([delivered(monday8, minutes)]).indexOf(1);
  return waitClasses[place]?.title ?? 'none';
};

test.each([
  [-3, 'Under 5 minutes'],
  [0, 'Under 5 minutes'],
  [4.99, 'Under 5 minutes'],
  [5, '5–15 minutes'],
  [59, '30–60 minutes'],
  [60, '1–2 hours'],
  [1440, '1–2 days'],
  [10_079, '2–7 days'],
  [10_080, 'Over 7 days'],
  [9_999_999, 'Over 7 days'],
])('an open %d minutes after the delivery is in the class %s', (minutes, title) =>
  expect(titleOf(minutes)).toBe(title),
);

test('classes follow each other without a gap', () => {
  const ends = waitClasses.map(({ below }) => below);
  expect(ends).toEqual([...ends].sort((a, b) => a - b));
  expect(ends.at(-1)).toBe(Infinity);
});

test.each<[readonly number[], number | null]>([
  [[0, 0, 0], null],
  [[1, 0, 0], 0],
  [[1, 0, 1], 0],
  [[1, 0, 2], 2],
  [[0, 3, 3], 1],
  [[2, 0, 1, 3], 2],
])('of %j the median lies in class %j', (counts, place) => expect(medianClass(counts)).toBe(place));

test('a cell has the deliveries that came in its hour, opened or not', () => {
  const [morning, noon] = [monday8, monday8 + 4 * 60 * minute];
  const cells = reactionTimes([delivered(morning, 1), delivered(morning + minute, 90), delivered(noon)], 'UTC');
  expect(cells.map(({ weekday, hour, deliveries, median }) => [weekday, hour, deliveries, median])).toEqual([
    [1, 8, 2, 0],
    [1, 12, 1, null],
  ]);
});

test('cells add up to all deliveries and all first opens, and half of the opens lie at or before the median', () => {
  const instant = fc.integer({ min: monday8, max: monday8 + 20 * 24 * 60 * minute });
  const all = fc.array(
    fc.tuple(instant, fc.option(fc.nat(20_000), { nil: undefined })).map(([at, after]) => delivered(at, after)),
  );
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  fc.assert(
    fc.property(all, (deliveries) => {
      const cells = reactionTimes(deliveries, 'Europe/Oslo');
      expect(sum(cells.map((cell) => cell.deliveries))).toBe(deliveries.length);
      expect(sum(cells.map(({ counts }) => sum(counts)))).toBe(deliveries.filter(({ opened }) => opened).length);
      for (const { counts, median } of cells) {
        const opened = sum(counts);
        expect(median === null).toBe(opened === 0);
        if (median === null) continue;
        expect(2 * sum(counts.slice(0, median + 1))).toBeGreaterThanOrEqual(opened);
        expect(2 * sum(counts.slice(0, median))).toBeLessThan(opened);
      }
    }),
  );
});

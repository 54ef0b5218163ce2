import fc from 'fast-check';
import type { AnsweredDelivery } from './answeredDeliveries';
import { ofMessage } from './personRecord.builder';
import { bestSendTimes, leastDeliveries, noRates, type OpenRates } from './sendTimes';
import { weekHours } from './weekHours';

const hour = 3_600_000;
const monday = Date.parse('2026-11-23T00:00:00Z');
/** Deliveries in an hour of the week, the first so many of them opened. */
const delivered = (place: number, count: number, opened: number): readonly AnsweredDelivery[] =>
  Array.from({ length: count }, (_, n) => {
    const delivery = ofMessage('EmailDelivered', monday + place * hour + n);
    return { delivery, opened: n < opened ? ofMessage('EmailOpened', delivery.at + 1) : undefined };
  });
/** The same rate in every hour. */
const rates = (opened: number, deliveries: number): OpenRates => ({
  deliveries: new Array<number>(weekHours).fill(deliveries),
  opened: new Array<number>(weekHours).fill(opened),
});

test('a cell is (opened + 20 × the organisation’s rate) / (deliveries + 20)', () => {
  const { cells } = bestSendTimes(delivered(8, 5, 4), rates(30, 100), 'UTC');
  expect(cells).toEqual([{ weekday: 1, hour: 8, deliveries: 5, opened: 4, rate: (4 + 20 * 0.3) / 25 }]);
});

test('the organisation’s rate is that of the same hour', () => {
  const opened = new Array<number>(weekHours).fill(0);
  opened[24 + 8] = 50;
  const { cells } = bestSendTimes(delivered(24 + 8, 3, 0), { ...rates(0, 100), opened }, 'UTC');
  expect(cells[0]?.rate).toBeCloseTo((20 * 0.5) / 23, 12);
});

test('fewer than 3 deliveries are not enough evidence, however many were opened', () => {
  const { cells, best } = bestSendTimes([...delivered(8, 2, 2), ...delivered(9, 3, 1)], rates(30, 100), 'UTC');
  expect(cells.map(({ deliveries, rate }) => [deliveries, rate === null])).toEqual([
    [2, true],
    [3, false],
  ]);
  expect(best).toEqual([{ weekday: 1, hour: 9 }]);
});

test('the best hours are those equal in whole percent, three at most, with most deliveries first', () => {
  const five = [8, 32, 56, 80].flatMap((place, n) => delivered(place, 10 + 2 * n, 5 + n));
  const { best } = bestSendTimes([...five, ...delivered(104, 10, 0)], rates(50, 100), 'UTC');
  expect(best).toEqual([4, 3, 2].map((weekday) => ({ weekday, hour: 8 })));
});

test('without evidence, and where nobody ever opened, nothing is best', () => {
  expect(bestSendTimes([], rates(1, 2), 'UTC')).toEqual({ cells: [], best: [] });
  expect(bestSendTimes(delivered(8, 2, 2), rates(1, 2), 'UTC').best).toEqual([]);
  expect(bestSendTimes(delivered(8, 5, 0), noRates, 'UTC').best).toEqual([]);
});

test('a rate lies between the person’s and the organisation’s own, and rises with what was opened', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: leastDeliveries, max: 60 }),
      fc.nat(60),
      fc.nat(100),
      fc.integer({ min: 1, max: 167 }),
      (deliveries, drawn, organisation, place) => {
        const opened = Math.min(drawn, deliveries);
        const rateOf = (count: number): number =>
          bestSendTimes(delivered(place, deliveries, count), rates(organisation, 100), 'UTC').cells[0]?.rate ?? NaN;
        const [low, high] = [opened / deliveries, organisation / 100].sort((a, b) => a - b) as [number, number];
        expect(rateOf(opened)).toBeGreaterThanOrEqual(low - 1e-12);
        expect(rateOf(opened)).toBeLessThanOrEqual(high + 1e-12);
        if (opened > 0) expect(rateOf(opened)).toBeGreaterThan(rateOf(opened - 1));
      },
    ),
  );
});

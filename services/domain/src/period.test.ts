import { daysOf, isWithin, periodBefore, resolvePeriod, spanOf } from './period';
import type { Day } from './zone';

const now = Date.parse('2026-11-23T23:30:00Z');
const day = (text: string): Day => text as Day;

test('without dates it is the last 30 days, today of the organisation included', () => {
  expect(resolvePeriod({}, now, 'Europe/Oslo', 12)?.period).toEqual({ from: '2026-10-26', to: '2026-11-24' });
  expect(resolvePeriod({}, now, 'UTC', 12)?.period).toEqual({ from: '2026-10-25', to: '2026-11-23' });
});

test('without From, the whole of it is all that is shown', () => {
  const period = { from: '2025-11-23', to: '2026-11-23' };
  expect(resolvePeriod({ whole: true }, now, 'UTC', 12)).toEqual({ period, earliest: '2025-11-23', clamped: false });
  expect(resolvePeriod({ whole: true, from: day('2026-11-01') }, now, 'UTC', 12)?.period.from).toBe('2026-11-01');
});

test('an earlier From than is shown is moved and told', () => {
  const resolved = resolvePeriod({ from: day('2020-01-01') }, now, 'UTC', 12);
  expect(resolved).toEqual({ period: { from: '2025-11-23', to: '2026-11-23' }, earliest: '2025-11-23', clamped: true });
});

test('From after To has no answer', () => {
  expect(resolvePeriod({ from: day('2026-11-02'), to: day('2026-11-01') }, now, 'UTC', 12)).toBeUndefined();
});

test('the period before has the same length and ends the day before', () => {
  expect(periodBefore({ from: day('2026-10-25'), to: day('2026-11-23') })).toEqual({
    from: '2026-09-25',
    to: '2026-10-24',
  });
});

test('both days lie inside, to their last instant', () => {
  const span = spanOf({ from: day('2026-10-25'), to: day('2026-10-25') }, 'Europe/Oslo');
  const at = (text: string): boolean => isWithin(Date.parse(text), span);
  expect([
    at('2026-10-24T21:59:59Z'),
    at('2026-10-24T22:00:00Z'),
    at('2026-10-25T22:59:59Z'),
    at('2026-10-25T23:00:00Z'),
  ]).toEqual([false, true, true, false]);
  expect(daysOf({ from: day('2026-10-31'), to: day('2026-11-01') })).toEqual(['2026-10-31', '2026-11-01']);
});

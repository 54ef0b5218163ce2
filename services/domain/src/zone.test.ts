import fc from 'fast-check';
import { addDays, dayOf, daysBetween, isZone, monthsBefore, parseDay, startOfDay, type Day } from './zone';

const hour = 3_600_000;
const day = (text: string): Day => parseDay(text) as Day;
const zones = [
  'Europe/Oslo',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'America/New_York',
  'Pacific/Apia',
  'UTC',
  'Africa/Cairo',
];

test('a day has 23 hours when clocks go forward and 25 when they go back', () => {
  const length = (text: string): number =>
    (startOfDay(addDays(day(text), 1), 'Europe/Oslo') - startOfDay(day(text), 'Europe/Oslo')) / hour;
  expect([length('2026-03-29'), length('2026-10-25'), length('2026-06-01')]).toEqual([23, 25, 24]);
});

test('a day begins at 1:00 where midnight does not exist', () => {
  expect(new Date(startOfDay(day('2018-11-04'), 'America/Sao_Paulo')).toISOString()).toBe('2018-11-04T03:00:00.000Z');
});

test('every instant lies in the day that it is told to lie in', () => {
  const instants = fc.integer({ min: Date.parse('2005-01-01'), max: Date.parse('2030-01-01') });
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (at, zone) => {
      const its = dayOf(at, zone);
      expect(startOfDay(its, zone)).toBeLessThanOrEqual(at);
      expect(dayOf(startOfDay(its, zone), zone)).toBe(its);
      expect(dayOf(startOfDay(its, zone) - 1, zone) < its).toBe(true);
    }),
  );
});

test('the same date months earlier is the last of the month where it is shorter', () => {
  expect(monthsBefore(day('2026-03-31'), 1)).toBe('2026-02-28');
  expect(monthsBefore(day('2026-11-23'), 12)).toBe('2025-11-23');
});

test('days are counted across years and clock changes', () => {
  expect(daysBetween(day('2025-12-31'), day('2026-03-30'))).toBe(89);
  expect(addDays(day('2026-03-28'), 2)).toBe('2026-03-30');
});

test('only names of zones are zones, only days are days', () => {
  expect([isZone('Europe/Oslo'), isZone('Oslo'), isZone('')]).toEqual([true, false, false]);
  expect([parseDay('2026-02-29'), parseDay('2026-2-1'), parseDay('today')]).toEqual([undefined, undefined, undefined]);
});

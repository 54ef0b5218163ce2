import fc from 'fast-check';
import { countsByHour, weekHourAt, weekHourOf } from './weekHours';

const at = (text: string): number => Date.parse(text);
const hourOf = (text: string, zone: string): unknown => weekHourOf(weekHourAt(at(text), zone));

test('an instant falls in the hour that clocks in the zone show', () => {
  expect(hourOf('2026-11-23T07:14:00Z', 'UTC')).toEqual({ weekday: 1, hour: 7 });
  expect(hourOf('2026-11-23T07:14:00Z', 'Europe/Oslo')).toEqual({ weekday: 1, hour: 8 });
  expect(hourOf('2026-11-22T23:30:00Z', 'Europe/Oslo')).toEqual({ weekday: 1, hour: 0 });
  expect(hourOf('2026-11-22T23:30:00Z', 'America/Sao_Paulo')).toEqual({ weekday: 7, hour: 20 });
  expect(hourOf('2026-11-22T18:30:00Z', 'Asia/Kolkata')).toEqual({ weekday: 1, hour: 0 });
});

test('the hour that clocks show twice is one hour, the one they pass over is none', () => {
  const zone = 'Europe/Oslo';
  expect([hourOf('2026-10-25T00:30:00Z', zone), hourOf('2026-10-25T01:30:00Z', zone)]).toEqual([
    { weekday: 7, hour: 2 },
    { weekday: 7, hour: 2 },
  ]);
  expect(hourOf('2026-03-29T01:00:00Z', zone)).toEqual({ weekday: 7, hour: 3 });
});

test('every instant is counted in one hour, Monday’s hours first', () => {
  const instants = fc.array(fc.integer({ min: 0, max: at('2040-01-01') }));
  fc.assert(
    fc.property(instants, fc.constantFrom(...Intl.supportedValuesOf('timeZone')), (all, zone) => {
      const counts = countsByHour(all, zone);
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      const places = counts.map(({ weekday, hour }) => (weekday - 1) * 24 + hour);
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      expect(places.every((place) => place >= 0 && place < 168)).toBe(true);
    }),
  );
});

import { calendarUntil, hour } from './calendar';

const calendar = calendarUntil(new Date('2026-03-02T15:30:00Z'), 'Europe/Oslo');

describe('the calendar of the sample', () => {
  test('goes back fifteen months to the start of a day of the zone', () => {
    expect(new Date(calendar.start).toISOString()).toBe('2024-12-01T23:00:00.000Z');
    expect(calendar.indexOf(calendar.until)).toBe(calendar.days - 1);
  });

  test('has days of 23 and of 25 hours where clocks change', () => {
    const lengths = Array.from(
      { length: calendar.days },
      (_, day) => calendar.startOf(day + 1) - calendar.startOf(day),
    );
    expect(lengths.filter((length) => length === 23 * hour)).toHaveLength(1);
    expect(lengths.filter((length) => length === 25 * hour)).toHaveLength(1);
    expect(lengths.filter((length) => length === 24 * hour)).toHaveLength(calendar.days - 2);
  });

  test('every day holds its own first and last instant', () => {
    for (let day = 0; day < calendar.days; day += 1) {
      expect(calendar.indexOf(calendar.startOf(day))).toBe(day);
      expect(calendar.indexOf(calendar.startOf(day + 1) - 1)).toBe(day);
    }
  });

  test('knows weekdays and dates', () => {
    expect(calendar.weekday(0)).toBe(0);
    expect(calendar.weekday(calendar.days - 1)).toBe(0);
    const found = calendar.next(10, 7);
    expect(new Date(calendar.moment(found, 12)).toISOString()).toBe('2025-10-07T10:00:00.000Z');
  });
});

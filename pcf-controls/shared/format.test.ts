import { formatOf, fromPickerDate, toPickerDate } from './format';

const now = Date.parse('2026-11-23T13:02:00Z');
const format = formatOf('en-GB', 'Europe/Oslo', now);

describe('Numbers', () => {
  test('have thousands as the locale writes them', () => {
    expect(format.number(11_842)).toBe('11,842');
    expect(formatOf('de-DE', 'UTC', now).number(11_842)).toBe('11.842');
  });

  test('are short on tiles from a million on', () => {
    expect(format.tile(999_999)).toBe('999,999');
    expect(formatOf('en-US', 'UTC', now).tile(1_243_210)).toBe('1.24M');
  });

  test.each([
    [0.413, '41.3%'],
    [0, '0.0%'],
    [1, '100.0%'],
    [0.99996, '99.9%'],
    [1.0004, '100.1%'],
    [1.25, '125.0%'],
  ])('%d is the percentage %s: 100.0%% only when exact', (ratio, shown) => expect(format.percent(ratio)).toBe(shown));

  test('points have one decimal and no sign', () => expect(format.points(-0.153)).toBe('15.3'));
});

test.each([
  [0, '0 secs'],
  [45, '45 secs'],
  [60, '1 min'],
  [125, '2 mins'],
  [3600, '1 hr'],
  [3900, '1 hr 5 mins'],
  [3599, '1 hr'],
])('%d seconds are %s', (seconds, shown) => expect(format.duration(seconds)).toBe(shown));

describe('Days and times', () => {
  test('are the organisation’s', () => {
    expect(format.today).toBe('2026-11-23');
    expect(format.dayOfInstant('2026-11-22T23:30:00Z')).toBe('2026-11-23');
    expect(format.time('2026-11-23T07:14:00Z')).toBe('08:14');
    expect(format.dayTime('2026-11-23T07:14:00Z')).toBe('23 Nov, 08:14');
    expect(format.place).toBe('Oslo');
    expect(formatOf('en-GB', 'America/New_York', now).place).toBe('New York');
  });

  test('name the year only when it is not this one', () => {
    expect(format.shortDay('2026-10-25')).toBe('25 Oct');
    expect(format.shortDay('2025-10-25')).toBe('25 Oct 2025');
    expect(format.dayHead('2026-11-21')).toBe('Saturday 21 November');
    expect(format.shortPeriod({ from: '2026-10-25', to: '2026-11-23' })).toMatch(/^25 Oct.–.23 Nov$/);
    expect(format.shortPeriod({ from: '2025-10-25', to: '2026-01-03' })).toMatch(/^25 Oct 2025.–.3 Jan 2026$/);
  });

  test('of the calendar begin with January and Sunday', () => {
    expect(format.calendar.months[0]).toBe('January');
    expect(format.calendar.days[0]).toBe('Sunday');
    expect(format.calendar.shortMonths).toHaveLength(12);
    expect(format.calendar.shortDays).toHaveLength(7);
    expect(format.calendar.firstDayOfWeek).toBe(1);
    expect(formatOf('en-US', 'UTC', now).calendar.firstDayOfWeek).toBe(0);
  });

  test.each(['2026-01-01', '2026-03-29', '2026-10-25', '2024-02-29'])('%s goes into a date picker and back', (day) =>
    expect(fromPickerDate(toPickerDate(day))).toBe(day),
  );
});

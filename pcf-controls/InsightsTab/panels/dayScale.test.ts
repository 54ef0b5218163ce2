import { parseDay, type Period } from '@record-insights/domain';
import { dateMarks, dayScale } from './dayScale';

const period = (from: string, to: string): Period => ({ from: parseDay(from)!, to: parseDay(to)! });
const month = period('2026-10-25', '2026-11-23');

describe('The scale of days', () => {
  test('gives each day its share of the width, its mark in the middle', () => {
    const { days, step, middleOf } = dayScale(month, 600);
    expect(days).toHaveLength(30);
    expect(step).toBe(20);
    expect(middleOf(days[0]!)).toBe(10);
    expect(middleOf(days[29]!)).toBe(590);
  });

  test('counts every day once where the clocks change', () =>
    expect(dayScale(period('2026-10-24', '2026-10-26'), 300).days).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']));

  test('draws columns of 16 px at most and 1 px at least', () => {
    expect(dayScale(period('2026-11-22', '2026-11-23'), 600).column).toBe(16);
    expect(dayScale(month, 600).column).toBe(12);
    expect(dayScale(period('2025-11-24', '2026-11-23'), 300).column).toBe(1);
  });
});

describe('The dates along the axis', () => {
  test('are the first, two between and the last, each inside the width', () =>
    expect(dateMarks(dayScale(month, 600), 600)).toEqual([
      { day: '2026-10-25', x: 0, anchor: 'start' },
      { day: '2026-11-04', x: 200, anchor: 'middle' },
      { day: '2026-11-14', x: 400, anchor: 'middle' },
      { day: '2026-11-23', x: 600, anchor: 'end' },
    ]));

  test.each([
    ['2026-11-23', 1],
    ['2026-11-22', 2],
    ['2026-11-21', 3],
  ])('name no day twice from %s on', (from, count) => {
    const marks = dateMarks(dayScale(period(from, '2026-11-23'), 600), 600);
    expect(marks.map(({ day }) => day)).toEqual([...new Set(marks.map(({ day }) => day))]);
    expect(marks.length).toBeLessThanOrEqual(count);
  });
});

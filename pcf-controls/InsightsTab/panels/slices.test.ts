import { slicesOf } from './slices';

const parts = [14, 9, 9, 6, 6, 2, 1].map((count, n) => ({
  type: `Type${n}`,
  title: `Type ${n}`,
  count,
  rows: `/v1/rows/${n}`,
}));
const others = (kinds: number): string => `Other kinds (${kinds})`;

describe('The slices of a whole', () => {
  test('are the five largest, and the rest together in grey', () => {
    const slices = slicesOf(parts, 47, others);
    expect(slices.map(({ title, count }) => [title, count])).toEqual([
      ['Type 0', 14],
      ['Type 1', 9],
      ['Type 2', 9],
      ['Type 3', 6],
      ['Type 4', 6],
      ['Other kinds (2)', 3],
    ]);
    expect(slices.map(({ series }) => series)).toEqual([0, 1, 2, 3, 4, undefined]);
    expect(slices.at(-1)?.types).toEqual(['Type5', 'Type6']);
  });

  test('add up to the whole', () => {
    const slices = slicesOf(parts, 47, others);
    expect(slices.reduce((sum, { count }) => sum + count, 0)).toBe(47);
    expect(slices.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  test('need no "other" when there are five or fewer', () =>
    expect(slicesOf(parts.slice(0, 5), 44, others)).toHaveLength(5));
});

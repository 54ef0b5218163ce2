import fc from 'fast-check';
import { ranksOf } from './ranks';

const stepsOf = (...numbers: readonly (number | null)[]): readonly number[] => ranksOf(numbers).map(({ step }) => step);
const ranks = (...numbers: readonly (number | null)[]): readonly (number | undefined)[] =>
  ranksOf(numbers).map(({ rank }) => rank);

describe('Ranks of links', () => {
  test('go from red for the most to blue for the least', () => {
    expect(ranks(1204, 611, 402, 318, 205, 131, 77, 24, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(stepsOf(1204, 611, 402, 318, 205, 131, 77, 24, 9)).toEqual([0, 1, 2, 2, 3, 4, 5, 5, 6]);
  });

  test('are shared by equal numbers, and so is the colour; the least are blue all the same', () => {
    expect(ranks(5, 1, 5, 1)).toEqual([1, 3, 1, 3]);
    expect(stepsOf(5, 1, 5, 1)).toEqual([0, 6, 0, 6]);
  });

  test('of one link, or of links that are all alike, is red', () => {
    expect(stepsOf(3)).toEqual([0]);
    expect(stepsOf(3, 3)).toEqual([0, 0]);
  });

  test('are not given to what was not clicked or has no answer, which is blue', () => {
    expect(ranks(3, 0, null)).toEqual([1, undefined, undefined]);
    expect(stepsOf(3, 0, null)).toEqual([0, 6, 6]);
    expect(ranks()).toEqual([]);
  });

  test('put the colours of any links in the order of their numbers', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 60 }), (numbers) => {
        const all = ranksOf(numbers);
        for (const [i, a] of numbers.entries())
          for (const [j, b] of numbers.entries()) {
            if (a > b) expect(all[i]!.step).toBeLessThanOrEqual(all[j]!.step);
            if (a === b) expect(all[i]).toEqual(all[j]);
          }
      }),
    ));
});

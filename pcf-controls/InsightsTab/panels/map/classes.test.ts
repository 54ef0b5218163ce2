import fc from 'fast-check';
import { classesOf, stepIn } from './classes';

describe('Classes of colour', () => {
  test('hold about as many countries each', () =>
    expect(classesOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 100])).toEqual([
      { from: 1, to: 2, step: 1 },
      { from: 3, to: 4, step: 2 },
      { from: 5, to: 6, step: 3 },
      { from: 7, to: 8, step: 4 },
      { from: 9, to: 100, step: 5 },
    ]));

  test('are fewer where there are fewer different counts, the highest with the last step', () => {
    expect(classesOf([7])).toEqual([{ from: 7, to: 7, step: 5 }]);
    expect(classesOf([7, 7, 7])).toEqual([{ from: 7, to: 7, step: 5 }]);
    expect(classesOf([7, 3]).map(({ step }) => step)).toEqual([3, 5]);
    expect(classesOf([])).toEqual([]);
  });

  test('never overlap, keep the order of counts, and leave no count without a colour', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 40 }), (counts) => {
        const classes = classesOf(counts);
        expect(classes.length).toBeLessThanOrEqual(5);
        for (const [n, one] of classes.entries()) {
          expect(one.from).toBeLessThanOrEqual(one.to);
          if (n > 0) expect(one.from).toBeGreaterThan(classes[n - 1]!.to);
          if (n > 0) expect(one.step).toBeGreaterThan(classes[n - 1]!.step);
        }
        expect(classes.at(-1)!.step).toBe(5);
        for (const count of counts) expect(stepIn(classes, count)).toBeGreaterThan(0);
      }),
    ));

  test('give nothing the colour of nothing', () => expect(stepIn(classesOf([4]), 0)).toBe(0));
});

import { abConfidence } from './abConfidence';

const of = (successes: number, sends: number): { readonly sends: number; readonly successes: number } => ({
  sends,
  successes,
});

// z by hand: (p1 − p2) / √(p(1 − p)(1/n1 + 1/n2)); then the table of the normal distribution.
test.each([
  ['1.96', of(60, 100), of(46.1412, 100), 95.0],
  // p = 0.3, error = √(0.21 × 0.002) = 0.0204939, z = 2.4398
  ['2.4398', of(325, 1000), of(275, 1000), 98.53],
  // p = 0.15, error = √(0.1275 × 0.04) = 0.0714143, z = 1.4003
  ['1.4003', of(10, 50), of(5, 50), 83.86],
  // p = 0.5, error = √(0.25 × 0.02) = 0.0707107, z = 4.2426
  ['4.2426', of(65, 100), of(35, 100), 99.9978],
])('of a z of %s it is what the normal distribution says', (_z, a, b, percent) => {
  expect(abConfidence(a, b)).toBeCloseTo(percent, percent > 99 ? 3 : 1);
  expect(abConfidence(b, a)).toBe(abConfidence(a, b));
});

test('versions that do alike differ with no sureness at all', () => {
  expect(abConfidence(of(20, 100), of(40, 200))).toBe(0);
});

test('more of the same makes surer', () => {
  const sureness = [1, 2, 5, 10].map((times) => abConfidence(of(12 * times, 100 * times), of(10 * times, 100 * times)));
  expect([...sureness].sort((a, b) => Number(a) - Number(b))).toEqual(sureness);
  expect(new Set(sureness).size).toBe(4);
});

test.each([
  ['a version was not sent', of(0, 0), of(5, 10)],
  ['nobody did it', of(0, 10), of(0, 10)],
  ['everybody did it', of(10, 10), of(12, 10)],
])('where %s there is too little to tell', (_what, a, b) => {
  expect(abConfidence(a, b)).toBeNull();
});

test('a very large difference is all but sure, and no more', () => {
  const sure = abConfidence(of(900, 1000), of(100, 1000));
  expect(sure).toBeGreaterThan(99.999999);
  expect(sure).toBeLessThanOrEqual(100);
});

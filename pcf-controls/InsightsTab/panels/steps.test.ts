import { waitClasses } from '@record-insights/domain';
import { stepOf, stepOfWait } from './steps';

test.each([
  [0, 6, 0],
  [1, 6, 1],
  [3, 6, 3],
  [5, 6, 4],
  [6, 6, 5],
  [1, 1, 5],
  [1, 1000, 1],
  [0, 0, 0],
])('%d beside %d at most is step %d', (value, highest, step) => expect(stepOf(value, highest)).toBe(step));

test('the faster people open the darker, and no class of waiting is nothing', () => {
  const steps = waitClasses.map((_, place) => stepOfWait(place));
  expect(steps).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 1]);
});

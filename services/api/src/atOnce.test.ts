import { setImmediate } from 'node:timers/promises';
import { mapAtOnce } from './atOnce';

test('results come in the order of the items, and no more are worked on at once than asked for', async () => {
  let [now, most] = [0, 0];
  const doubled = await mapAtOnce(3, [5, 4, 3, 2, 1], async (turns) => {
    most = Math.max(most, ++now);
    for (let i = 0; i < turns; i++) await setImmediate();
    now -= 1;
    return 2 * turns;
  });
  expect([doubled, most]).toEqual([[10, 8, 6, 4, 2], 3]);
});

test('after a failure no more are begun', async () => {
  const begun: number[] = [];
  const working = mapAtOnce(2, [1, 2, 3, 4], async (item) => {
    begun.push(item);
    await setImmediate();
    if (item === 1) throw new Error('one failed');
    await setImmediate();
  });
  await expect(working).rejects.toThrow('one failed');
  for (let i = 0; i < 5; i++) await setImmediate();
  expect(begun).toEqual([1, 2]);
});

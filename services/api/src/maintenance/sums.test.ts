import { Sums } from './sums';

test('what is stored and what rows bear out is compared when all parts are added up', () => {
  const stored = new Sums();
  stored.addStored('email!m1, all time, all', 'delivered', 3);
  stored.addStored('email!m1, all time, all', 'sent', 3);
  const parts = [1, 2].map((count) => {
    const part = new Sums();
    part.addRecounted('email!m1, all time, all', 'delivered', count);
    part.addRecounted('email!m1, all time, all', 'sent', 1);
    return part;
  });
  for (const part of parts) stored.add(part.kept());
  expect(stored.differences()).toEqual([{ where: 'email!m1, all time, all', what: 'sent', stored: 3, recounted: 2 }]);
});

test('a number that only one side has differs, and nothing is kept of zeros', () => {
  const sums = new Sums();
  sums.addStored('a', 'x', 2);
  sums.addRecounted('b', 'x', 1);
  sums.addStored('c', 'x', 0);
  sums.addRecounted('c', 'x', 0);
  expect(sums.kept()).toHaveLength(2);
  expect(sums.differences().map(({ where, stored, recounted }) => [where, stored, recounted])).toEqual([
    ['a', 2, 0],
    ['b', 0, 1],
  ]);
});

test('sums read back from what was kept as JSON are the same', () => {
  const sums = new Sums();
  sums.addStored('a', 'x', 2);
  sums.addRecounted('a', 'y', 1);
  const kept = sums.kept();
  expect(new Sums(JSON.parse(JSON.stringify(kept)) as typeof kept).kept()).toEqual(kept);
});

import { memoryStore } from '../../../../test/harness/memoryStore';
import { basesOf, passCount, type Bases, type Basis } from './rollupBasis';

const organisation = 'o1';
const berlin: Basis = { zone: 'Europe/Berlin', rules: 1 };
const tokyo: Basis = { zone: 'Asia/Tokyo', rules: 2 };

test('what nobody has kept yet goes by the newest settings and rules, for every pass', async () => {
  const bases = await basesOf(memoryStore(), organisation);
  const passes = Array.from({ length: passCount }, (_, pass) => pass);
  expect(new Set(passes.map((pass) => JSON.stringify(bases.of(pass)))).size).toBe(1);
  expect(bases.at(0, 0)).toEqual(bases.of(0));
});

test('a view from before a change goes by what was before it, others by what is now', async () => {
  const store = memoryStore();
  const read = (): Promise<Bases> => basesOf(store, organisation);
  await (await read()).change(3, 1, berlin);
  await (await read()).change(7, 1, tokyo);
  const bases = await read();
  expect([bases.at(1, 6), bases.at(1, 3), bases.at(1, 7), bases.at(1, 9)]).toEqual([berlin, berlin, tokyo, tokyo]);
  expect(bases.of(0)).not.toEqual(tokyo);
});

test('a view from before two changes can no longer be told', async () => {
  const store = memoryStore();
  for (const [group, basis] of [
    [3, berlin],
    [7, tokyo],
    [9, berlin],
  ] as const)
    await (await basesOf(store, organisation)).change(group, 1, basis);
  const bases = await basesOf(store, organisation);
  expect([bases.at(1, 6), bases.at(1, 8), bases.at(1, 9)]).toEqual([undefined, tokyo, berlin]);
});

test('what is kept stays when groups keep it again, and a change to the same changes nothing', async () => {
  const store = memoryStore();
  await (await basesOf(store, organisation)).change(3, 1, berlin);
  await (await basesOf(store, organisation)).keep(4);
  await (await basesOf(store, organisation)).change(8, 1, berlin);
  const bases = await basesOf(store, organisation);
  expect([bases.at(1, 3), bases.of(1)]).toEqual([berlin, berlin]);
  expect(bases.of(0)).toEqual(bases.at(0, 5));
});

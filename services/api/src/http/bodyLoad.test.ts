import { bodyLoad } from './bodyLoad';

test('bodies are carried up to a size together, more are sent away until there is room again', async () => {
  const load = bodyLoad(10);
  let finish = (): void => undefined;
  const first = load.carry(7, () => new Promise<void>((done) => (finish = done)));
  await expect(load.carry(4, () => 'late')).rejects.toMatchObject({ code: 'tooManyRequests' });
  expect(await load.carry(3, () => 'fits')).toBe('fits');
  finish();
  await first;
  expect(await load.carry(10, () => 'now')).toBe('now');
});

test('a body that fails makes room, too', async () => {
  const load = bodyLoad(10);
  await expect(load.carry(10, () => Promise.reject(new Error('unreadable')))).rejects.toThrow('unreadable');
  expect(await load.carry(10, () => 'fits')).toBe('fits');
});

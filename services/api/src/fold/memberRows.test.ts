import { memoryStore } from '../../../../test/harness/memoryStore';
import { addMembers, belonging, forgetMembers, membersLeft, possibleMembers } from './memberRows';

const organisation = 'o1';

test('contacts are added to their accounts once, however often they are named', async () => {
  const store = memoryStore();
  await addMembers(store, organisation, 1, [
    ...belonging('a', 'anna'),
    ...belonging('a', 'anna'),
    ...belonging('b', 'bert'),
  ]);
  await addMembers(store, organisation, 2, [...belonging('a', 'anna'), ...belonging('a', 'carl')]);
  expect([...(await possibleMembers(store, organisation, 'a'))].sort()).toEqual(['anna', 'carl']);
  expect(await possibleMembers(store, organisation, 'b')).toEqual(['bert']);
  expect(await possibleMembers(store, 'o2', 'a')).toEqual([]);
});

test('what names no account or no contact belongs nowhere', () => {
  expect([belonging('', 'anna'), belonging('a', ''), belonging()]).toEqual([[], [], []]);
});

test('whoever is forgotten is named in no account, and stays so when an attempt is made again', async () => {
  const store = memoryStore();
  await addMembers(store, organisation, 1, [
    ...belonging('a', 'anna'),
    ...belonging('b', 'anna'),
    ...belonging('a', 'bert'),
  ]);
  const anna = new Set(['anna']);
  expect(await membersLeft(store, organisation, anna)).toBe(2);
  for (let attempt = 0; attempt < 2; attempt++) await forgetMembers(store, organisation, 2, anna);
  expect(await membersLeft(store, organisation, anna)).toBe(0);
  expect(await possibleMembers(store, organisation, 'a')).toEqual(['bert']);
  expect(store.dump().some((bytes) => bytes.includes('anna'))).toBe(false);
});

test('a driver that was overtaken by the erasing adds nobody again', async () => {
  const store = memoryStore();
  await addMembers(store, organisation, 1, belonging('a', 'anna'));
  await forgetMembers(store, organisation, 2, new Set(['anna']));
  await expect(addMembers(store, organisation, 1, belonging('a', 'anna'))).rejects.toMatchObject({ name: 'Overtaken' });
});

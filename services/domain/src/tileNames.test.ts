import { tileNames } from './tileNames';

const tile = (ActivityId: unknown, ...items: readonly unknown[]) => ({ ActivityId, Properties: { Items: items } });

test('a tile is called as the first of its items', () =>
  expect([
    ...tileNames([tile('01_0', { Name: 'Invite' }, { Name: 'Email' }), tile('01_0_1', { Name: 'Wait' })]),
  ]).toEqual([
    ['01_0', 'Invite'],
    ['01_0_1', 'Wait'],
  ]));

test.each([
  ['no definition', undefined],
  ['a text', 'tiles'],
  ['no array', { ActivityId: '01' }],
  [
    'tiles without items, name or id',
    [null, 'x', { ActivityId: '01' }, tile('01'), tile('01', { Name: '' }), tile(1, { Name: 'A' })],
  ],
])('%s names none', (_what, definition) => expect(tileNames(definition).size).toBe(0));

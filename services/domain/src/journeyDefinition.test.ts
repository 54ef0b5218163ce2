import { readDefinition, type JourneyDefinition } from './journeyDefinition';
import { shownTiles, waysOf } from './journeyPipeline';

const activity = (id: string, kind: string, parent?: string, more: object = {}): object => ({
  ActivityId: id,
  ActivityTypeId: kind,
  ...(parent === undefined ? {} : { ParentActivityId: parent, ParentRelationshipType: 'Default' }),
  ParentBranchId: 0,
  Properties: { Items: [{ Name: `${kind} ${id}`, ActivityItemId: `item of ${id}` }] },
  ...more,
});

function read(...activities: readonly unknown[]): JourneyDefinition {
  const reading = readDefinition(activities);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.definition;
}

const ids = ({ tiles }: JourneyDefinition): readonly string[] => tiles.map(({ id }) => id);

test.each([
  [undefined, 'none'],
  ['', 'none'],
  ['[{', 'notJson'],
  ['7', 'notAList'],
  [{ ActivityId: '01' }, 'notAList'],
  [[], 'noTiles'],
  [[7, null, { Name: 'x' }], 'noTiles'],
])('of %j there is no tree, since: %s', (value, problem) => {
  expect(readDefinition(value)).toEqual({ problem });
});

test('text is read as its JSON is', () => {
  expect(readDefinition(JSON.stringify([activity('01', 'Segment')]))).toHaveProperty('definition');
});

test('tiles come with parents before children and branches in their order, in whatever order they lie', () => {
  const definition = read(
    activity('01_0_1', 'Email', '01_0', { ParentBranchId: 1 }),
    activity('01_0_0', 'Email', '01_0'),
    activity('01_0', 'Segment', '01'),
    activity('01', 'bpf_root'),
  );
  expect(ids(definition)).toEqual(['01', '01_0', '01_0_0', '01_0_1']);
});

test('what hangs on nothing, or in a circle, stands for itself, and of several of one id the first one is taken', () => {
  const definition = read(
    activity('a', 'Segment'),
    activity('b', 'Email', 'gone'),
    activity('c', 'Email', 'd'),
    activity('d', 'Email', 'c'),
    activity('A', 'Event'),
  );
  expect(ids(definition)).toEqual(['a', 'b', 'c', 'd']);
  expect(definition.tiles.map(({ parent }) => parent?.id)).toEqual([undefined, undefined, undefined, 'c']);
  expect(definition.tiles[0]?.kind).toBe('Segment');
});

test('a row may name a tile by one of its items, and its own id goes before', () => {
  const definition = read(activity('01', 'Segment'), activity('item of 01', 'Email', '01'));
  expect(definition.tileNamed('ITEM OF item of 01')?.kind).toBe('Email');
  expect(definition.tileNamed('item of 01')?.kind).toBe('Email');
  expect(definition.tileNamed('nowhere')).toBeUndefined();
});

test('nested items of old definitions are what a tile depends on, and those of its own kind say its record', () => {
  const guid = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
  const items = [
    { ItemId: null, Name: 'Customers' },
    { ItemId: `{${guid.toUpperCase()}}`, ActivityTypeId: 'SegmentItem', Name: '', SegmentDisplayName: 'Oslo' },
    { ItemId: guid, ActivityTypeId: 'Hologram', Name: 'Wave' },
  ];
  const [tile] = read(activity('01', 'Segment', undefined, { Properties: { Items: items } })).tiles;
  expect(tile).toMatchObject({ name: 'Customers', record: guid });
  expect(tile?.items).toMatchObject([
    { name: 'Oslo', record: guid },
    { kind: 'Hologram', name: 'Wave' },
  ]);
  expect(tile?.items[1]).not.toHaveProperty('record');
});

test('a kind that nobody knows is kept under its own name', () => {
  const [tile] = read(activity('01', 'Hologram', undefined, { Properties: 7 })).tiles;
  expect(tile).toMatchObject({ kind: 'Hologram', name: 'Hologram', def: { title: 'Hologram' } });
});

test('the beginning and the branches of a split are no tiles that are shown', () => {
  const definition = read(
    activity('01', 'bpf_root'),
    activity('01_0', 'Splitter', '01'),
    activity('01_0_0', 'SplitterBranch', '01_0'),
    activity('01_0_0_0', 'Email', '01_0_0'),
    activity('01_0_1', 'SplitterBranch', '01_0', { ParentBranchId: 1 }),
  );
  expect(shownTiles(definition).map(({ tile, parent, branch }) => [tile.id, parent?.id, branch])).toEqual([
    ['01_0', undefined, undefined],
    ['01_0_0_0', '01_0', '01_0_0'],
  ]);
  expect(waysOf(definition.tileNamed('01_0')!)).toEqual([
    { branch: '01_0_0', title: 'SplitterBranch 01_0_0' },
    { branch: '01_0_1', title: 'SplitterBranch 01_0_1' },
  ]);
});

test('a beginning that several tiles follow is shown', () => {
  const definition = read(activity('01', 'bpf_root'), activity('a', 'Email', '01'), activity('b', 'Email', '01'));
  expect(shownTiles(definition).map(({ tile }) => tile.id)).toEqual(['01', 'a', 'b']);
});

test('an if/then always has both its ways, and those that rows name beside them', () => {
  const definition = read(
    activity('01', 'Trigger'),
    activity('b', 'Email', '01', { ParentRelationshipType: 'noBranch' }),
  );
  expect(waysOf(definition.tiles[0]!, ['', 'perhaps', 'nobranch'])).toEqual([
    { branch: 'yesbranch', title: 'Yes' },
    { branch: 'nobranch', title: 'No' },
    { branch: '', title: 'Not told' },
    { branch: 'perhaps', title: 'perhaps' },
  ]);
});

test('a definition of very many tiles in one line is read', () => {
  const all = Array.from({ length: 20_000 }, (_, n) => activity(`t${n}`, 'Email', n === 0 ? undefined : `t${n - 1}`));
  expect(read(...all).tiles).toHaveLength(20_000);
});

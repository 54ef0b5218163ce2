import fc from 'fast-check';
import { aPath, aTile, largePipeline, pumpOwners } from '../testing/fakePipeline';
import { layoutOf, tileSize, type Layout } from './layout';

/** Any tree: each tile hangs on one before it, on a branch of its own. */
const anyTree = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 4 })), { minLength: 1, maxLength: 60 }).map((links) =>
  links.map(([link, items], n) => {
    const parent = n === 0 ? undefined : link % n;
    return aTile(String(n), {
      ...(parent === undefined ? {} : { parent: String(parent), branch: `branch ${n}` }),
      items: Array.from({ length: items }, () => ({ kind: '', kindTitle: '', icon: '', name: '' })),
    });
  }),
);

const placed = ({ places }: Layout) => new Map(places.map((place) => [place.id, place]));

/** A tile with its marks above and its items below. */
function spaceOf({ places }: Layout, tiles: ReturnType<typeof largePipeline>) {
  return places.map(({ id, x, y }) => {
    const items = tiles.find((tile) => tile.id === id)?.items.length ?? 0;
    const bottom = y + tileSize.height + (items === 0 ? 0 : 8 + 24 * items);
    return { id, left: x, right: x + tileSize.width, top: y - 24, bottom };
  });
}

function lawsHold(tiles: ReturnType<typeof largePipeline>): void {
  const layout = layoutOf(tiles);
  const at = placed(layout);
  const spaces = spaceOf(layout, tiles);
  for (const [n, one] of spaces.entries()) {
    expect(one.left).toBeGreaterThanOrEqual(0);
    expect(one.top).toBeGreaterThanOrEqual(0);
    expect(one.right).toBeLessThanOrEqual(layout.width);
    expect(one.bottom).toBeLessThanOrEqual(layout.height);
    for (const other of spaces.slice(n + 1)) {
      const meet = one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
      expect(meet ? [one.id, other.id] : []).toEqual([]);
    }
  }
  for (const { id, parent } of tiles)
    if (parent !== undefined) expect(at.get(id)!.x).toBeGreaterThanOrEqual(at.get(parent)!.x + tileSize.width + 39.9);
  for (const { id } of tiles) {
    const children = tiles.filter(({ parent }) => parent === id).map((child) => at.get(child.id)!.y);
    expect(children).toEqual([...children].sort((a, b) => a - b));
  }
}

test('tiles keep apart, right of their parents, branches in their order, whatever the pipeline', () => {
  fc.assert(fc.property(anyTree, lawsHold), { numRuns: 60 });
});

test.each([
  ['200 tiles', largePipeline(200)],
  ['a way of 60 tiles', Array.from({ length: 60 }, (_, n) => aTile(`${n}`, n === 0 ? {} : { parent: `${n - 1}` }))],
  [
    '60 branches',
    [aTile('0'), ...Array.from({ length: 60 }, (_, n) => aTile(`a${n}`, { parent: '0', branch: `${n}` }))],
  ],
])('so do %s', (_name, tiles) => lawsHold(tiles));

test('200 tiles are laid out in a second', () => {
  const tiles = largePipeline(200);
  const before = performance.now();
  layoutOf(tiles);
  expect(performance.now() - before).toBeLessThan(1_000);
});

test('what follows one way stands on one line, 40 px on', () => {
  const at = placed(layoutOf(pumpOwners));
  const ys = ['01', '01_0', '01_0_0'].map((id) => Math.round(at.get(id)!.y));
  expect(new Set(ys).size).toBe(1);
  expect(at.get('01_0')!.x - at.get('01')!.x).toBe(tileSize.width + 40);
});

test('a connector leads from the middle of one tile’s right to the middle of the other’s left', () => {
  const layout = layoutOf(pumpOwners);
  const at = placed(layout);
  expect(layout.connectors).toHaveLength(pumpOwners.length - 1);
  for (const { from, to, points } of layout.connectors) {
    const [start, end] = [at.get(from)!, at.get(to)!];
    expect(points[0]).toEqual({ x: start.x + tileSize.width, y: start.y + tileSize.height / 2 });
    expect(points.at(-1)).toEqual({ x: end.x, y: end.y + tileSize.height / 2 });
  }
});

test('branches are named in words on their lines, one way alone is not', () => {
  const names = layoutOf(pumpOwners).connectors.map(({ to, name }) => [to, name?.text]);
  expect(names.filter(([, name]) => name !== undefined)).toEqual([
    ['01_0_0_0', 'Yes'],
    ['01_0_0_1', 'No'],
  ]);
});

test('a long name of a branch makes room for itself between the tiles', () => {
  const tiles = [
    aTile('0', { paths: [aPath('0', 'a', 'Registered for the event', 1), aPath('0', 'b', 'No', 1)] }),
    aTile('a', { parent: '0', branch: 'a' }),
    aTile('b', { parent: '0', branch: 'b' }),
  ];
  const layout = layoutOf(tiles);
  const at = placed(layout);
  for (const { name } of layout.connectors) {
    expect(name!.at.x - name!.width / 2).toBeGreaterThanOrEqual(at.get('0')!.x + tileSize.width);
    expect(name!.at.x + name!.width / 2).toBeLessThanOrEqual(at.get('a')!.x);
  }
});

test('a tile whose parent is not told begins a way of its own, and nothing has no size', () => {
  const { places, connectors } = layoutOf([aTile('0'), aTile('1', { parent: 'gone' }), aTile('2', { parent: '2' })]);
  expect(new Set(places.map(({ x }) => x)).size).toBe(1);
  expect(connectors).toEqual([]);
  expect(layoutOf([]).places).toEqual([]);
});

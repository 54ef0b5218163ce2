import { largePipeline, pumpOwners } from '../testing/fakePipeline';
import { layoutOf } from './layout';
import { tileBeyond } from './walk';

const { places } = layoutOf(pumpOwners);
const beyond = (key: string, from: string): string | undefined => tileBeyond(key, from, pumpOwners, places);

test.each([
  ['ArrowRight', '01', '01_0'],
  ['ArrowRight', '01_0_0', '01_0_0_0'],
  ['ArrowLeft', '01_0_0_1', '01_0_0'],
  ['ArrowDown', '01_0_0_0', '01_0_0_1'],
  ['ArrowUp', '01_0_0_1_0', '01_0_0_0_0'],
  ['Home', '01_0_0_1_0', '01'],
  ['End', '01', '01_0_0_1_0'],
  ['ArrowLeft', '01', undefined],
  ['ArrowRight', '01_0_0_0_0', undefined],
  ['ArrowUp', '01', undefined],
  ['a', '01', undefined],
  ['ArrowDown', 'gone', undefined],
])('%s leads from %s to %s', (key, from, to) => expect(beyond(key, from)).toBe(to));

test('every tile of a large pipeline can be reached from the first', () => {
  const tiles = largePipeline(200);
  const large = layoutOf(tiles).places;
  const reached = new Set<string>();
  const waiting = [tiles[0]!.id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    reached.add(at);
    for (const key of ['ArrowRight', 'ArrowUp', 'ArrowDown']) {
      const next = tileBeyond(key, at, tiles, large);
      if (next !== undefined && !reached.has(next)) waiting.push(next);
    }
  }
  expect(reached.size).toBe(tiles.length);
});

import type { Interaction } from '@record-insights/domain';
import type { BatchContent } from '../ingest/batches';
import { openRecentRows } from './recentRows';

const mebibyte = 1024 * 1024;
const rows = (characters: number): BatchContent => ({
  interactions: [{ text: ' '.repeat(characters) } as Interaction],
  refused: [],
  taken: [],
  items: [],
});

test('what waits is remembered, what waits no more is forgotten, whoever folded it', () => {
  const recent = openRecentRows();
  const [a, b] = [rows(10), rows(20)];
  recent.remember('o', 'a', a);
  recent.remember('o', 'b', b);
  recent.keepOnly('o', new Set(['b', 'c']));
  expect([recent.contentOf('o', 'a'), recent.contentOf('o', 'b')]).toEqual([undefined, b]);
});

test('organisations do not see, or forget, what is another one’s', () => {
  const recent = openRecentRows();
  recent.remember('o', 'a', rows(1));
  recent.keepOnly('p', new Set());
  expect(recent.contentOf('p', 'a')).toBeUndefined();
  expect(recent.contentOf('o', 'a')).toBeDefined();
});

test('large rows fill it however few they are, and there is room again when they are folded', async () => {
  const recent = openRecentRows();
  recent.remember('o', 'a', rows(12 * mebibyte));
  expect(recent.isFull()).toBe(false);
  recent.remember('o', 'b', rows(12 * mebibyte));
  recent.remember('o', 'c', rows(1));
  expect([recent.isFull(), recent.contentOf('o', 'c')]).toEqual([true, undefined]);
  const room = recent.whenRoom();
  recent.keepOnly('o', new Set(['b']));
  await room;
  expect(recent.isFull()).toBe(false);
});

import type { ResultAnswer } from '@record-insights/domain';
import { moveBy, nodesSeen } from './resultNodes';

const result = (id: string, ...parts: readonly ResultAnswer[]): ResultAnswer => ({
  id,
  title: id,
  count: 1,
  rows: `/${id}`,
  parts,
});
const results = [
  result('delivered'),
  result('bounced', result('hard', result('noMailbox')), result('soft')),
  result('blocked', result('hard')),
];
const keysSeen = (...opened: readonly string[]): readonly string[] =>
  nodesSeen(results, new Set(opened)).map(({ key }) => key);

describe('Of a tree of results', () => {
  test('only the top is seen until something is opened', () =>
    expect(keysSeen()).toEqual(['delivered', 'bounced', 'blocked']));

  test('parts come below the result that they are of, and stay hidden while that one is', () => {
    expect(keysSeen('bounced')).toEqual(['delivered', 'bounced', 'bounced/hard', 'bounced/soft', 'blocked']);
    expect(keysSeen('bounced/hard')).toEqual(['delivered', 'bounced', 'blocked']);
  });

  test('parts of the same name below different results are different ones', () =>
    expect(keysSeen('bounced', 'blocked')).toContain('blocked/hard'));

  test('a node knows its level, its place, and how many stand beside it', () => {
    const nodes = nodesSeen(results, new Set(['bounced']));
    expect(nodes.find(({ key }) => key === 'bounced/soft')).toMatchObject({ level: 2, place: 2, siblings: 2 });
  });
});

const opened = new Set(['bounced']);
const nodes = nodesSeen(results, opened);

test.each([
  ['ArrowDown', 'delivered', { to: 'bounced' }],
  ['ArrowDown', 'blocked', undefined],
  ['ArrowUp', 'bounced/hard', { to: 'bounced' }],
  ['Home', 'blocked', { to: 'delivered' }],
  ['End', 'delivered', { to: 'blocked' }],
  ['ArrowRight', 'blocked', { to: 'blocked', opens: true }],
  ['ArrowRight', 'bounced', { to: 'bounced/hard' }],
  ['ArrowRight', 'delivered', undefined],
  ['ArrowLeft', 'bounced', { to: 'bounced', opens: false }],
  ['ArrowLeft', 'bounced/soft', { to: 'bounced' }],
  ['ArrowLeft', 'delivered', undefined],
  ['x', 'delivered', undefined],
  ['ArrowDown', 'gone', undefined],
])('%s on %s goes to %j', (pressed, at, expected) => expect(moveBy(pressed, at, nodes, opened)).toEqual(expected));

import { arcsOf } from './arcs';

test('parts are as long as their counts, less the gaps', () =>
  expect(arcsOf([3, 1], 400, 2)).toEqual([
    { from: 0, length: 298 },
    { from: 300, length: 98 },
  ]));

test('one part is the whole, without a gap', () =>
  expect(arcsOf([0, 7], 400, 2)).toEqual([
    { from: 0, length: 0 },
    { from: 0, length: 400 },
  ]));

test('what is there can be seen, however little', () => expect(arcsOf([99_999, 1], 400, 2)[1]!.length).toBe(1));

test('of nothing there is nothing', () => expect(arcsOf([0, 0], 400, 2).map(({ length }) => length)).toEqual([0, 0]));

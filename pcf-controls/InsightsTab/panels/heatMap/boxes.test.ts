import { around, linesOf, scaled } from './boxes';

const box = (left: number, top: number, width: number, height: number) => ({ left, top, width, height });

describe('The places of a link', () => {
  test('are one a line that its words run over', () =>
    expect(linesOf([box(200, 0, 80, 20), box(0, 20, 60, 20)])).toEqual([box(200, 0, 80, 20), box(0, 20, 60, 20)]));

  test('are one for a picture with the line that it stands on', () =>
    expect(linesOf([box(10, 80, 100, 20), box(10, 0, 100, 100)])).toEqual([box(10, 0, 100, 100)]));

  test('are one for a block with all that is in it', () =>
    expect(linesOf([box(5, 12, 90, 20), box(5, 32, 40, 20), box(0, 0, 100, 60)])).toEqual([box(0, 0, 100, 60)]));

  test('are one for words beside each other', () =>
    expect(linesOf([box(0, 0, 40, 20), box(44, 1, 30, 18)])).toEqual([box(0, 0, 74, 20)]));

  test('are none for a link that is not shown', () => expect(linesOf([box(0, 0, 0, 0)])).toEqual([]));
});

test('a box around others reaches from the first edge to the last', () =>
  expect(around([box(200, 0, 80, 20), box(0, 20, 60, 20)])).toEqual(box(0, 0, 280, 40)));

test('a box of a message that is drawn smaller is smaller by as much', () =>
  expect(scaled(box(200, 10, 80, 20), 0.5)).toEqual(box(100, 5, 40, 10)));

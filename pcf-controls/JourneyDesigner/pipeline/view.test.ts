import { firstView, fitted, held, moved, revealing, stepFrom, zoomed } from './view';

const window = { width: 1_000, height: 500 };
const small = { width: 600, height: 300 };
const large = { width: 4_000, height: 2_000 };

describe('A pipeline that the window holds', () => {
  test('is shown whole at first, at full size, from where reading begins and half way down', () => {
    expect(firstView(small, window, { x: 16, y: 100 })).toEqual({ x: 0, y: 100, scale: 1 });
  });
  test('stays where it is', () => {
    const view = fitted(small, window);
    expect(moved(view, { x: 300, y: -90 }, small, window)).toEqual(view);
  });
});

describe('A pipeline larger than the window', () => {
  test('is shown from its first tile, at full size', () =>
    expect(firstView(large, window, { x: 16, y: 900 })).toEqual({ x: 0, y: -690, scale: 1 }));
  test('is shown whole where it can be read so', () =>
    expect(firstView({ width: 1_250, height: 500 }, window, { x: 0, y: 0 }).scale).toBe(0.8));
  test('fits when it is asked to', () => expect(fitted(large, window)).toEqual({ x: 0, y: 0, scale: 0.25 }));
  test('moves no further than its edges', () => {
    const view = { x: -100, y: -100, scale: 1 };
    expect(moved(view, { x: 500, y: 40 }, large, window)).toEqual({ x: 0, y: -60, scale: 1 });
    expect(moved(view, { x: -9_000, y: -9_000 }, large, window)).toEqual({ x: -3_000, y: -1_500, scale: 1 });
  });
  test('is drawn larger around the point that was pointed at', () => {
    const view = { x: -1_000, y: -500, scale: 1 };
    expect(zoomed(view, 2, { x: 500, y: 250 }, large, window)).toEqual({ x: -2_500, y: -1_250, scale: 2 });
  });
  test('is never drawn smaller than to fit, nor larger than twice', () => {
    const view = fitted(large, window);
    expect(zoomed(view, 0.01, { x: 0, y: 0 }, large, window).scale).toBe(0.1);
    expect(zoomed(view, 9, { x: 0, y: 0 }, large, window).scale).toBe(2);
    const huge = { width: 40_000, height: 500 };
    expect(zoomed(view, 0.01, { x: 0, y: 0 }, huge, window).scale).toBe(0.025);
  });
});

test('a tile outside of the window comes into it, one inside stays', () => {
  const view = { x: 0, y: 0, scale: 1 };
  expect(revealing(view, { x: 100, y: 100 }, large, window)).toBe(view);
  expect(revealing(view, { x: 2_000, y: 1_000 }, large, window)).toEqual({ x: -1_192, y: -612, scale: 1 });
  expect(revealing({ ...view, x: -900 }, { x: 500, y: 100 }, large, window)).toEqual({ x: -468, y: 0, scale: 1 });
});

test('a window smaller than a tile still shows its beginning', () =>
  expect(revealing({ x: 0, y: 0, scale: 2 }, { x: 100, y: 100 }, large, { width: 200, height: 100 })).toEqual({
    x: -200,
    y: -200,
    scale: 2,
  }));

test('the buttons go through the scales to the last', () => {
  expect([stepFrom(1, 'in'), stepFrom(0.6, 'in'), stepFrom(2, 'in')]).toEqual([1.25, 0.67, 2]);
  expect([stepFrom(1, 'out'), stepFrom(0.6, 'out'), stepFrom(0.05, 'out')]).toEqual([0.9, 0.5, 0.05]);
});

test('what the window grew around is held again', () =>
  expect(held({ x: -3_900, y: -1_900, scale: 1 }, large, { width: 2_000, height: 900 })).toEqual({
    x: -2_000,
    y: -1_100,
    scale: 1,
  }));

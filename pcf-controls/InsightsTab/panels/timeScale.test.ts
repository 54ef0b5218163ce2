import { stepPath, timeMarks, timeScale } from './timeScale';

const until = '2026-03-11T00:00:00.000Z';

test('instants stand between the earliest and the end, those after the end at the end', () => {
  const scale = timeScale(['2026-03-06T00:00:00.000Z', '2026-03-01T00:00:00.000Z'], until, 500);
  const instants = ['2026-03-01T00:00:00.000Z', '2026-03-06T00:00:00.000Z', until, '2026-04-01T00:00:00.000Z'];
  expect(instants.map((instant) => scale.placeOf(instant))).toEqual([0, 250, 500, 500]);
});

test('an axis without anything on it, or of an hour, is a day long', () => {
  expect(timeScale([], until, 480).placeOf('2026-03-10T12:00:00.000Z')).toBe(240);
  expect(timeScale(['2026-03-10T23:00:00.000Z'], until, 480).placeOf('2026-03-10T23:00:00.000Z')).toBe(460);
});

test('dates stand at both ends, and between where there is room', () => {
  const marks = (width: number): unknown =>
    timeMarks(timeScale(['2026-03-01T00:00:00.000Z'], until, width)).map(({ instant, x }) => [instant.slice(5, 10), x]);
  expect(marks(200)).toEqual([
    ['03-01', 0],
    ['03-11', 200],
  ]);
  expect(marks(600)).toEqual([
    ['03-01', 0],
    ['03-04', 200],
    ['03-07', 400],
    ['03-11', 600],
  ]);
});

test('a step holds until the next value, the last one to the end', () => {
  const points = [
    { x: 0, y: 40 },
    { x: 10, y: 5 },
  ];
  expect(stepPath(points, 100)).toBe('M0.0 40.0H10.0V5.0H100.0');
  expect(stepPath([], 100)).toBe('');
});

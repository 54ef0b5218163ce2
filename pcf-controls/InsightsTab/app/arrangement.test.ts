import { insights } from '@record-insights/domain';
import { rowsOfPanels } from './arrangement';

const categories = insights.contact?.categories ?? [];

test.each(categories.map(({ id, panels }) => [id, panels] as const))(
  'every panel of %s stands in one row, in the registry’s order',
  (_id, panels) => expect(rowsOfPanels(panels).flatMap((row) => row.panels)).toEqual(panels),
);

const shapesOf = (category: string): readonly string[] =>
  rowsOfPanels(categories.find(({ id }) => id === category)?.panels ?? []).map(({ shape }) => shape);

test('a main panel takes the side card that follows it, lists go two by two, what is wide stands alone', () => {
  expect(shapesOf('overview')).toEqual(['stack', 'withSide']);
  expect(shapesOf('emailInteractions').slice(0, 5)).toEqual(['stack', 'stack', 'stack', 'halves', 'halves']);
  expect(shapesOf('webInteractions')).toEqual(['stack', 'stack', 'stack', 'stack']);
});

test('tiles of words stand side by side', () =>
  expect(shapesOf('emailOpenTimes')).toEqual(['tiles', 'stack', 'halves']));

import { insights } from '@record-insights/domain';
import { rowsOfPanels } from './arrangement';

const categories = insights.contact?.categories ?? [];

test.each(categories.map(({ id, panels }) => [id, panels] as const))(
  'every panel of %s stands in one row, in the registry’s order',
  (_id, panels) => expect(rowsOfPanels(panels).flatMap((row) => row.panels)).toEqual(panels),
);

test('a main panel takes the side card that follows it, lists go two by two', () => {
  const [overview, email] = categories.map(({ panels }) => rowsOfPanels(panels));
  expect(overview?.map(({ shape }) => shape)).toEqual(['stack', 'withSide']);
  expect(email?.map(({ shape }) => shape).slice(3)).toEqual(['halves', 'halves', 'halves', 'halves', 'stack']);
});

import type { ListRow, SubmittedValue } from '@record-insights/domain';
import { aRow } from '../../InsightsTab/testing/rows';
import { mainLabels, valueUnder } from './mainLabels';

const submission = (...pairs: readonly (readonly [string, string])[]): ListRow => {
  const values = pairs.map(([label, value]): SubmittedValue => ({ label, value }));
  return aRow('FormSubmitted', '2026-11-23T07:15', {}, { values });
};

test('main values are those that most submissions have filled in, then those that come first', () => {
  const rows = [
    submission(['Name', 'Anna'], ['Diet', ''], ['Week', '36']),
    submission(['Email', 'a@b.example'], ['Week', '37']),
    submission(['Name', 'Bert'], ['Diet', 'None']),
  ];
  expect(mainLabels(rows, 3)).toEqual(['Name', 'Week', 'Email']);
  expect(mainLabels(rows, 9)).toHaveLength(4);
  expect(mainLabels(rows, -1)).toEqual([]);
});

test('a label counts once a submission, however many answers it has', () => {
  const rows = [submission(['Topic', 'a'], ['Topic', 'b'], ['Name', 'Anna']), submission(['Name', 'Bert'])];
  expect(mainLabels(rows, 1)).toEqual(['Name']);
});

test('a value of several lines or answers stands on one line', () => {
  const row = submission(['Topic', 'one\ntwo'], ['Topic', 'three'], ['Diet', '']);
  expect([valueUnder(row, 'Topic'), valueUnder(row, 'Diet'), valueUnder(row, 'Name')]).toEqual([
    'one two, three',
    undefined,
    undefined,
  ]);
});

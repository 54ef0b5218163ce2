import { formatOf } from '../../shared/format';
import { hoursInWords } from './hoursInWords';

const format = formatOf('en-GB', 'Europe/Oslo', Date.parse('2026-11-23T13:02:00Z'));

test.each([
  [
    [
      { weekday: 4, hour: 8 },
      { weekday: 2, hour: 8 },
    ],
    'Tue and Thu, 08:00',
  ],
  [
    [
      { weekday: 2, hour: 9 },
      { weekday: 1, hour: 7 },
    ],
    'Mon, 07:00; Tue, 09:00',
  ],
  [[{ weekday: 7, hour: 0 }], 'Sun, 00:00'],
  [[], ''],
])('%j is %s', (hours, words) => expect(hoursInWords(hours, format)).toBe(words));

test('days come in the order of the locale’s week', () => {
  const american = formatOf('en-US', 'UTC', 0);
  expect(
    hoursInWords(
      [
        { weekday: 1, hour: 8 },
        { weekday: 7, hour: 8 },
      ],
      american,
    ),
  ).toMatch(/^Sun and Mon, 08:00.AM$/);
});

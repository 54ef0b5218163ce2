import type { HeadlineAnswer } from '@record-insights/domain';
import { format } from '../testing/host';
import { texts } from '../testing/resx';
import { headlineInWords } from './headlineInWords';

const said = (headline: HeadlineAnswer): readonly [string, string] => {
  const { words, note } = headlineInWords(headline, texts, format);
  return [words, note];
};

test('the best time to write names its hours and what they rest on', () => {
  const best = [2, 4].map((weekday) => ({ weekday, hour: 8 }));
  expect(said({ headline: 'bestTime', best, deliveries: 248, opened: 94 })).toEqual([
    'Tue and Thu, 08:00',
    'Predicted from 248 deliveries, 94 opened',
  ]);
  expect(said({ headline: 'bestTime', best: [], deliveries: 2, opened: 2 })).toEqual(['–', 'Not enough evidence']);
});

test('the usual time names days, hours and how many opens it has', () => {
  const usual = { days: 'weekdays', from: 7, hours: 2, count: 52 } as const;
  expect(said({ headline: 'usualTime', usual, total: 94 })).toEqual(['Weekdays, 07:00–09:00', '52 of 94 opens']);
  expect(said({ headline: 'usualTime', usual: { ...usual, from: 23 }, total: 94 })[0]).toBe('Weekdays, 23:00–01:00');
});

test('without a usual time it says why', () => {
  expect(said({ headline: 'usualTime', usual: null, total: 4 })).toEqual(['–', 'Fewer than 5 opens']);
  expect(said({ headline: 'usualTime', usual: null, total: 90 })).toEqual(['–', 'At no fixed time']);
});

test('the usual wait is a class of time', () => {
  expect(said({ headline: 'usualWait', wait: '1–2 hours', opened: 9 })).toEqual([
    '1–2 hours',
    'Half of first opens came by then',
  ]);
  expect(said({ headline: 'usualWait', wait: null, opened: 0 })).toEqual(['–', 'Nothing was opened']);
});

import { definitionOf, kpiOf, type KpiAnswer, type KpiId } from '@record-insights/domain';
import { format } from '../testing/host';
import { texts } from '../testing/resx';
import { deltaOf, shownValue } from './delta';

function kpi(id: KpiId, value: number | null, previous: number | null, comparable = true): KpiAnswer {
  const { title, unit } = kpiOf(id);
  return { id, title, unit, value, previous, comparable, definition: definitionOf(id), explain: '', inputs: [] };
}

const told = (answer: KpiAnswer) => deltaOf(answer, format, texts);

describe('The change of a number', () => {
  test.each<[KpiId, number, number, object]>([
    ['contact.interactions', 47, 35, { arrow: 'Up', tone: 'flat', amount: '12 more', was: 'was 35' }],
    ['contact.opensTotal', 14, 9, { arrow: 'Up', tone: 'better', amount: '5 more', was: 'was 9' }],
    ['contact.opensTotal', 9, 14, { arrow: 'Down', tone: 'worse', amount: '5 fewer', was: 'was 14' }],
    ['contact.hardBounces', 38, 47, { arrow: 'Down', tone: 'better', amount: '9 fewer', was: 'was 47' }],
    ['contact.hardBounces', 1, 0, { arrow: 'Up', tone: 'worse', amount: '1 more', was: 'was 0' }],
    ['contact.forwards', 1, 1, { arrow: 'CalculatorSubtract', tone: 'flat', amount: 'Same', was: 'was 1' }],
    ['contact.openRate', 0.778, 0.625, { arrow: 'Up', tone: 'better', amount: '15.3 pts', was: 'was 62.5%' }],
    ['contact.interactions', 11_842, 412, { amount: '11,430 more', was: 'was 412' }],
  ])('%s of %d after %d is told with its direction and the old value', (id, value, previous, expected) =>
    expect(told(kpi(id, value, previous))).toMatchObject(expected),
  );

  test('is none where points would read 0.0', () =>
    expect(told(kpi('contact.openRate', 0.5004, 0.5))).toMatchObject({ amount: 'Same', tone: 'flat' }));

  test('is not told where one of the two has no answer, or the period before is not shown', () => {
    expect(told(kpi('contact.openRate', null, 0.5))).toBeUndefined();
    expect(told(kpi('contact.openRate', 0.5, null))).toBeUndefined();
    expect(told(kpi('contact.interactions', 5, 0, false))).toBeUndefined();
  });

  test('is spoken as a sentence', () => {
    expect(told(kpi('contact.openRate', 0.778, 0.625))?.spoken).toBe('15.3 points more than before, was 62.5%');
    expect(told(kpi('contact.unopened', 2, 3))?.spoken).toBe('1 fewer than before, was 3');
    expect(told(kpi('contact.forwards', 1, 1))?.spoken).toBe('same as before, was 1');
  });
});

test('no answer is an en dash, nothing is 0', () => {
  expect(shownValue(null, 'percent', format)).toBe('–');
  expect(shownValue(0, 'count', format)).toBe('0');
  expect(shownValue(0, 'percent', format)).toBe('0.0%');
});

import { parseDay } from '@record-insights/domain';
import { daysOf, presetIds, withDate } from './filter';

const day = (text: string) => parseDay(text)!;
const today = day('2026-11-23');

test('presets end today and hold as many days as they say', () => {
  const from = presetIds.map((preset) => daysOf({ preset }, today).from);
  expect(from).toEqual(['2026-11-17', '2026-10-25', '2026-08-26', '2025-11-23']);
  for (const preset of presetIds) expect(daysOf({ preset }, today).to).toBe(today);
});

test('a date chosen by hand unmarks the preset', () => {
  const days = daysOf({ preset: 'days30' }, today);
  expect(withDate(days, { from: day('2026-10-01') })).toEqual({ from: '2026-10-01', to: today });
  expect(withDate(days, { to: day('2026-11-20') })).toEqual({ from: '2026-10-25', to: '2026-11-20' });
});

test('the other date gives way where From would come after To', () => {
  const days = { from: day('2026-10-25'), to: day('2026-11-01') };
  expect(withDate(days, { from: day('2026-11-05') })).toEqual({ from: '2026-11-05', to: '2026-11-05' });
  expect(withDate(days, { to: day('2026-10-20') })).toEqual({ from: '2026-10-20', to: '2026-10-20' });
});

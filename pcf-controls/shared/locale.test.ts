import { localeOf } from './locale';

test.each([
  [1033, 'M/d/yyyy', 'en-US'],
  [1033, 'dd/MM/yyyy', 'en-GB'],
  [1044, 'dd.MM.yyyy', 'nb-NO'],
  [1031, 'dd.MM.yyyy', 'de-DE'],
  [9999, 'M/d/yyyy', 'en-US'],
])('language %i with dates as %s is written as %s', (language, pattern, locale) =>
  expect(localeOf(language, pattern)).toBe(locale),
);

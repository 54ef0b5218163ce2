import { formatInstant, parseInstant } from './instant';

const at = Date.parse('2026-01-31T20:15:07.000Z');

test.each([
  '2026-01-31T20:15:07Z',
  '2026-01-31T20:15:07.000Z',
  '2026-01-31 20:15:07',
  '2026-01-31T21:15:07+01:00',
  '1/31/2026 8:15:07 PM +00:00',
  '01/31/2026 8:15:07 PM',
  '1/31/2026 20:15:07',
  '1/31/2026 9:15:07 PM +01:00',
])('%s is read as the same instant', (text) => expect(parseInstant(text)).toBe(at));

test.each([
  '',
  'yesterday',
  '31/1/2026 8:15:00 AM',
  '2026-02-30T00:00:00Z',
  '2026-01-31T24:00:00Z',
  '1/31/2026 13:00:00 PM',
  '2026-01-31T10:61:00Z',
])('"%s" is no time', (text) => expect(parseInstant(text)).toBeUndefined());

test('noon and midnight of the US clock are 12 and 0', () => {
  expect(parseInstant('1/31/2026 12:00:00 AM')).toBe(Date.parse('2026-01-31T00:00:00Z'));
  expect(parseInstant('1/31/2026 12:00:00 PM')).toBe(Date.parse('2026-01-31T12:00:00Z'));
});

test('fractions of a second are kept to the millisecond', () => {
  expect(parseInstant('2026-01-31T20:15:07.1234567Z')).toBe(at + 123);
});

test('what is written is read again', () => expect(parseInstant(formatInstant(at))).toBe(at));

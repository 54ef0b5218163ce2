import fc from 'fast-check';
import {
  compareHolding,
  interactionOf,
  isTestSend,
  readInteraction,
  type Interaction,
  type RawRow,
} from './interaction';

const now = Date.parse('2026-11-23T13:00:00Z');
const good = {
  InteractionType: 'EmailOpened',
  InternalMarketingInteractionId: 'A1',
  Timestamp: '2026-11-20T10:00:00Z',
};
const read = (raw: RawRow, folder?: string): Interaction => {
  const reading = readInteraction(raw, now, folder);
  if (!reading.ok) throw new Error(reading.refusal.code);
  return reading.interaction;
};
const refusal = (raw: RawRow): unknown => {
  const reading = readInteraction(raw, now);
  return reading.ok ? undefined : reading.refusal;
};

test.each([
  [{ InternalMarketingInteractionId: '' }, { code: 'missingId', field: 'InternalMarketingInteractionId' }],
  [{ InteractionType: undefined }, { code: 'missingType', field: 'InteractionType' }],
  [{ Timestamp: '  ' }, { code: 'missingTime', field: 'Timestamp' }],
  [{ Timestamp: 'soon' }, { code: 'unreadableTime', field: 'Timestamp' }],
  [{ Timestamp: '2026-11-24T13:00:01Z' }, { code: 'tooFarAhead', field: 'Timestamp' }],
])('a row with %j is refused', (change, expected) => expect(refusal({ ...good, ...change })).toEqual(expected));

test('a clock that is a day ahead is still believed', () => {
  expect(refusal({ ...good, Timestamp: '2026-11-24T13:00:00Z' })).toBeUndefined();
});

test('the id may come in any of three columns', () => {
  const { InternalMarketingInteractionId: id, ...rest } = good;
  expect(read({ ...rest, InteractionId: id }).text).toBe(read(good).text);
  expect(read({ ...rest, IdempotencyId: id }).text).toBe(read(good).text);
});

test('the folder names the type where the row does not', () => {
  const rest = { ...good, InteractionType: '' };
  expect(read(rest, 'EmailClicked').type).toBe('EmailClicked');
  expect(read(good, 'EmailClicked').type).toBe('EmailOpened');
});

test('unknown types and columns are kept, empty values are absent', () => {
  const { columns, type } = read({ ...good, InteractionType: 'Sneezed', Loudness: 3, Silent: '', Gone: null });
  expect(type).toBe('Sneezed');
  expect(columns).toEqual({
    InteractionType: 'Sneezed',
    InternalMarketingInteractionId: 'a1',
    Loudness: '3',
    Timestamp: '2026-11-20T10:00:00.000Z',
  });
});

test('columns of one row are never taken for those of another, however alike their names', () => {
  expect(read({ ...good, 'a,b': '1', c: '2' }).columns).toMatchObject({ 'a,b': '1', c: '2' });
  expect(read({ ...good, a: '3', 'b,c': '4' }).columns).toMatchObject({ a: '3', 'b,c': '4' });
  expect(read({ c: '5', ...good, b: '6' }).text).toBe(read({ ...good, b: '6', c: '5' }).text);
});

test('another spelling of a type is the same type', () => {
  expect(read({ ...good, InteractionType: 'EmailContainsBlockListedLinks' }).type).toBe(
    'EmailContainsBlacklistedLinks',
  );
});

test('the text that is kept gives the interaction back', () => {
  const interaction = read({ ...good, Version: '7', ContactId: '{0F0A1C5E-6A34-4C8E-9F5E-5A3D3A1F2B10}' });
  expect(interactionOf(interaction.text)).toEqual(interaction);
  expect(interaction.columns['ContactId']).toBe('0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10');
});

test('of rows with one id the highest Version holds, whatever its length as text', () => {
  const version = (text: string): Interaction => read({ ...good, Version: text });
  expect(compareHolding(version('10'), version('9'))).toBeGreaterThan(0);
  expect(compareHolding(version('9223372036854775807'), version('9223372036854775806'))).toBeGreaterThan(0);
  expect(read({ ...good, Version: 'new' }).version).toBe(0n);
});

test('with equal Versions the fuller row holds, then the one that sorts last', () => {
  expect(compareHolding(read({ ...good, City: 'Bergen' }), read(good))).toBeGreaterThan(0);
  expect(compareHolding(read({ ...good, City: 'Bergen' }), read({ ...good, City: 'Oslo' }))).toBeLessThan(0);
  expect(compareHolding(read(good), read({ ...good, City: '' }))).toBe(0);
});

test('which row holds is an order: one of two unlike rows holds, whichever is asked first', () => {
  const row = fc.record({
    Version: fc.constantFrom('', '1', '2'),
    City: fc.constantFrom('', 'Oslo', 'Bergen'),
    State: fc.constantFrom('', 'x'),
  });
  fc.assert(
    fc.property(row, row, (a, b) => {
      const [one, two] = [read({ ...good, ...a }), read({ ...good, ...b })];
      expect(Math.sign(compareHolding(one, two)) + Math.sign(compareHolding(two, one))).toBe(0);
      expect(compareHolding(one, two) === 0).toBe(one.text === two.text);
    }),
  );
});

test.each([
  ['CustomerJourney', false],
  ['customerjourney', false],
  ['EventTrigger', false],
  ['TestSend', true],
  ['Preview', true],
])('UsageType %s: a test send is %s', (usage, expected) =>
  expect(isTestSend(read({ ...good, UsageType: usage }).columns)).toBe(expected),
);

test('a row without UsageType is no test send', () => expect(isTestSend(read(good).columns)).toBe(false));

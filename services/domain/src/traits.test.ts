import { aRecord } from './personRecord.builder';
import { dimensionOf, type DimensionId } from './registry/dimensions';
import { partsOf, traitOf, traitsOf, valueOf } from './traits';

const value = (columns: Readonly<Record<string, string>>, dimension: DimensionId): string =>
  valueOf(aRecord('EmailOpened', 1, { traits: traitsOf(columns) }), dimension);

test('traits are read back one by one, and one that the row does not tell is empty', () => {
  const traits = traitsOf({ EmailDomain: 'one.example', CountryIsoCode: 'AT' });
  expect([traitOf({ traits }, 'domain'), traitOf({ traits }, 'country'), traitOf({ traits }, 'browser')]).toEqual([
    'one.example',
    'AT',
    '',
  ]);
  expect(traitsOf({ ContactId: 'c1' })).toBe('');
});

test('rows alike in their traits have one text, in whatever order their columns stand', () => {
  expect(traitsOf({ EmailDomain: 'a', BrowserId: 'b' })).toBe(traitsOf({ BrowserId: 'b', EmailDomain: 'a' }));
  expect(traitsOf({ EmailDomain: 'a', BrowserId: 'b' })).not.toBe(traitsOf({ EmailDomain: 'b', BrowserId: 'a' }));
});

test('values that differ in case only are one where the dimension says so', () => {
  expect([value({ EmailDomain: 'One.Example' }, 'domain'), value({ CountryIsoCode: 'at' }, 'country')]).toEqual([
    'one.example',
    'AT',
  ]);
  expect(dimensionOf('browser').letters).toBeUndefined();
  expect(value({ BrowserId: 'aB' }, 'browser')).toBe('aB');
});

test('a link is its id, name and address, and none without an id', () => {
  const link = { LinkId: 'l1', LinkFriendlyName: 'Prices', OriginalLink: 'https://one.example/prices' };
  expect(partsOf(value(link, 'link'))).toEqual(['l1', 'Prices', 'https://one.example/prices']);
  expect(partsOf(value({ LinkId: 'l1' }, 'link'))).toEqual(['l1', '', '']);
  expect(value({ LinkFriendlyName: 'Prices' }, 'link')).toBe('');
});

test('of two columns for one part the first that is filled tells', () => {
  expect(partsOf(value({ LinkId: 'l', OriginalUrl: 'u', OriginalLink: 'v' }, 'link'))[2]).toBe('u');
});

test('marks between traits and parts cannot be brought in by a value', () => {
  const traits = traitsOf({ EmailDomain: 'a\u0001bAT', LinkId: 'l\nx', LinkFriendlyName: 'n' });
  expect(traitOf({ traits }, 'country')).toBe('');
  expect(partsOf(traitOf({ traits }, 'link'))).toEqual(['l x', 'n', '']);
});

test('long values are cut to a length, and stay different from each other', () => {
  const [a, b] = ['a', 'b'].map((end) => value({ BrowserId: 'x'.repeat(5000) + end }, 'browser'));
  expect(a).toHaveLength(1000);
  expect(a).not.toBe(b);
});

test('a row is told by its type and its rule, too', () => {
  expect(valueOf(aRecord('EmailOpened', 1), 'type')).toBe('EmailOpened');
  expect(valueOf(aRecord('EmailOpened', 1, { rule: 'linkSweep' }), 'rule')).toBe('linkSweep');
});

test('a trait of one type is told by rows of that type alone', () => {
  const stopped = { Reason: 'Left the list' };
  expect(traitOf({ traits: traitsOf(stopped, 'ActivityContactBlocked') }, 'reason')).toBe('Left the list');
  expect(traitsOf(stopped, 'ActivityContactBlockedConsent')).toBe('');
});

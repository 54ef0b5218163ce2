import { canonicalId, isGuid } from './ids';

const one = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';

test.each([
  ['upper case', '0F0A1C5E-6A34-4C8E-9F5E-5A3D3A1F2B10'],
  ['braces', '{0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10}'],
  ['no dashes', '0f0a1c5e6a344c8e9f5e5a3d3a1f2b10'],
  ['a crm prefix', 'crm0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10'],
  ['prefix, braces and upper case', '{CRM0F0A1C5E6A344C8E9F5E5A3D3A1F2B10}'],
  ['blanks around it', ` ${one} `],
])('a GUID with %s is the same id', (_spelling, text) => {
  expect(canonicalId(text)).toBe(one);
  expect(isGuid(text)).toBe(true);
});

test('an id that is no GUID is lower-cased and keeps its signs', () => {
  expect(canonicalId(' Tile-01_0 ')).toBe('tile-01_0');
  expect(isGuid('01_0')).toBe(false);
});

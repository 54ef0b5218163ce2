import type { Row } from '../row';
import { parseFilter } from './filter';
import { ODataError } from './odataError';

const marta: Row = {
  fullname: "Marta O'Neil",
  city: 'Oslo',
  children: 2,
  donotemail: false,
  telephone1: null,
  _ownerid_value: '5b1f3f5a-7c6e-4d0e-9a55-0d6e1c2a9b01',
  createdon: '2026-03-01T08:00:00Z',
};
const passes = (filter: string): boolean => parseFilter(filter)(marta);

describe('A filter', () => {
  test.each([
    ["fullname eq 'marta o''neil'", true],
    ["fullname ne 'Marta'", true],
    ["contains(fullname,'NEIL')", true],
    ["startswith(fullname,'neil')", false],
    ["endswith(fullname,'neil')", true],
    ['children ge 2', true],
    ['children gt 2', false],
    ['children lt 10', true],
    ['donotemail eq false', true],
    ['telephone1 eq null', true],
    ['fullname eq null', false],
    ['telephone1 ne null', false],
    ['_ownerid_value eq 5B1F3F5A-7C6E-4D0E-9A55-0D6E1C2A9B01', true],
    ['createdon ge 2026-02-01', true],
    ['createdon lt 2026-02-01T00:00:00Z', false],
    ["contains(telephone1,'4')", false],
    ["not contains(fullname,'Per')", true],
  ])('%s is %s', (filter, expected) => {
    expect(passes(filter)).toBe(expected);
  });

  test('and binds closer than or, and parentheses closer than both', () => {
    expect(passes("city eq 'Oslo' or city eq 'Bergen' and children eq 9")).toBe(true);
    expect(passes("(city eq 'Oslo' or city eq 'Bergen') and children eq 9")).toBe(false);
  });

  test('a list of ids joined by or finds any of them', () => {
    const ids = Array.from(
      { length: 50 },
      (_, index) => `contactid eq 00000000-0000-0000-0000-0000000000${10 + index}`,
    );
    const predicate = parseFilter(ids.join(' or '));
    expect(predicate({ contactid: '00000000-0000-0000-0000-000000000042' })).toBe(true);
    expect(predicate({ contactid: '00000000-0000-0000-0000-000000000009' })).toBe(false);
  });

  test.each([
    ['fullname', 'a column or an operator is expected at the end'],
    ["fullname like 'M%'", "The operator 'like' in $filter is not known"],
    ["(city eq 'Oslo'", "')' is expected at the end"],
    ["city eq 'Oslo' city eq 'Oslo'", "the end is expected before 'city'"],
    ['city eq €', '$filter cannot be read from character 9'],
  ])('%s is refused with the place and the reason', (filter, message) => {
    expect(() => parseFilter(filter)).toThrow(ODataError);
    expect(() => parseFilter(filter)).toThrow(message);
  });
});

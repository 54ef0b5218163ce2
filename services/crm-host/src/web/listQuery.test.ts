import { parseFilter } from '../odata/filter';
import { tableNamed } from '../tables';
import { listAddress, rangeText, searchFilter } from './listQuery';
import { listPlace } from './place';
import { viewOf } from './views';

const contact = tableNamed('contact')!;
const start = { ...listPlace(contact), search: '', descending: false, page: 1 };
const params = (change: object): URLSearchParams =>
  new URLSearchParams(listAddress(contact, viewOf('contact'), { ...start, ...change }));

describe('The query of a list', () => {
  test('asks for the columns of the view, sorted by name, with the count', () => {
    const first = params({});
    expect(first.get('$select')).toBe(
      'fullname,jobtitle,_parentcustomerid_value,emailaddress1,_ownerid_value,statecode',
    );
    expect(first.get('$orderby')).toBe('fullname asc');
    expect([first.get('$count'), first.get('$filter'), first.get('$skiptoken')]).toEqual(['true', null, null]);
  });

  test('a later page leaves out the rows before it', () => {
    expect(params({ page: 3, sort: 'jobtitle', descending: true }).get('$skiptoken')).toBe('100');
  });

  test('a search with quotes in it is one that the Web API reads', () => {
    const finds = parseFilter(searchFilter(['fullname', 'emailaddress1'], "o'neil"));
    expect([finds({ fullname: "Marta O'Neil" }), finds({ emailaddress1: 'marta@example.com' })]).toEqual([true, false]);
  });
});

describe('The range of a page', () => {
  test.each([
    [1, 0, 'No records'],
    [1, 30, '1–30 of 30'],
    [2, 2000, '51–100 of 2,000'],
    [40, 1999, '1,951–1,999 of 1,999'],
  ])('page %i of %i records reads %s', (page, count, text) => {
    expect(rangeText(page, count)).toBe(text);
  });
});

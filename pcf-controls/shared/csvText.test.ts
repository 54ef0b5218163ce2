import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { csvText } from './csvText';

const cell = fc.oneof(fc.string(), fc.constantFrom('=1+1', '-', '@a', 'a,b', 'say "so"', 'two\r\nlines', '', '＝1'));

test('a table becomes the file that the service would make of it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      const asTheService = stringify(rows, { bom: true, escape_formulas: true, record_delimiter: 'windows' });
      expect(csvText(rows)).toBe(asTheService || '\uFEFF');
    }),
  );
});

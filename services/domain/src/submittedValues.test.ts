import fc from 'fast-check';
import { submittedValues } from './submittedValues';

const pairs = (text: string): readonly (readonly [string, string])[] =>
  submittedValues(text).map(({ label, value }) => [label, value]);

test('each line is a label and a value, in the order of the form', () =>
  expect(pairs('First name: Anna\r\nEmail: anna@example.org')).toEqual([
    ['First name', 'Anna'],
    ['Email', 'anna@example.org'],
  ]));

test('a value keeps its own colons and lines', () =>
  expect(pairs('What is it about?: Call: after four\nor five\r\nSite: https://www.example.com:8080/a')).toEqual([
    ['What is it about?', 'Call: after four\nor five'],
    ['Site', 'https://www.example.com:8080/a'],
  ]));

test('a label may have a colon inside', () =>
  expect(pairs('Call at (hh:mm): 10:30')).toEqual([['Call at (hh:mm)', '10:30']]));

test('a line that is no pair goes on with the value before it', () =>
  expect(pairs('Question: the boiler hums\r\n\r\nit stops at night\r\nWeek: 36')).toEqual([
    ['Question', 'the boiler hums\n\nit stops at night'],
    ['Week', '36'],
  ]));

test('what was not filled in stays, as nothing', () =>
  expect(pairs('Diet: \r\nCompany:')).toEqual([
    ['Diet', ''],
    ['Company', ''],
  ]));

test.each([
  'submit7f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10:',
  'submit7f0a1c5e6a344c8e9f5e5a3d3a1f2b10: ',
  'Button_{7F0A1C5E-6A34-4C8E-9F5E-5A3D3A1F2B10}:',
])('the button that sent it is left out: %s', (line) => expect(pairs(`Email: a\r\n${line}`)).toEqual([['Email', 'a']]));

test('a field is no button because its name says so, nor because it is empty', () =>
  expect(pairs('Submit by: Friday\r\nsubmitted:')).toEqual([
    ['Submit by', 'Friday'],
    ['submitted', ''],
  ]));

test('a text that has no labels is one value without a label, and nothing is nothing', () => {
  expect(pairs('just words')).toEqual([['', 'just words']]);
  expect(pairs('')).toEqual([]);
});

test('whatever was filled in under plain labels comes out again', () => {
  const label = fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,20}[A-Za-z]$/);
  const value = fc.string().map((text) => text.replace(/\r\n/g, ' ').trim());
  fc.assert(
    fc.property(fc.array(fc.tuple(label, value), { minLength: 1 }), (filled) => {
      const text = filled.map(([name, content]) => `${name}: ${content}`).join('\r\n');
      expect(pairs(text)).toEqual(filled);
    }),
  );
});

import { shortAddress } from './sentence';

test.each([
  ['https://www.aquila-pumps.example/audit/', 'aquila-pumps.example/audit'],
  ['http://aquila-pumps.example', 'aquila-pumps.example'],
  ['Audit prices', 'Audit prices'],
  ['www.aquila-pumps.example', 'www.aquila-pumps.example'],
])('%s reads %s', (text, short) => expect(shortAddress(text)).toBe(short));

import { addressKey, isWebAddress } from './addressKey';

test.each([
  ['https://aquila-pumps.example/audit', 'http://Aquila-Pumps.example/audit/'],
  ['https://aquila-pumps.example/audit?a=1&b=2', 'https://aquila-pumps.example/audit?a=1&amp;b=2'],
  ['https://aquila-pumps.example/', 'aquila-pumps.example'],
  ['https://aquila-pumps.example:443/audit', 'https://aquila-pumps.example/audit'],
  ['https://aquila-pumps.example/s%C3%A4ulen', 'https://aquila-pumps.example/säulen'],
  [' https://aquila-pumps.example/audit ', 'https://aquila-pumps.example/audit'],
])('%s and %s are one address', (one, other) => expect(addressKey(one)).toBe(addressKey(other)));

test.each([
  ['https://aquila-pumps.example/audit', 'https://aquila-pumps.example/Audit'],
  ['https://aquila-pumps.example/audit?a=1', 'https://aquila-pumps.example/audit?a=2'],
  ['https://aquila-pumps.example/audit#a', 'https://aquila-pumps.example/audit'],
  ['https://shop.aquila-pumps.example/', 'https://aquila-pumps.example/'],
  ['mailto:help@aquila-pumps.example', 'https://aquila-pumps.example/'],
])('%s and %s are two', (one, other) => expect(addressKey(one)).not.toBe(addressKey(other)));

test('what is no address is compared as it is', () => {
  expect(addressKey('{{msg.subscriptionCenter}}')).toBe('{{msg.subscriptionCenter}}');
  expect(addressKey('https://aquila-pumps.example/100%')).toBe('aquila-pumps.example/100%');
});

test('only web addresses can be clicked and counted', () => {
  expect(['https://a.example', 'HTTP://a.example'].every(isWebAddress)).toBe(true);
  expect(['mailto:a@a.example', '#top', '{{link}}', ''].some(isWebAddress)).toBe(false);
});

import fc from 'fast-check';
import { shortened, textHash } from './textHash';

test('equal texts have equal hashes, also with a seed, and another seed gives another', () => {
  expect([textHash('a'), textHash('a', 1)]).toEqual([textHash('a'), textHash('a', 1)]);
  expect(textHash('a')).not.toBe(textHash('a', 1));
  expect(textHash('')).not.toBe(textHash('a'));
});

test('a text is shortened to at most 100 characters, and two texts never to the same', () => {
  const long = fc.string({ minLength: 90, maxLength: 300 });
  fc.assert(
    fc.property(long, long, (a, b) => {
      expect(shortened(a).length).toBeLessThanOrEqual(100);
      expect(shortened(a) === shortened(b)).toBe(a === b);
    }),
  );
});

test('addresses that differ at their end only stay apart; a short one stays as it is', () => {
  const address = `https://www.example.com/${'a'.repeat(200)}`;
  expect(shortened(`${address}1`)).not.toBe(shortened(`${address}2`));
  expect(shortened('https://www.example.com/')).toBe('https://www.example.com/');
});

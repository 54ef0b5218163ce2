import { inWords, readSampleArguments } from './main';

const now = new Date('2026-03-02T15:30:00Z');

describe('the command line of the sample', () => {
  test('asks for a small sample up to now unless told otherwise', () => {
    expect(readSampleArguments([], now)).toEqual({
      out: '.data/sample',
      size: 'small',
      seed: 1,
      until: now,
      zone: 'Europe/Oslo',
      hostile: false,
    });
    const asked = readSampleArguments(['--size', 'large', '--hostile', '--until', '2025-01-01T00:00:00Z'], now);
    expect(asked).toMatchObject({ size: 'large', hostile: true, until: new Date('2025-01-01T00:00:00Z') });
  });

  test.each([
    [['--size', 'huge'], '--size huge is not known'],
    [['--until', 'soon'], '--until soon is no time'],
    [['--seed', 'x'], '--seed x is no number'],
    [['--zone', 'Mars/Base'], '--zone Mars/Base is not known'],
    [['--wide'], '--wide'],
  ])('%j is refused in words', (words, problem) => {
    expect(() => readSampleArguments(words, now)).toThrow(problem);
  });

  test('says what was written and whom to open first', () => {
    const someone = { id: 'id-1', name: 'Astrid Viken', interactions: 12 };
    const notable = {
      liveliest: someone,
      empty: undefined,
      remoteBounce: undefined,
      testSends: undefined,
      movedTwice: undefined,
    };
    const text = inWords(
      { rows: 1234, rowsByType: {}, files: 5, bytes: 7e6, records: { contact: 3 }, notable },
      'there',
    );
    expect(text.split('\n')).toEqual([
      '1,234 rows in 5 files (7 MB), 3 contacts, in there',
      '  liveliest: Astrid Viken (12 interactions) id-1',
    ]);
  });
});

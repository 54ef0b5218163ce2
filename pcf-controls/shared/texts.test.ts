import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { texts } from '../InsightsTab/testing/resx';
import { readResx } from './testing/resx';
import { cardCountKeys, cardTextKeys, sharedCountKeys, sharedTextKeys, tabCountKeys, tabTextKeys } from './textKeys';

const controls = [
  ['InsightsTab', tabTextKeys, tabCountKeys],
  ['InteractionTimeline', cardTextKeys, cardCountKeys],
] as const;
const forms = (keys: readonly string[]): readonly string[] => keys.flatMap((key) => [`${key}_one`, `${key}_other`]);
const resxOf = (name: string): ReadonlyMap<string, string> =>
  readResx(join(__dirname, `../${name}/strings/${name}.1033.resx`));

describe.each(controls)('Of %s', (name, own, ownCounts) => {
  const manifest = readFileSync(join(__dirname, `../${name}/ControlManifest.Input.xml`), 'utf8');
  const resx = resxOf(name);
  /** Texts that the manifest, not the code, names. */
  const ofManifest = [...manifest.matchAll(/(?:display-name|description)-key="(\w+)"/g)].map(([, key]) => key);
  const named = [...sharedTextKeys, ...own, ...forms([...sharedCountKeys, ...ownCounts]), ...ofManifest];

  test('every text that the code or the manifest names stands in the resx, and none besides', () =>
    expect([...resx.keys()].sort()).toEqual([...named].sort()));

  test('no text is empty', () => expect([...resx].filter(([, text]) => text.trim() === '')).toEqual([]));

  test('no text speaks of internals, asks, or shouts', () => {
    const words = /\b(null|undefined|NaN|N\/A|API|JSON|token|sync|please|oops|sorry)\b|!/i;
    expect([...resx].filter(([, text]) => words.test(text))).toEqual([]);
  });
});

test('what all controls say, they say alike', () => {
  const keys = [...sharedTextKeys, ...forms(sharedCountKeys)];
  const said = controls.map(([name]) => keys.map((key) => [key, resxOf(name).get(key)]));
  for (const other of said) expect(other).toEqual(said[0]);
});

describe('A text', () => {
  test('takes its values in their places', () =>
    expect(texts.say('countsReceivedBy', '23 Nov 2026, 14:02', 'Oslo')).toBe(
      'Counts everything received by 23 Nov 2026, 14:02 (Oslo time)',
    ));
  test('leaves a value as it is, whatever stands in it', () =>
    expect(texts.say('nameAndNumber', '{1} $& {0}', '7')).toBe('{1} $& {0}: 7'));
  test('for a number follows the plural of its language', () => {
    expect(texts.count('interactions', 1, '1')).toBe('1 interaction');
    expect(texts.count('interactions', 0, '0')).toBe('0 interactions');
    expect(texts.count('times', 2, '2')).toBe('2 times');
  });
});

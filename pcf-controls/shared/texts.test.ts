import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resx, resxByLanguage, resxOf, texts, textsIn } from '../InsightsTab/testing/resx';
import { countKeys, textKeys } from './textKeys';

const manifest = readFileSync(join(__dirname, '../InsightsTab/ControlManifest.Input.xml'), 'utf8');
/** Texts that the manifest, not the code, names. */
const ofManifest = [...manifest.matchAll(/(?:display-name|description)-key="(\w+)"/g)].map(([, key]) => key);
const named = [...textKeys, ...countKeys.flatMap((key) => [`${key}_one`, `${key}_other`]), ...ofManifest];

describe.each([...resxByLanguage])('In the language %s', (id, own) => {
  test('every text that the code or the manifest names stands in the resx, and none besides', () =>
    expect([...own.keys()].sort()).toEqual([...named].sort()));

  test('the manifest names the resx', () => expect(manifest).toContain(`strings/InsightsTab.${id}.resx`));

  test('no text is empty', () => expect([...own].filter(([, text]) => text.trim() === '')).toEqual([]));

  test('no text speaks of internals, asks, or shouts', () => {
    const words = /\b(null|undefined|NaN|N\/A|API|JSON|token|sync|please|oops|sorry|bitte|leider)\b|!/i;
    expect([...own].filter(([, text]) => words.test(text))).toEqual([]);
  });

  test('every text has the places of the English one', () => {
    const placesIn = (text = ''): readonly string[] => [...new Set(text.match(/\{\d\}/g))].sort();
    for (const [key, text] of own) expect([key, placesIn(text)]).toEqual([key, placesIn(resx.get(key))]);
  });
});

/** Texts of nothing but places and marks, which are the same in German. */
const alike = [
  ...['namedPeriod', 'dayCount', 'nameAndNumber', 'valuesOf', 'hourSays', 'dayAndHour'],
  ...['waitSays', 'rateSays', 'usually'],
];

test('German says everything in words of its own', () => {
  const same = [...resxOf('1031')].filter(([key, text]) => text === resx.get(key)).map(([key]) => key);
  expect(same.sort()).toEqual([...alike].sort());
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
    expect([1, 2].map((count) => textsIn('1031').count('rows', count, String(count)))).toEqual(['1 Zeile', '2 Zeilen']);
  });
});

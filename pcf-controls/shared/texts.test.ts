import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { texts } from '../InsightsTab/testing/resx';
import { languagesOf, resxOf } from './testing/resx';
import { textsOf } from './texts';
import {
  cardCountKeys,
  cardTextKeys,
  designerCountKeys,
  designerTextKeys,
  sharedCountKeys,
  sharedTextKeys,
  tabCountKeys,
  tabTextKeys,
} from './textKeys';

const controls = [
  ['InsightsTab', tabTextKeys, tabCountKeys],
  ['InteractionTimeline', cardTextKeys, cardCountKeys],
  ['JourneyDesigner', designerTextKeys, designerCountKeys],
] as const;
const forms = (keys: readonly string[]): readonly string[] => keys.flatMap((key) => [`${key}_one`, `${key}_other`]);
const spoken = controls.flatMap(([name, own, counts]) =>
  languagesOf(name).map((language) => [name, language, own, counts] as const),
);

describe.each(spoken)('Of %s in the language %s', (name, language, own, ownCounts) => {
  const manifest = readFileSync(join(__dirname, `../${name}/ControlManifest.Input.xml`), 'utf8');
  const resx = resxOf(name, language);
  /** Texts that the manifest, not the code, names. */
  const ofManifest = [...manifest.matchAll(/(?:display-name|description)-key="(\w+)"/g)].map(([, key]) => key);
  const named = [...sharedTextKeys, ...own, ...forms([...sharedCountKeys, ...ownCounts]), ...ofManifest];

  test('every text that the code or the manifest names stands in the resx, and none besides', () =>
    expect([...resx.keys()].sort()).toEqual([...named].sort()));

  test('the manifest names the resx', () => expect(manifest).toContain(`strings/${name}.${language}.resx`));

  test('no text is empty', () => expect([...resx].filter(([, text]) => text.trim() === '')).toEqual([]));

  test('no text speaks of internals, asks, or shouts', () => {
    const words = /\b(null|undefined|NaN|N\/A|API|JSON|token|sync|please|oops|sorry|bitte|leider)\b|!/i;
    expect([...resx].filter(([, text]) => words.test(text))).toEqual([]);
  });

  test('every text has the places of the English one', () => {
    const placesIn = (text = ''): readonly string[] => [...new Set(text.match(/\{\d\}/g))].sort();
    for (const [key, text] of resxOf(name, '1033'))
      expect([key, placesIn(resx.get(key))]).toEqual([key, placesIn(text)]);
  });
});

/** Texts of nothing but places and marks, which are the same in every language. */
const alike: ReadonlySet<string> = new Set([
  ...['namedPeriod', 'dayCount', 'nameAndNumber', 'valuesOf', 'hourSays', 'dayAndHour'],
  ...['waitSays', 'rateSays', 'usually', 'weekCount', 'inWeeks'],
]);

test.each(spoken.filter(([, language]) => language !== '1033'))(
  '%s says everything in words of the language %s',
  (name, language) => {
    const english = resxOf(name, '1033');
    const same = [...resxOf(name, language)].filter(([key, text]) => text === english.get(key)).map(([key]) => key);
    expect(same.filter((key) => !alike.has(key))).toEqual([]);
  },
);

test('what several controls say, they say alike', () => {
  for (const [name, language, own, counts] of spoken) {
    const tab = resxOf('InsightsTab', language);
    const keys = [...sharedTextKeys, ...own, ...forms([...sharedCountKeys, ...counts])].filter((key) => tab.has(key));
    for (const key of keys)
      expect([language, key, resxOf(name, language).get(key)]).toEqual([language, key, tab.get(key)]);
  }
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
    const german = textsOf((key) => resxOf('InsightsTab', '1031').get(key) ?? key);
    expect([1, 2].map((count) => german.count('rows', count, String(count)))).toEqual(['1 Zeile', '2 Zeilen']);
  });
});

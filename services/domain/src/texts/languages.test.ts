import { inputsOf } from '../formula';
import { columnsOf, counterIds, counterOf, type CounterId } from '../registry/counters';
import { dimensionOf, type DimensionId } from '../registry/dimensions';
import { insights } from '../registry/insights';
import { interactionTypes, kinds } from '../registry/interactionTypes';
import { kpiIds, kpiOf, type KpiId } from '../registry/kpis';
import { leftOut } from '../registry/leftOut';
import { listColumns } from '../registry/listColumns';
import { namedTypes, recordTypeIds, recordTypes, type RecordType } from '../registry/recordTypes';
import { scopes, verdictChoices } from '../counting';
import { verdictRules } from '../registry/verdictRules';
import { waitClasses } from '../registry/waitClasses';
import { german } from './de';
import { answerIn, languageOf, wordsOf } from './languages';

/** Properties of panels that name a counter, or its list. */
const counterNames = ['list', 'acts', 'joins', 'leaves'];

const isKpi = (id: unknown): id is KpiId => kpiIds.some((one) => one === id);

/** Texts under the names, however deep; what KPIs, lists, counters and dimensions are named by is followed to their rows. */
function textsIn(value: unknown, names: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, names));
  if (isKpi(value)) return kpiTexts(value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    if (names.includes(name)) return typeof part === 'string' ? [part] : [];
    if (name === 'dimension') return [dimensionOf(part as DimensionId).title];
    const counter = counterNames.includes(name) && counterIds.find((id) => String(part).split('.').at(-1) === id);
    return counter ? counterTexts(counter) : textsIn(part, names);
  });
}

function kpiTexts(id: KpiId): readonly string[] {
  const { title, tooltip, formula } = kpiOf(id);
  return [title, tooltip, ...inputsOf(formula).flatMap(counterTexts)];
}

function counterTexts(id: CounterId): readonly string[] {
  const { title, oneRowIs, timeTitle } = counterOf(id);
  return [title, oneRowIs, timeTitle, ...columnsOf(id).map((column) => listColumns[column].title)];
}

/** Record types whose tabs are told in every language. */
const told: readonly RecordType[] = [
  'contact',
  'lead',
  'account',
  'email',
  'journey',
  'page',
  'form',
  'website',
  'redirectUrl',
];

const common = [
  ...textsIn(
    Object.values(interactionTypes).map(({ title, label, sentence: { verb, preposition }, foldsWith }) => ({
      all: [{ title }, { label }, { verb }, { preposition }, { verb: foldsWith?.verb }],
    })),
    ['title', 'label', 'verb', 'preposition'],
  ),
  ...textsIn([kinds, scopes, verdictChoices, waitClasses, verdictRules], ['title', 'because']),
  ...Object.values(leftOut),
  ...recordTypeIds.map((id) => recordTypes[id].title),
  ...Object.values(namedTypes).map(({ title }) => title),
];

describe.each([['German', german]])('%s', (_language, words) => {
  test.each(told)('has a word for every text that the tab of a %s shows', (recordType) => {
    const texts = textsIn(insights[recordType], ['title', 'tooltip']);
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => !Object.hasOwn(words, text))).toEqual([]);
  });

  test('has a word for what happened and who did it', () => {
    expect(common.length).toBeGreaterThan(200);
    expect(common.filter((text) => !Object.hasOwn(words, text))).toEqual([]);
  });

  test('has none for what no registry says any more', () => {
    const all = new Set([...common, ...recordTypeIds.flatMap((id) => textsIn(insights[id], ['title', 'tooltip']))]);
    expect(Object.keys(words).filter((text) => !all.has(text))).toEqual([]);
  });
});

test.each([
  [undefined, 'en'],
  ['de', 'de'],
  ['de-CH,de;q=0.9,en;q=0.8', 'de'],
  ['fr-FR, en;q=0.7, de;q=0.8', 'de'],
  ['fr, *;q=0.5', 'en'],
  ['de;q=0', 'en'],
  ['constructor', 'en'],
  [',;q=x', 'en'],
])('to whoever asks for %s it is answered in %s', (asked, language) => {
  expect(languageOf(asked)).toBe(language);
});

test('an answer is told in the language, and what data say stays as it is', () => {
  const answer = {
    title: 'Open rate',
    columns: [{ id: 'email', title: 'Email' }],
    definition: { tooltip: 'Messages from which they left at least one list.', formula: 'opened, unique ÷ delivered' },
    values: [{ title: 'Email' }],
    rows: [{ fields: { title: 'Email' } }],
    name: 'Email',
    parts: [{ title: 'somebody.example' }, { title: 'constructor' }],
  };
  expect(answerIn('de', answer)).toEqual({
    ...answer,
    title: 'Öffnungsrate',
    columns: [{ id: 'email', title: 'E-Mail' }],
    definition: {
      tooltip: 'Nachrichten, über die mindestens eine Liste verlassen wurde.',
      formula: 'Geöffnet, eindeutig ÷ Zugestellt',
    },
  });
  expect(answerIn('en', answer)).toBe(answer);
  expect(wordsOf('en')).toEqual({});
});

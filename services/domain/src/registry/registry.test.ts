import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, inputsOf, rowsOf } from '../formula';
import { glossary } from '../glossary';
import { outboundColumns, outboundTypes } from './columns';
import { counterIds, counterOf, csvColumnsOf } from './counters';
import { insights, type PanelDef, type ResultDef } from './insights';
import { interactionTypes, kinds, typeNameOf } from './interactionTypes';
import { listColumns } from './listColumns';
import { kpiIds, kpiOf } from './kpis';
import { defaultSettings, settingNames, settings, type SettingDef } from './settings';

describe.each(kpiIds)('KPI %s', (id) => {
  const kpi = kpiOf(id);
  test('computes what its worked example promises', () =>
    expect(evaluate(kpi.formula, kpi.example.given)).toBe(kpi.example.shows));
  test('has an example that names exactly the counters its formula reads', () =>
    expect(Object.keys(kpi.example.given).sort()).toEqual([...inputsOf(kpi.formula)].sort()));
  test('says what it shows when there is nothing', () =>
    expect(evaluate(kpi.formula, {})).toBe(kpi.empty.shows === 'zero' ? 0 : null));
  test('is shown on a panel or in a pipeline', () => expect(shownKpis()).toContain(id));
});

function panels(): readonly PanelDef[] {
  return Object.values(insights).flatMap(({ categories }) => categories.flatMap((category) => category.panels));
}
const pipelines = () => Object.values(insights).flatMap(({ pipeline }) => (pipeline ? [pipeline] : []));
const shownKpis = (): readonly string[] => [
  ...panels().flatMap((panel) => ('kpis' in panel ? panel.kpis : [])),
  ...pipelines().flatMap(({ kpis }) => kpis),
];

describe.each(counterIds)('counter %s', (id) => {
  const counter = counterOf(id);
  test('counts types that exist', () => {
    const types = counter.types === 'all' ? [] : counter.types;
    for (const type of [...types, ...(counter.takenBackBy ?? []), ...(counter.unlessEver ?? [])])
      expect(interactionTypes).toHaveProperty(type);
  });
  test('has a list whose columns come from columns of its types', () => {
    const known = new Set(Object.values(interactionTypes).flatMap(({ columns }) => columns));
    for (const column of csvColumnsOf(id))
      for (const field of listColumns[column].fields) expect(known).toContain(field);
  });
  test('is read by a KPI or a list', () => {
    const lists = panels().flatMap((panel) => ('list' in panel ? [panel.list.split('.')[1]] : []));
    const acts = panels().flatMap((panel) => ('acts' in panel ? [panel.acts] : []));
    const ofResults = (results: readonly ResultDef[]): readonly string[] =>
      results.flatMap(({ counter: one, parts = [] }) => [one, ...(parts === 'types' ? [] : ofResults(parts))]);
    const results = panels().flatMap((panel) => (panel.kind === 'results' ? ofResults(panel.results) : []));
    const people = pipelines().map((pipeline) => pipeline.people);
    const read = kpiIds.flatMap((kpi) => inputsOf(kpiOf(kpi).formula));
    expect([...read, ...lists, ...acts, ...results, ...people]).toContain(id);
  });
});

test('there are 65 outbound types and every type has a kind that is offered', () => {
  expect(outboundTypes).toHaveLength(65);
  for (const { kind } of Object.values(interactionTypes)) expect(kinds).toHaveProperty(kind);
});

test('a type is known in any case and by its aliases', () => {
  expect(typeNameOf('emailopened')).toBe('EmailOpened');
  expect(typeNameOf(' EmailContainsBlockListedLinks ')).toBe('EmailContainsBlacklistedLinks');
  expect(typeNameOf('Sneezed')).toBe('Sneezed');
});

test('the subject of a sentence is a column of its type', () => {
  for (const [name, { sentence, columns }] of Object.entries(interactionTypes)) {
    for (const column of [sentence.thing, sentence.about])
      if (column !== undefined) expect([name, columns]).toEqual([name, expect.arrayContaining([column])]);
  }
});

test('types that are told as one are about the same', () => {
  for (const { foldsWith, sentence } of Object.values(interactionTypes)) {
    if (!foldsWith) continue;
    expect(interactionTypes).toHaveProperty(foldsWith.type);
    const { thing, about } = interactionTypes[foldsWith.type]!.sentence;
    expect({ thing, about }).toEqual({ thing: sentence.thing, about: sentence.about });
  }
});

test('a card reads the same list in all its parts, and who is a record that CRM can name', () => {
  for (const { card } of Object.values(insights)) {
    const panels = card?.panels ?? [];
    expect(new Set(panels.map(({ list }) => list)).size).toBeLessThanOrEqual(1);
    for (const panel of panels)
      if (panel.kind === 'latest' && panel.who) expect(listColumns[panel.who]).toHaveProperty('record');
  }
});

test('the glossary has every KPI once, each with a rule or a formula of several', () => {
  expect(glossary().map(({ id }) => id)).toEqual(kpiIds);
  for (const entry of glossary())
    expect(entry.rule === undefined).toBe(rowsOf(kpiOf(entry.id as (typeof kpiIds)[number]).formula) === undefined);
});

test('panel ids are unique in a category, and so are those of categories and card in a record type', () => {
  for (const { categories, card } of Object.values(insights)) {
    const ids = [...categories, ...(card ? [card] : [])].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const category of categories)
      expect(new Set(category.panels.map(({ id }) => id)).size).toBe(category.panels.length);
  }
});

test.each(settingNames)('setting %s takes its default and refuses nonsense', (name) => {
  const def: SettingDef = settings[name];
  expect(def.problemOf(defaultSettings[name])).toBeUndefined();
  expect(def.problemOf({})).toEqual(expect.any(String));
});

const facts = join(__dirname, '../../../../../shared/domain/outbound-columns.json');
(existsSync(facts) ? test : test.skip)(
  'columns are those of the exporter, in its order (skipped where the reference is not at hand)',
  () => {
    const reference = JSON.parse(readFileSync(facts, 'utf8')) as Record<string, string[]>;
    expect(Object.fromEntries(outboundTypes.map((type) => [type, outboundColumns(type)]))).toEqual(reference);
  },
);

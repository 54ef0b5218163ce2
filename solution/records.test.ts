import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ownTableIds,
  ownTables,
  ownTypeOf,
  recordTypeIds,
  recordTypes,
  siteMap,
  vendorForms,
} from '@record-insights/domain';
import type { Element } from '@xmldom/xmldom';
import { attributeOf, below, pack, smallBuild, Solution, textOf, type SolutionName } from './pack.builder';

const scratch = mkdtempSync(join(tmpdir(), 'records-'));
const packed = pack(smallBuild(join(scratch, 'built')), join(scratch, 'dist'));
const open = (name: SolutionName): Solution => new Solution(packed.zip(name, 'managed'));
const core = open('RecordInsights');
const records = open('RecordInsightsRecords');
const outbound = open('RecordInsightsOutbound');
const customizations = 'customizations.xml';

afterAll(() => rmSync(scratch, { recursive: true }));

const entities = (solution: Solution): ReadonlyMap<string, Element> =>
  new Map(solution.all(customizations, 'Entity').map((entity) => [textOf(entity, 'Name'), entity]));
const boundIn = (form: Element): readonly string[] =>
  below(form, 'control').map((one) => attributeOf(one, 'datafieldname'));

/** What Dataverse gives every table of its own accord. */
const everyTable = ['ownerid', 'createdon', 'modifiedon'];
const ours = ownTableIds.map((id) => ({ id, ...ownTypeOf(id).tables.own }));
const tables = entities(records);
const columnsOf = (entity: Element): readonly string[] =>
  below(entity, 'LogicalName').map((one) => one.textContent ?? '');

describe.each(ours)('The table $table', ({ id, table, set, key, name }) => {
  const entity = tables.get(table)!;
  const columns = columnsOf(entity);
  const known = [...columns, ...everyTable];

  test('has its key, its name, its status and each other column once, all with words', () => {
    expect(columns).toEqual(expect.arrayContaining([key, name, 'statecode', 'statuscode']));
    expect(new Set(columns).size).toBe(columns.length);
    expect(textOf(entity, 'EntitySetName')).toBe(set);
    for (const words of below(entity, 'displayname')) expect(attributeOf(words, 'description')).not.toBe('');
  });

  test('has a form of its own columns, and on it Insights wherever the registry has the record type', () => {
    const [form, ...more] = below(entity, 'form');
    expect(more).toEqual([]);
    for (const column of boundIn(form!)) expect(known).toContain(column);
    const tabs = below(form!, 'tab').map((one) => attributeOf(one, 'name'));
    expect(tabs).toEqual(['summary', ...ownTables[id].tabs.map((tab) => `rin_${tab}`)]);
    if (id in recordTypes) expect(tabs).toContain('rin_insights');
    const controls = below(form!, 'customControl').filter((one) => one.hasAttribute('name'));
    expect(new Set(controls.map((one) => one.textContent))).toEqual(new Set(id in recordTypes ? [name] : []));
  });

  test('has on its Summary what users write or read there, and lets them write the former alone', () => {
    const [section] = below(entity, 'section');
    const fields = ownTables[id].columns.filter(({ form }) => form !== undefined);
    expect(
      below(section!, 'control').map((one) => [attributeOf(one, 'datafieldname'), attributeOf(one, 'disabled')]),
    ).toEqual([[name, 'false'], ...fields.map((column) => [column.name, String(column.form === 'read')])]);
  });

  test('is searched by its name and whatever else is to be searched, and lists what is to be listed', () => {
    const { columns: described } = ownTables[id];
    const searched = below(entity, 'condition').filter((one) => attributeOf(one, 'operator') === 'like');
    expect(searched.map((one) => attributeOf(one, 'attribute'))).toEqual([
      name,
      ...described.filter((column) => column.searched).map((column) => column.name),
    ]);
    const listed = below(entity, 'row').find((one) => attributeOf(one, 'name') === 'result');
    expect(below(listed!, 'cell').map((cell) => attributeOf(cell, 'name'))).toEqual([
      name,
      ...described.filter((column) => column.listed).map((column) => column.name),
      ...['ownerid', 'statuscode', 'modifiedon'],
    ]);
  });

  test('has a default view of each kind that Dataverse looks for, of columns that it has', () => {
    const views = below(entity, 'savedquery');
    const defaults = views.filter((view) => textOf(view, 'isdefault') === '1').map((view) => textOf(view, 'querytype'));
    expect(defaults).toEqual(['0', '1', '2', '4', '64']);
    for (const view of views) {
      const cells = below(view, 'cell').map((cell) => attributeOf(cell, 'name'));
      const fetched = below(view, 'attribute').map((one) => attributeOf(one, 'name'));
      const asked = below(view, 'condition').map((one) => attributeOf(one, 'attribute'));
      for (const column of [...cells, ...fetched, ...asked]) expect(known).toContain(column);
      expect(fetched).toEqual([key, ...cells]);
    }
  });
});

test('the zip with our tables holds nothing of other tables', () => {
  expect([...tables.keys()].sort()).toEqual(ours.map(({ table }) => table).sort());
});

test('each lookup has its relationship, between tables of the zip, and each pair has both its sides', () => {
  const relationships = records.all(customizations, 'EntityRelationship');
  const lookups = [...tables].flatMap(([table, entity]) =>
    below(entity, 'attribute')
      .filter((one) => textOf(one, 'Type') === 'lookup')
      .map((one) => `${table}.${textOf(one, 'LogicalName')}`),
  );
  const many = relationships.filter((one) => textOf(one, 'EntityRelationshipType') === 'OneToMany');
  const pairs = relationships.filter((one) => textOf(one, 'EntityRelationshipType') === 'ManyToMany');
  const named = many.map((one) => `${textOf(one, 'ReferencingEntityName')}.${textOf(one, 'ReferencingAttributeName')}`);
  expect(lookups.length).toBeGreaterThan(0);
  expect([...named].sort()).toEqual([...lookups].sort());
  for (const one of many) {
    expect(tables.has(textOf(one, 'ReferencedEntityName'))).toBe(true);
    expect(textOf(one, 'CascadeDelete')).toBe('RemoveLink');
  }
  expect(pairs.map((one) => [textOf(one, 'FirstEntityName'), textOf(one, 'SecondEntityName')])).toEqual([
    ['rin_customerjourney', 'rin_marketingemail'],
    ['rin_marketingpage', 'rin_marketingemail'],
  ]);
  expect(new Set(relationships.map((one) => attributeOf(one, 'Name'))).size).toBe(relationships.length);
});

test('the app leads to every record type but those that another app brings, group by group', () => {
  const groups = records.all(customizations, 'Group').map((group) => ({
    title: attributeOf(below(group, 'Title')[0]!, 'Title'),
    entities: below(group, 'SubArea').map((one) => attributeOf(one, 'Entity')),
  }));
  const ownOf = (type: (typeof recordTypeIds)[number]): string => recordTypes[type].tables.own.table;
  expect(groups).toEqual(
    siteMap.map(({ title, recordTypes: types }) => ({
      title,
      entities: types.map(ownOf).filter((table) => table !== 'lead'),
    })),
  );
  const components = records.all(customizations, 'AppModuleComponent').map((one) => attributeOf(one, 'schemaName'));
  expect(components).toEqual(expect.arrayContaining([...groups.flatMap((group) => group.entities), ...tables.keys()]));
});

describe('Roles', () => {
  const privilegesOf = (solution: Solution): ReadonlyMap<string, readonly string[]> =>
    new Map(
      solution
        .all(customizations, 'Role')
        .filter((role) => role.hasAttribute('name'))
        .map((role) => [
          attributeOf(role, 'name'),
          below(role, 'RolePrivilege').map((one) => `${attributeOf(one, 'name')} ${attributeOf(one, 'level')}`),
        ]),
    );

  test('on the controls: all find the service, who governs sets it, who does marketing sees everybody, none changes people', () => {
    const roles = privilegesOf(core);
    const finding = ['prvReadEnvironmentVariableDefinition Global'];
    expect(roles.get('Insights Reader')).toEqual(finding);
    expect(roles.get('Insights Marketer')).toEqual([...finding, 'prvReadContact Global', 'prvReadAccount Global']);
    const setting = ['Read', 'Create', 'Write', 'Append', 'AppendTo'];
    const named = setting.map((verb) => `prv${verb}EnvironmentVariableDefinition Global`);
    expect(roles.get('Insights Administrator')).toEqual(named);
  });

  test('on our tables: each names every table of the zip and no other, and the reader reads only', () => {
    const roles = privilegesOf(records);
    expect([...roles.keys()]).toEqual([
      'Marketing Records Reader',
      'Marketing Records Marketer',
      'Marketing Records Administrator',
    ]);
    for (const privileges of roles.values()) {
      const named = new Set(privileges.map((one) => /rin_\w+/.exec(one)?.[0]));
      expect([...named].sort()).toEqual([...tables.keys()].sort());
    }
    expect(roles.get('Marketing Records Reader')).toEqual(ours.map(({ table }) => `prvRead${table} Global`));
  });

  test('those on our tables open the app', () => {
    const [map] = records.all(customizations, 'AppModuleRoleMaps');
    const roots = records.all('solution.xml', 'RootComponent').filter((one) => attributeOf(one, 'type') === '20');
    expect(below(map!, 'Role').map((one) => attributeOf(one, 'id'))).toEqual(
      roots.map((one) => attributeOf(one, 'id')),
    );
  });
});

test('the variables of the environment come without values', () => {
  const files = [...core.files].filter(([path]) => path.startsWith('environmentvariabledefinitions/'));
  expect(files.map(([path]) => path.split('/')[1])).toEqual([
    'rin_Authority',
    'rin_ClientId',
    'rin_Scope',
    'rin_ServiceAddress',
  ]);
  for (const [, bytes] of files) expect(bytes.toString('utf8')).not.toContain('defaultvalue');
});

describe('On the vendor’s tables', () => {
  const forms = entities(outbound);
  const vendorTypes = recordTypeIds.filter((id) => recordTypes[id].tables.vendor.table.startsWith('msdyncrm_'));

  test('stands one form of ours each, read-only, that never becomes the first one that users see', () => {
    expect([...forms.keys()].sort()).toEqual(vendorTypes.map((id) => recordTypes[id].tables.vendor.table).sort());
    for (const entity of forms.values()) {
      const summary = below(below(entity, 'section')[0]!, 'control');
      expect(summary.map((one) => attributeOf(one, 'disabled'))).toEqual(summary.map(() => 'true'));
      expect(below(entity, 'DisplayConditions').map((one) => attributeOf(one, 'FallbackForm'))).toEqual(['false']);
      expect(below(entity, 'EntityInfo')).toEqual([]);
    }
  });

  const facts = join(__dirname, '..', '..', 'shared', 'domain', 'domain.md');
  const title = 'the tab is bound to a column that the vendor’s table is known to have';
  if (existsSync(facts)) {
    test(title, () => {
      const known = readFileSync(facts, 'utf8');
      for (const { anchor } of Object.values(vendorForms)) expect(known).toContain(anchor);
    });
  } else {
    test.skip(`${title} (left out: the facts are not on this machine)`, () => undefined);
  }
});

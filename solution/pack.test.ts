import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import {
  attributeOf,
  below,
  pack,
  smallBuild,
  Solution,
  solutionNames,
  textOf,
  type Layer,
  type SolutionName,
} from './pack.builder';

/** Tables with our form that an app of Dynamics has: the form that every organisation has, and what binds our controls. */
const tables = {
  account: { form: '{8448b78f-8f42-454e-8e2a-f8196b0419af}', anchor: 'name', card: true },
  contact: { form: '{1fed44d1-ae68-4a41-bd2b-f13acac4acfa}', anchor: 'fullname', card: true },
  lead: { form: '{e3b6ddb7-8df0-4410-ac7b-fd32e5053d38}', anchor: 'fullname', card: false },
};
const formsOfMicrosoft = Object.values(tables).map(({ form }) => form);
const customizations = 'customizations.xml';
const tab = 'rin_RecordInsights.InsightsTab';
const card = 'rin_RecordInsights.InteractionTimeline';

const scratch = mkdtempSync(join(tmpdir(), 'solution-'));
const built = smallBuild(join(scratch, 'built'));
const packed = pack(built, join(scratch, 'dist'));
const open = (name: SolutionName, layer: Layer): Solution => new Solution(packed.zip(name, layer));
const layers = ['managed', 'unmanaged'] as const;
const all = solutionNames.flatMap((name) => layers.map((layer) => ({ name, layer, solution: open(name, layer) })));

afterAll(() => rmSync(scratch, { recursive: true }));

/** Logical names of the tables that a zip holds or carries forms of. */
const tablesIn = (solution: Solution): readonly string[] =>
  solution.all(customizations, 'Entity').map((table) => textOf(table, 'Name').toLowerCase());
const placedIn = (solution: Solution): readonly string[] =>
  [...new Set(solution.all(customizations, 'customControl').map((one) => attributeOf(one, 'name')))].filter(
    (name) => name !== '',
  );

test('packing twice, in another folder and another time zone, gives the same bytes', () => {
  const again = pack(built, join(scratch, 'again'), { zone: 'Pacific/Auckland' });
  for (const [index, zip] of packed.zips.entries())
    expect(readFileSync(again.zips[index]!).equals(readFileSync(zip))).toBe(true);
});

test('nothing but the solutions and the forms for the local CRM is left', () => {
  const left = readdirSync(join(scratch, 'dist')).sort();
  expect(left).toEqual([...packed.zips.map((zip) => basename(zip)), 'forms'].sort());
});

describe.each(all)('$name, $layer,', ({ name, layer, solution }) => {
  test('says its name, its version, its layer and its publisher', () => {
    const text = (tag: string): string | undefined => solution.texts('solution.xml', tag)[0];
    expect(text('UniqueName')).toBe(name);
    expect(text('Version')).toBe('1.2.3.0');
    expect(text('Managed')).toBe(layer === 'managed' ? '1' : '0');
    expect(text('CustomizationPrefix')).toBe('rin');
  });

  test('names each root component once, and holds what it names', () => {
    const keyOf = (root: Element): string => attributeOf(root, 'schemaName') || attributeOf(root, 'id');
    const roots = solution
      .all('solution.xml', 'RootComponent')
      .map((root) => `${attributeOf(root, 'type')} ${keyOf(root)}`);
    const texts = (kind: number, tag: string, child: string): readonly string[] =>
      solution.all(customizations, tag).map((element) => `${kind} ${textOf(element, child)}`);
    const variables = [...solution.files.keys()].filter((path) => path.startsWith('environmentvariabledefinitions/'));
    const held = [
      ...tablesIn(solution).map((table) => `1 ${table}`),
      ...solution
        .all(customizations, 'Role')
        .flatMap((role) => (role.hasAttribute('name') ? [`20 ${attributeOf(role, 'id')}`] : [])),
      ...texts(61, 'WebResource', 'Name'),
      ...texts(62, 'AppModuleSiteMap', 'SiteMapUniqueName'),
      ...texts(66, 'CustomControl', 'Name'),
      ...texts(80, 'AppModule', 'UniqueName'),
      ...variables.map((path) => `380 ${path.split('/')[1] ?? ''}`),
    ];
    expect(roots.length).toBeGreaterThan(0);
    expect(new Set(roots).size).toBe(roots.length);
    expect([...roots].sort()).toEqual([...held].sort());
  });

  test('brings or declares as missing each control that it places, and never both', () => {
    const brought = solution.all(customizations, 'CustomControl').map((one) => textOf(one, 'Name'));
    const missing = solution.all('solution.xml', 'MissingDependency');
    const required = missing.flatMap((one) => below(one, 'Required'));
    const names = [...new Set(required.map((one) => attributeOf(one, 'schemaName')))];
    expect(new Set(required.map((one) => attributeOf(one, 'type')))).toEqual(new Set(names.length > 0 ? ['66'] : []));
    const placed = [...placedIn(solution)];
    expect(placed.filter((one) => brought.includes(one) === names.includes(one))).toEqual([]);
    expect(names.filter((one) => !placed.includes(one))).toEqual([]);
    const forms = solution.texts(customizations, 'formid');
    const dependent = missing.flatMap((one) => below(one, 'Dependent')).map((one) => attributeOf(one, 'id'));
    for (const id of dependent) expect(forms).toContain(id);
  });

  test('holds every file that its controls name, and no source map', () => {
    const manifests = solution.all(customizations, 'CustomControl').map((one) => textOf(one, 'FileName').slice(1));
    const named = manifests.flatMap((manifest) => {
      const folder = manifest.slice(0, manifest.lastIndexOf('/'));
      const files = ['code', 'resx'].flatMap((tag) => solution.all(manifest, tag));
      return [manifest, ...files.map((element) => `${folder}/${attributeOf(element, 'path')}`)];
    });
    const held = [...solution.files.keys()].filter((path) => path.startsWith('Controls/'));
    expect(manifests).toHaveLength(name === 'RecordInsights' ? 3 : 0);
    expect(held.sort()).toEqual(named.sort());
  });

  test('gives every file a content type', () => {
    const of = (tag: string, name: string): readonly string[] =>
      solution.all('[Content_Types].xml', tag).map((element) => attributeOf(element, name));
    const [extensions, parts] = [of('Default', 'Extension'), of('Override', 'PartName')];
    const untyped = [...solution.files.keys()].filter(
      (path) => !extensions.includes(path.split('.').at(-1) ?? '') && !parts.includes(`/${path}`),
    );
    expect(untyped).toEqual([]);
  });

  test('holds the file of each web resource', () => {
    const files = solution.all(customizations, 'WebResource').map((one) => textOf(one, 'FileName').slice(1));
    const held = [...solution.files.keys()].filter((path) => path.startsWith('WebResources/'));
    expect(held).toEqual([...files].sort());
    expect(held).toHaveLength(name === 'RecordInsights' ? 3 : 0);
  });

  test('uses no id twice in a form', () => {
    for (const form of solution.all(customizations, 'form')) {
      const ids = ['tab', 'section', 'cell'].flatMap((tag) => below(form, tag)).map((one) => attributeOf(one, 'id'));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('binds each control in all three form factors to the column of its cell', () => {
    for (const description of solution.all(customizations, 'controlDescription')) {
      const key = attributeOf(description, 'forControl');
      const cell = solution.all(customizations, 'control').find((one) => attributeOf(one, 'uniqueid') === key);
      const ours = below(description, 'customControl').filter((one) => one.hasAttribute('name'));
      expect(ours.map((one) => attributeOf(one, 'formFactor'))).toEqual(['0', '1', '2']);
      expect(new Set(ours.map((one) => one.textContent))).toEqual(new Set([attributeOf(cell!, 'datafieldname')]));
    }
  });
});

describe('The layers', () => {
  const managed = open('RecordInsights', 'managed');
  const unmanaged = open('RecordInsights', 'unmanaged');
  const sales = (layer: Layer): Solution => open('RecordInsightsSales', layer);

  test('the managed ones only add to the forms that every organisation has', () => {
    const forms = [managed, sales('managed')].flatMap((one) => one.texts(customizations, 'formid'));
    expect(forms).toEqual(formsOfMicrosoft);
    const actions = (tag: string): readonly string[] =>
      [managed, sales('managed')].flatMap((one) =>
        one
          .all(customizations, tag)
          .map((element) => `${attributeOf(element, 'name')} ${attributeOf(element, 'solutionaction')}`.trim()),
      );
    const rows = Object.values(tables);
    expect(actions('tab')).toEqual(rows.flatMap((row) => [...(row.card ? ['SUMMARY_TAB'] : []), 'rin_insights Added']));
    expect(actions('section')).toEqual(
      rows.flatMap((row) => [...(row.card ? ['rin_timeline Added'] : []), 'rin_insights_main']),
    );
    expect(actions('controlDescription')).toEqual(rows.flatMap((row) => (row.card ? ['Added', 'Added'] : ['Added'])));
  });

  test('the unmanaged ones bring whole forms of our own, and no form of Microsoft’s', () => {
    for (const one of [unmanaged, sales('unmanaged')]) {
      const xml = one.files.get(customizations)!.toString('utf8');
      for (const form of formsOfMicrosoft) expect(xml.toLowerCase()).not.toContain(form);
      expect(xml).not.toMatch(/solutionaction|ordinalvalue/);
    }
    const names = (one: Solution, tag: string): readonly string[] =>
      one.all(customizations, tag).map((element) => attributeOf(element, 'name'));
    expect(names(unmanaged, 'tab')).toEqual(['SUMMARY_TAB', 'rin_insights', 'SUMMARY_TAB', 'rin_insights']);
    expect(names(sales('unmanaged'), 'tab')).toEqual(['summary', 'rin_insights']);
    expect(names(sales('unmanaged'), 'section')).toEqual([
      ...['person', 'company', 'about', 'rin_timeline'],
      'rin_insights_main',
    ]);
    expect(names(unmanaged, 'section')).toEqual(
      ['company', 'person'].flatMap((first) => [first, 'address', 'about', 'rin_timeline', 'rin_insights_main']),
    );
  });

  test.each([
    ['RecordInsights', [customizations, 'solution.xml']],
    ['RecordInsightsSales', [customizations, 'solution.xml']],
    ['RecordInsightsRecords', ['solution.xml']],
    ['RecordInsightsOutbound', ['solution.xml']],
  ] as const)('of %s hold the same files, and differ in nothing but layer and forms', (name, expected) => {
    const [first, second] = [open(name, 'managed'), open(name, 'unmanaged')];
    const differing = [...first.files].filter(([path, bytes]) => !second.files.get(path)?.equals(bytes));
    expect([...second.files.keys()]).toEqual([...first.files.keys()]);
    expect(differing.map(([path]) => path)).toEqual(expected);
  });

  test('both controls stand on accounts, contacts and our form of leads; on Microsoft’s form of leads the tab alone', () => {
    expect([...placedIn(managed)].sort()).toEqual([tab, card]);
    expect([...placedIn(sales('unmanaged'))].sort()).toEqual([tab, card]);
    expect(placedIn(sales('managed'))).toEqual([tab]);
    expect([tablesIn(managed), tablesIn(sales('managed'))]).toEqual([['account', 'contact'], ['lead']]);
  });
});

describe('The packer refuses', () => {
  test('a form whose control is not built', () => {
    const empty = mkdtempSync(join(scratch, 'empty-'));
    const { code, said } = pack({ ...built, controls: empty }, join(scratch, 'none'));
    expect(code).not.toBe(0);
    expect(said).toContain('the form of contact places rin_RecordInsights.InsightsTab, which is not built');
  });

  test('a bound property that the form does not give', () => {
    const second = '<property name="second" of-type="SingleLine.Text" usage="bound" required="true"/>';
    const { code, said } = pack(smallBuild(join(scratch, 'second'), second), join(scratch, 'none'));
    expect(code).not.toBe(0);
    expect(said).toContain('the form of contact leaves second of rin_RecordInsights.InsightsTab unbound');
  });

  test('a version that a solution cannot have', () => {
    expect(pack(built, join(scratch, 'none'), { version: '1.2.3-beta' }).said).toContain('1.2.3-beta is not');
  });
});

const checker = join(__dirname, '..', '..', 'shared', 'check-solution');
const canCheck = existsSync(checker) && spawnSync('xmllint', ['--version']).status === 0;
const out = join(__dirname, '..', 'pcf-controls', 'out');
const fromBuild = { controls: join(out, 'controls'), webResources: join(out, 'webResources') };

describe.each([
  ['small controls', built],
  ['the built controls', fromBuild],
])('With %s', (name, from) => {
  const isBuilt = existsSync(from.controls) && existsSync(from.webResources);
  const { zips } = isBuilt ? pack(from, join(scratch, `with ${name}`)) : { zips: [] };
  const unless = (title: string, can: boolean, missing: string, run: () => void): void =>
    can && isBuilt
      ? test(title, run)
      : test.skip(`${title} (left out: ${isBuilt ? missing : 'nothing is built yet'})`, run);

  unless('all zips hold under the published schema', canCheck, 'its checker or xmllint is not on this machine', () => {
    const { stdout } = spawnSync('python3', [checker, ...zips], { encoding: 'utf8' });
    expect(stdout.trim().split('\n')).toEqual(zips.map((zip) => `${basename(zip)}: holds`));
  });

  unless(
    'no source map, code for developing, address or folder of a developer’s machine, or secret is in them',
    true,
    '',
    () => {
      const files = zips.flatMap((zip) =>
        [...new Solution(zip).files].map(([path, bytes]) => `${path}\n${bytes.toString()}`),
      );
      const notToShip =
        /\.map\n|sourceMappingURL|localhost|AccountKey=|PRIVATE KEY|eval\(|process\.env|NODE_ENV|hotUpdate|debugger;/;
      expect(files.length).toBeGreaterThan(0);
      expect(files.flatMap((file) => notToShip.exec(file) ?? [])).toEqual([]);
      expect(files.filter((file) => file.includes(join(__dirname, '..')))).toEqual([]);
    },
  );
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallControls, pack, Solution } from './pack.builder';

/** Tables with our form, in the order of their files: the form that every organisation has, and what binds our controls. */
const tables = {
  account: { form: '{8448b78f-8f42-454e-8e2a-f8196b0419af}', anchor: 'name', card: true },
  contact: { form: '{1fed44d1-ae68-4a41-bd2b-f13acac4acfa}', anchor: 'fullname', card: true },
  lead: { form: '{e3b6ddb7-8df0-4410-ac7b-fd32e5053d38}', anchor: 'fullname', card: false },
};
const names = Object.keys(tables);
const withCard = Object.values(tables).filter(({ card }) => card);
const formsOfMicrosoft = Object.values(tables).map(({ form }) => form);
const customizations = 'customizations.xml';

const scratch = mkdtempSync(join(tmpdir(), 'solution-'));
const controls = smallControls(join(scratch, 'controls'));
const packed = pack(controls, join(scratch, 'dist'));
const managed = new Solution(packed.managed);
const unmanaged = new Solution(packed.unmanaged);
const both = [
  ['managed', managed],
  ['unmanaged', unmanaged],
] as const;

afterAll(() => rmSync(scratch, { recursive: true }));

test('packing twice, in another folder and another time zone, gives the same bytes', () => {
  const again = pack(controls, join(scratch, 'again'), { zone: 'Pacific/Auckland' });
  expect(readFileSync(again.managed).equals(readFileSync(packed.managed))).toBe(true);
  expect(readFileSync(again.unmanaged).equals(readFileSync(packed.unmanaged))).toBe(true);
});

describe.each(both)('The %s solution', (kind, solution) => {
  test('says its version, its layer and its publisher', () => {
    const text = (name: string): string | undefined => solution.texts('solution.xml', name)[0];
    expect(text('Version')).toBe('1.2.3.0');
    expect(text('Managed')).toBe(kind === 'managed' ? '1' : '0');
    expect(text('CustomizationPrefix')).toBe('rin');
  });

  test('names each root component once, and holds what it names', () => {
    const roots = solution
      .all('solution.xml', 'RootComponent')
      .map((root) => `${root.getAttribute('type') ?? ''} ${root.getAttribute('schemaName') ?? ''}`);
    const tables = solution.all(customizations, 'Entity').map((table) => {
      return `1 ${table.getElementsByTagName('Name')[0]?.textContent?.toLowerCase() ?? ''}`;
    });
    const placed = solution.all(customizations, 'CustomControl').map((control) => {
      return `66 ${control.getElementsByTagName('Name')[0]?.textContent ?? ''}`;
    });
    expect(roots).toEqual([...tables, ...placed]);
    expect(new Set(roots).size).toBe(roots.length);
    expect(roots).toEqual([
      ...names.map((name) => `1 ${name}`),
      '66 rin_RecordInsights.InsightsTab',
      '66 rin_RecordInsights.InteractionTimeline',
    ]);
  });

  test('holds every file that its controls name, and no source map', () => {
    const manifests = solution.texts(customizations, 'FileName').map((file) => file.slice(1));
    const named = manifests.flatMap((manifest) => {
      const folder = manifest.slice(0, manifest.lastIndexOf('/'));
      const files = ['code', 'resx'].flatMap((name) => solution.all(manifest, name));
      return [manifest, ...files.map((element) => `${folder}/${element.getAttribute('path') ?? ''}`)];
    });
    const held = [...solution.files.keys()].filter((path) => path.startsWith('Controls/'));
    expect(manifests).toHaveLength(2);
    expect(held.sort()).toEqual(named.sort());
  });

  test('gives every file a content type', () => {
    const known = solution.all('[Content_Types].xml', 'Default').map((element) => element.getAttribute('Extension'));
    const extensions = [...solution.files.keys()].map((path) => path.split('.').at(-1));
    expect(known).toEqual(expect.arrayContaining(extensions));
  });

  test.each([
    ['rin_insights_main', 'rin_RecordInsights.InsightsTab', Object.values(tables)],
    ['rin_timeline', 'rin_RecordInsights.InteractionTimeline', withCard],
  ])('places in section %s the control %s, bound to the name of the record', (name, control, on) => {
    const sections = solution.all(customizations, 'section').filter((one) => one.getAttribute('name') === name);
    const cells = sections.flatMap((section) => [...section.getElementsByTagName('control')]);
    const placed = cells.map((cell) => {
      const description = solution
        .all(customizations, 'controlDescription')
        .find((one) => one.getAttribute('forControl') === cell.getAttribute('uniqueid'));
      const ours = [...description!.getElementsByTagName('customControl')].filter((one) => one.hasAttribute('name'));
      return ours.map((one) => [one.getAttribute('name'), one.getAttribute('formFactor'), one.textContent]);
    });
    expect(placed).toEqual(on.map(({ anchor }) => ['0', '1', '2'].map((factor) => [control, factor, anchor])));
  });
});

describe('The layers', () => {
  test('the managed one only adds to the forms that every organisation has', () => {
    expect(managed.texts(customizations, 'formid')).toEqual(formsOfMicrosoft);
    const actions = ['tab', 'section', 'controlDescription'].map((name) => [
      name,
      managed
        .all(customizations, name)
        .map((one) => `${one.getAttribute('name') ?? ''} ${one.getAttribute('solutionaction') ?? ''}`.trim()),
    ]);
    expect(actions).toEqual([
      ['tab', Object.values(tables).flatMap(({ card }) => [...(card ? ['SUMMARY_TAB'] : []), 'rin_insights Added'])],
      [
        'section',
        Object.values(tables).flatMap(({ card }) => [...(card ? ['rin_timeline Added'] : []), 'rin_insights_main']),
      ],
      ['controlDescription', [...names, ...withCard].map(() => 'Added')],
    ]);
  });

  test('the unmanaged one brings whole forms of our own, and no form of Microsoft’s', () => {
    const xml = unmanaged.files.get(customizations)!.toString('utf8');
    for (const form of formsOfMicrosoft) expect(xml.toLowerCase()).not.toContain(form);
    expect(xml).not.toMatch(/solutionaction|ordinalvalue/);
    expect(unmanaged.all(customizations, 'tab').map((tab) => tab.getAttribute('name'))).toEqual(
      ['SUMMARY_TAB', 'SUMMARY_TAB', 'summary'].flatMap((summary) => [summary, 'rin_insights']),
    );
    expect(unmanaged.all(customizations, 'section').map((section) => section.getAttribute('name'))).toEqual([
      ...['company', 'person'].flatMap((first) => [first, 'address', 'about', 'rin_timeline', 'rin_insights_main']),
      ...['person', 'company', 'about', 'rin_insights_main'],
    ]);
  });

  test('they hold the same files, and differ in nothing but layer and forms', () => {
    const differing = [...managed.files].filter(([path, bytes]) => !unmanaged.files.get(path)?.equals(bytes));
    expect([...unmanaged.files.keys()]).toEqual([...managed.files.keys()]);
    expect(differing.map(([path]) => path)).toEqual([customizations, 'solution.xml']);
  });
});

describe('The packer refuses', () => {
  test('a form whose control is not built', () => {
    const empty = mkdtempSync(join(scratch, 'empty-'));
    const { code, said } = pack(empty, join(scratch, 'none'));
    expect(code).not.toBe(0);
    expect(said).toContain('the form of contact places rin_RecordInsights.InsightsTab, which is not built');
  });

  test('a bound property that the form does not give', () => {
    const second = '<property name="second" of-type="SingleLine.Text" usage="bound" required="true"/>';
    const { code, said } = pack(smallControls(join(scratch, 'second'), second), join(scratch, 'none'));
    expect(code).not.toBe(0);
    expect(said).toContain('the form of contact leaves second of rin_RecordInsights.InsightsTab unbound');
  });

  test('a version that a solution cannot have', () => {
    expect(pack(controls, join(scratch, 'none'), { version: '1.2.3-beta' }).said).toContain('1.2.3-beta is not');
  });
});

const checker = join(__dirname, '..', '..', 'shared', 'check-solution');
const canCheck = existsSync(checker) && spawnSync('xmllint', ['--version']).status === 0;
const builtControls = join(__dirname, '..', 'pcf-controls', 'out', 'controls');

describe.each([
  ['a small control', controls],
  ['the built controls', builtControls],
])('With %s', (_name, folder) => {
  const title = 'both zips hold under the published schema';
  const missing = existsSync(folder)
    ? "the schema's checker or xmllint is not on this machine"
    : 'nothing is built yet';

  if (canCheck && existsSync(folder)) {
    test(title, () => {
      const { managed, unmanaged } = pack(folder, join(scratch, 'checked'));
      const { stdout } = spawnSync('python3', [checker, managed, unmanaged], { encoding: 'utf8' });
      expect(stdout.trim().split('\n')).toEqual([
        'RecordInsights_1.2.3_managed.zip: holds',
        'RecordInsights_1.2.3_unmanaged.zip: holds',
      ]);
    });
  } else {
    test.skip(`${title} (left out: ${missing})`, () => undefined);
  }
});

import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import { v5 } from 'uuid';
import { attributeOf, below, elementsOf, pack, smallBuild, Solution, textOf } from './pack.builder';

/** All ids of ours are uuid v5 in this namespace, of the path to what they name. */
const namespace = v5('record-insights', v5.DNS);
const idOf = (path: string): string => `{${v5(path, namespace)}}`;

/** An id as it is written, with the path that it should be of. */
type Id = readonly [path: string, written: string];

function parentOf({ parentNode }: Element): Element | undefined {
  return parentNode && 'getAttribute' in parentNode ? (parentNode as Element) : undefined;
}

/** What a change only walks through to get to what it adds is the form's own, and has the form's ids. */
function isOurs(element: Element): boolean {
  const action = element.getAttribute('solutionaction');
  if (action === 'Added') return true;
  if (element.nodeName === 'form') return action === null;
  const above = parentOf(element);
  return above !== undefined && isOurs(above);
}

/** The names of the tab and the section around an element. */
function namesAround(element: Element): readonly string[] {
  const above = parentOf(element);
  if (!above) return [];
  const name = ['tab', 'section'].includes(above.nodeName) ? above.getAttribute('name') : undefined;
  return [...namesAround(above), ...(name ? [name] : [])];
}

function idsOfForm(systemform: Element, table: string): readonly Id[] {
  const [form] = below(systemform, 'form');
  const ours = (kind: string): readonly Element[] => below(form!, kind).filter(isOurs);
  const path = (kind: string, ...names: readonly string[]): string => `${kind}:${[table, ...names].join('/')}`;
  const named = ['tab', 'section'].flatMap((kind) =>
    ours(kind).map((element): Id => [
      path(kind, ...namesAround(element), attributeOf(element, 'name')),
      attributeOf(element, 'id'),
    ]),
  );
  const placed = ours('control').flatMap((control): readonly Id[] => {
    const names = [...namesAround(control), attributeOf(control, 'id')];
    const unique: readonly Id[] = control.hasAttribute('uniqueid')
      ? [[path('control', ...names), attributeOf(control, 'uniqueid')]]
      : [];
    return [[path('cell', ...names), attributeOf(parentOf(control)!, 'id')], ...unique];
  });
  const headers = ours('header').map((element): Id => [path('header'), attributeOf(element, 'id')]);
  const whole: readonly Id[] = isOurs(form!) ? [[path('form'), textOf(systemform, 'formid')]] : [];
  return [...whole, ...headers, ...named, ...placed];
}

/** Views by their kind as Dataverse numbers it, and whether they are the default one of that kind. */
const views: Readonly<Record<string, string>> = {
  '0 1': 'active',
  '0 0': 'inactive',
  '1 1': 'advancedFind',
  '2 1': 'associated',
  '4 1': 'quickFind',
  '64 1': 'lookup',
};
const roles: Readonly<Record<string, string>> = {
  'Insights Reader': 'reader',
  'Insights Marketer': 'marketer',
  'Insights Administrator': 'administrator',
  'Marketing Records Reader': 'records-reader',
  'Marketing Records Marketer': 'records-marketer',
  'Marketing Records Administrator': 'records-administrator',
};

function idsOfZip(solution: Solution): readonly Id[] {
  const ofTables = solution.all('customizations.xml', 'Entity').flatMap((entity): readonly Id[] => {
    const table = textOf(entity, 'Name').toLowerCase();
    const forms = below(entity, 'systemform').flatMap((form) => idsOfForm(form, table));
    const queries = below(entity, 'savedquery').map((view): Id => {
      const kind = views[`${textOf(view, 'querytype')} ${textOf(view, 'isdefault')}`];
      return [`view:${table}/${kind ?? '?'}`, textOf(view, 'savedqueryid')];
    });
    return [...forms, ...queries];
  });
  const named = solution.all('customizations.xml', 'Role').filter((role) => role.hasAttribute('name'));
  const ofRoles = named.map((role): Id => [`role:${roles[attributeOf(role, 'name')] ?? '?'}`, attributeOf(role, 'id')]);
  const resources = solution.all('customizations.xml', 'WebResource');
  const ofResources = resources.map((one): Id => [`webresource:${textOf(one, 'Name')}`, textOf(one, 'WebResourceId')]);
  return [...ofTables, ...ofRoles, ...ofResources];
}

const scratch = mkdtempSync(join(tmpdir(), 'ids-'));
afterAll(() => rmSync(scratch, { recursive: true }));
const { zips } = pack(smallBuild(join(scratch, 'built')), join(scratch, 'dist'));
const ids = zips.flatMap((zip) => idsOfZip(new Solution(zip)));
const stored = JSON.parse(readFileSync(join(__dirname, 'ids.json'), 'utf8')) as Readonly<Record<string, string>>;

test('each id in the zips is derived from what it names', () => {
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter(([path, written]) => written !== idOf(path))).toEqual([]);
});

test('an upgrade loses no id: the zips hold every one that was stored when it was first shipped', () => {
  const held = new Map(ids);
  expect(Object.entries(stored).filter(([path, id]) => held.get(path) !== id)).toEqual([]);
});

test('every id is stored in ids.json, so that the next upgrade can be held against it', () => {
  const missing = ids.filter(([path]) => !(path in stored));
  expect(Object.fromEntries(missing)).toEqual({});
});

test.each(
  ['forms', 'own-forms'].flatMap((folder) =>
    readdirSync(join(__dirname, 'src', folder)).map((file) => [folder, file] as const),
  ),
)('in %s/%s a cell spans exactly the rows that follow it', (folder, file) => {
  const xml = readFileSync(join(__dirname, 'src', folder, file), 'utf8');
  for (const cell of elementsOf(xml, 'cell').filter((element) => element.hasAttribute('rowspan'))) {
    const rows = cell.parentNode!.parentNode as Element;
    expect(rows.getElementsByTagName('row')).toHaveLength(Number(cell.getAttribute('rowspan')));
  }
});

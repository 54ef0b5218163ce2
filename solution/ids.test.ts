import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import { v5 } from 'uuid';
import { elementsOf } from './pack.builder';

/** All ids of ours are uuid v5 in this namespace, of the path to what they name. */
const namespace = v5('record-insights', v5.DNS);
const sources = ['forms', 'own-forms'].flatMap((folder) =>
  readdirSync(join(__dirname, 'src', folder)).map((file) => [folder, file] as const),
);

interface Id {
  readonly path: string;
  readonly written: string | null;
}

function parentOf({ parentNode }: Element): Element | undefined {
  return parentNode && 'getAttribute' in parentNode ? (parentNode as Element) : undefined;
}

/** What a change only walks through to get to what it adds is the form's own, and has the form's ids. */
function isOurs(element: Element, folder: string): boolean {
  if (folder === 'own-forms' || element.getAttribute('solutionaction') === 'Added') return true;
  const above = parentOf(element);
  return above !== undefined && isOurs(above, folder);
}

/** The names of the tab and the section around an element. */
function namesAround(element: Element): readonly string[] {
  const above = parentOf(element);
  if (!above) return [];
  const name = ['tab', 'section'].includes(above.nodeName) ? above.getAttribute('name') : undefined;
  return [...namesAround(above), ...(name ? [name] : [])];
}

function idsIn(xml: string, table: string, folder: string): readonly Id[] {
  const ours = (kind: string): readonly Element[] => elementsOf(xml, kind).filter((one) => isOurs(one, folder));
  const path = (kind: string, ...names: readonly string[]): string => `${kind}:${[table, ...names].join('/')}`;
  const named = ['tab', 'section'].flatMap((kind) =>
    ours(kind).map((element) => ({
      path: path(kind, ...namesAround(element), element.getAttribute('name') ?? ''),
      written: element.getAttribute('id'),
    })),
  );
  const placed = ours('control').flatMap((control) => {
    const names = [...namesAround(control), control.getAttribute('id') ?? ''];
    const cell = control.parentNode as Element;
    const unique = control.hasAttribute('uniqueid')
      ? [{ path: path('control', ...names), written: control.getAttribute('uniqueid') }]
      : [];
    return [{ path: path('cell', ...names), written: cell.getAttribute('id') }, ...unique];
  });
  const header = ours('header').map((element) => ({
    path: path('header'),
    written: element.getAttribute('id'),
  }));
  return [...named, ...placed, ...header];
}

describe.each(sources)('%s/%s', (folder, file) => {
  const xml = readFileSync(join(__dirname, 'src', folder, file), 'utf8');
  const table = file.split('.')[0]!;

  test('each id is derived from what it names', () => {
    const ids = idsIn(xml, table, folder);
    const derived = ids.map(({ path }) => ({ path, written: `{${v5(path, namespace)}}` }));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).toEqual(derived);
  });

  test('a cell spans exactly the rows that follow it', () => {
    for (const cell of elementsOf(xml, 'cell').filter((element) => element.hasAttribute('rowspan'))) {
      const rows = cell.parentNode!.parentNode as Element;
      expect(rows.getElementsByTagName('row')).toHaveLength(Number(cell.getAttribute('rowspan')));
    }
  });
});

test('the forms of our own have ids derived from their table', () => {
  for (const file of readdirSync(join(__dirname, 'src', 'own-forms'))) {
    const xml = readFileSync(join(__dirname, 'src', 'own-forms', file), 'utf8');
    const [id] = elementsOf(xml, 'formid').map((element) => element.textContent);
    expect(id).toBe(`{${v5(`form:${file.split('.')[0] ?? ''}`, namespace)}}`);
  }
});

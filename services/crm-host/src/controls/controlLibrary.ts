import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import { elementsBelow, parseXml, rootOf } from '../forms/xml';
import { isMissing } from '../records/atomicFile';

/** A built code component, as its manifest describes it. */
export interface ControlDefinition {
  /** `<namespace>.<constructor>`, under which the bundle registers itself. */
  readonly name: string;
  /** Folder of the build, and of its address below `/controls/`. */
  readonly folder: string;
  readonly script: string;
  readonly styles: readonly string[];
  readonly properties: readonly ControlProperty[];
  /** Texts by key, in English. */
  readonly strings: Readonly<Record<string, string>>;
}

export interface ControlProperty {
  readonly name: string;
  readonly type: string;
  readonly usage: string;
}

/** Finds the built control that a form names with its publisher's prefix; undefined when it is not built. */
export async function controlNamed(folder: string, placedName: string): Promise<ControlDefinition | undefined> {
  const name = placedName.slice(placedName.indexOf('_') + 1);
  for (const built of await foldersIn(folder)) {
    const definition = await definitionIn(folder, built);
    if (definition?.name === name) return definition;
  }
  return undefined;
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function definitionIn(folder: string, built: string): Promise<ControlDefinition | undefined> {
  const file = join(folder, built, 'ControlManifest.xml');
  try {
    const control = elementsBelow(rootOf(await readFile(file, 'utf8'), file), 'control')[0];
    return control && (await definitionOf(control, folder, built));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function definitionOf(control: Element, folder: string, built: string): Promise<ControlDefinition> {
  const paths = (tag: string): readonly string[] => elementsBelow(control, tag).map((part) => attribute(part, 'path'));
  const english = paths('resx').filter((path) => path.includes('.1033.'));
  const texts = await Promise.all(english.map((path) => readFile(join(folder, built, path), 'utf8')));
  return {
    name: `${attribute(control, 'namespace')}.${attribute(control, 'constructor')}`,
    folder: built,
    script: paths('code')[0] ?? 'bundle.js',
    styles: paths('css'),
    properties: elementsBelow(control, 'property').map((property) => ({
      name: attribute(property, 'name'),
      type: attribute(property, 'of-type'),
      usage: attribute(property, 'usage'),
    })),
    strings: texts.map(stringsOfResx).reduce((all, some) => ({ ...all, ...some }), {}),
  };
}

/** The texts of a resx file by key. */
export function stringsOfResx(xml: string): Readonly<Record<string, string>> {
  const entries = [...parseXml(xml, 'A resx file').getElementsByTagName('data')].map((data) => {
    const value = elementsBelow(data, 'value')[0];
    return [attribute(data, 'name'), value?.textContent ?? ''] as const;
  });
  return Object.fromEntries(entries);
}

function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? '';
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { below, rootOf } from './xml.mjs';

/**
 * The built controls of a folder, by name: `{ name, properties: [{ name, mustBeBound }], files: [{ path, bytes }] }`.
 * Of each, only what its manifest names is taken along: no source map, no note of the bundler.
 */
export function readControls(folder, prefix) {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => readControl(join(folder, name), prefix)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readControl(folder, prefix) {
  const file = join(folder, 'ControlManifest.xml');
  const manifest = rootOf(readFileSync(file, 'utf8'), file);
  const control = below(manifest, 'control')[0];
  const named = ['code', 'css', 'resx', 'img', 'html'].flatMap((kind) => below(manifest, kind));
  const paths = ['ControlManifest.xml', ...named.map((element) => element.getAttribute('path'))];
  return {
    name: `${prefix}_${control.getAttribute('namespace')}.${control.getAttribute('constructor')}`,
    properties: below(manifest, 'property').map((property) => ({
      name: property.getAttribute('name'),
      mustBeBound: property.getAttribute('usage') === 'bound' && property.getAttribute('required') === 'true',
    })),
    files: paths.map((path) => ({ path, bytes: readFileSync(join(folder, path)) })),
  };
}

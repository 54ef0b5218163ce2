/**
 * Builds what the local CRM serves to browsers into dist/web: the platform's globals, the shell, the sign-in seam,
 * and the styles. Run after tsc.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, 'dist', 'web');
const source = (name) => join(here, 'src', 'web', name);
const require = createRequire(import.meta.url);
const folderOf = (name) => dirname(require.resolve(`${name}/package.json`));

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'linked',
  jsx: 'transform',
  loader: { '.svg': 'text' },
  // One React for all: Fluent, hoisted to the root, would otherwise find another version there.
  alias: { react: folderOf('react'), 'react-dom': folderOf('react-dom') },
  logLevel: 'warning',
};

/** The names under which Dataverse gives the platform's libraries to controls; the shell uses the same copies. */
const globals = {
  react: 'Reactv16',
  'react-dom': 'ReactDOMv16',
  '@fluentui-platform/react': 'FluentUIReactv81211',
};

const platformGlobals = {
  name: 'platform-globals',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(${Object.keys(globals).join('|')})$`);
    onResolve({ filter }, ({ path }) => ({ path, namespace: 'platform' }));
    onLoad({ filter: /.*/, namespace: 'platform' }, ({ path }) => ({ contents: `module.exports = ${globals[path]};` }));
  },
};

/** office-ui-fabric-core without its fonts and pictures: those lie on another machine. */
async function fabricStyles() {
  const file = require.resolve('office-ui-fabric-core/dist/css/fabric.min.css');
  const css = await readFile(file, 'utf8');
  const local = css.replace(/@font-face\{[^}]*\}/g, '').replace(/[^{}]+\{[^{}]*url\([^{}]*\}/g, '');
  const outside = /url\(|@import/.exec(local);
  if (outside)
    throw new Error(`fabric.css still loads from elsewhere: ${local.slice(outside.index, outside.index + 80)}`);
  await writeFile(join(out, 'fabric.css'), local);
}

await mkdir(out, { recursive: true });
await Promise.all([
  build({ ...common, entryPoints: [source('platform.ts')], outfile: join(out, 'platform.js') }),
  build({ ...common, entryPoints: [source('main.tsx')], outfile: join(out, 'shell.js'), plugins: [platformGlobals] }),
  build({ ...common, entryPoints: [source('signIn.ts')], outfile: join(out, 'signIn.js') }),
  build({ ...common, entryPoints: [source('shell.css')], outfile: join(out, 'shell.css') }),
  fabricStyles(),
]);

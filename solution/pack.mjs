// Packs the solution zips. node solution/pack.mjs [--controls DIR] [--web-resources DIR] [--out DIR] [--version 1.2.3]
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readControls } from './lib/controls.mjs';
import { ownTableParts } from './lib/ownTables.mjs';
import { publisherPrefix, solutionParts } from './lib/parts.mjs';
import { solutionsOf } from './lib/solutions.mjs';
import { readWebResources } from './lib/webResources.mjs';
import { writeZip } from './lib/writeZip.mjs';
import { below, toText } from './lib/xml.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, 'src');
const { values: options } = parseArgs({
  options: {
    controls: { type: 'string', default: join(here, '..', 'pcf-controls', 'out', 'controls') },
    'web-resources': { type: 'string', default: join(here, '..', 'pcf-controls', 'out', 'webResources') },
    out: { type: 'string', default: join(here, 'dist') },
    version: { type: 'string', default: JSON.parse(readFileSync(join(here, '..', 'package.json'), 'utf8')).version },
  },
});

if (!/^\d+\.\d+\.\d+$/.test(options.version)) {
  throw new Error(`The version ${options.version} is not major.minor.patch, which is all that a solution knows.`);
}
const prefix = publisherPrefix(source);
const controls = readControls(options.controls, prefix);
const webResources = readWebResources(options['web-resources']);
mkdirSync(options.out, { recursive: true });
for (const name of readdirSync(options.out)) if (/^RecordInsights.*\.zip$/.test(name)) rmSync(join(options.out, name));
for (const solution of solutionsOf({ source, controls, webResources, prefix })) {
  for (const managed of [true, false]) {
    const kind = managed ? 'managed' : 'unmanaged';
    const file = join(options.out, `${solution.name}_${options.version}_${kind}.zip`);
    await writeZip(file, solutionParts({ solution, source, controls, version: options.version, managed }));
    console.log(`${relative(process.cwd(), file)}: ${(statSync(file).size / 1000).toFixed(1)} kB`);
  }
}

// The forms of our own tables, as the zips hold them, for the local CRM.
const folder = join(options.out, 'forms');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const { table, forms } of ownTableParts(prefix)) {
  for (const { systemform } of forms) writeFileSync(join(folder, `${table}.xml`), toText(below(systemform, 'form')[0]));
}

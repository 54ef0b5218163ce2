// Builds every control into out/controls and the web resources beside them, and checks the size of each bundle. node pcf-controls/build.mjs
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildWebResources } from './buildWebResources.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, 'out', 'controls');
const { version } = JSON.parse(readFileSync(join(here, '..', 'package.json'), 'utf8'));
/** Bytes of each bundle as it travels; above them, opening a form gets slow. */
const gzipLimits = { InsightsTab: 200_000, InteractionTimeline: 40_000, JourneyDesigner: 80_000 };

const controls = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(here, entry.name, 'ControlManifest.Input.xml')))
  .map(({ name }) => name);

/** pcf-scripts ends with code 0 when it fails, too: its last line tells, and what it left is looked at. */
function pcfScripts(...args) {
  const script = createRequire(import.meta.url).resolve('pcf-scripts/bin/pcf-scripts.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args, '--noColor'], {
    cwd: here,
    encoding: 'utf8',
    env: { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: '1' },
  });
  if (status === 0 && stdout.includes('Succeeded')) return;
  console.error(stdout + stderr);
  throw new Error(`pcf-scripts ${args[0]} failed.`);
}

/** The controls carry the version of the product: Dataverse takes a new bundle only with a higher one. */
function stampVersion(name) {
  const file = join(out, name, 'ControlManifest.xml');
  const manifest = readFileSync(file, 'utf8');
  writeFileSync(file, manifest.replace(/(<control\b[^>]*?\sversion=")[^"]*/, `$1${version}`));
}

function checkSize(name) {
  const bytes = gzipSync(readFileSync(join(out, name, 'bundle.js')), { level: 9 }).length;
  const size = `${name}: bundle of ${(bytes / 1000).toFixed(1)} kB gzip`;
  const limit = gzipLimits[name];
  if (limit === undefined) throw new Error(`${name} has no limit for its bundle: give it one in build.mjs.`);
  if (bytes > limit) throw new Error(`${size}, which is above the limit of ${limit / 1000} kB.`);
  console.log(size);
}

try {
  rmSync(out, { recursive: true, force: true });
  pcfScripts('build', '--buildMode', 'production');
  for (const name of controls) {
    stampVersion(name);
    checkSize(name);
  }
  await buildWebResources();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

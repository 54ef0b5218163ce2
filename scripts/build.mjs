// npm run build: installs what is missing, then builds what changed since the last build.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentHash } from './lib/contentHash.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { runOrFail, seconds } from './lib/run.mjs';

const compile = (project) => runOrFail(join('node_modules', 'typescript', 'bin', 'tsc'), ['-p', project]);

/**
 * What is built, from what (`sources`, and the results of the steps that it `needs`), and what must be there afterwards.
 * `old` goes before a step runs, so that no file outlives its source; a step may clean its own.
 */
const steps = {
  domain: {
    needs: [],
    sources: ['services/domain'],
    results: ['services/domain/dist/cjs/index.js', 'services/domain/dist/esm/index.js'],
    old: 'services/domain/dist',
    run: () => Promise.all([compile('services/domain/tsconfig.json'), compile('services/domain/tsconfig.esm.json')]),
  },
  service: {
    needs: ['domain'],
    sources: ['services/api'],
    results: ['services/api/dist/server.js'],
    old: 'services/api/dist',
    run: () => compile('services/api/tsconfig.json'),
  },
  'local CRM': {
    needs: ['domain'],
    sources: ['services/crm-host'],
    results: ['services/crm-host/dist/server.js', 'services/crm-host/dist/web/shell.js'],
    old: 'services/crm-host/dist',
    run: async () => {
      await compile('services/crm-host/tsconfig.json');
      await runOrFail('services/crm-host/build.mjs', []);
    },
  },
  controls: {
    needs: ['domain'],
    sources: ['pcf-controls', 'package.json'],
    results: [
      ...['InsightsTab', 'InteractionTimeline', 'JourneyDesigner'].map(
        (name) => `pcf-controls/out/controls/${name}/bundle.js`,
      ),
      'pcf-controls/out/webResources/rin_/signIn.js',
    ],
    run: () => runOrFail('pcf-controls/build.mjs', []),
  },
  solution: {
    needs: ['domain', 'controls'],
    sources: ['solution', 'package.json'],
    results: ['solution/dist', 'solution/dist/forms'],
    run: () => runOrFail('solution/pack.mjs', []),
  },
};

const noteFile = join(root, 'node_modules', '.cache', 'record-insights', 'build.json');

/** Installs and builds whatever is not up to date; throws with what the failing tools wrote. */
export async function ensureBuilt() {
  await ensureInstalled();
  const built = existsSync(noteFile) ? JSON.parse(readFileSync(noteFile, 'utf8')) : {};
  const wanted = hashes();
  const done = {};
  for (const [name, step] of Object.entries(steps)) {
    const upToDate = built[name] === wanted[name] && step.results.every((file) => existsSync(join(root, file)));
    done[name] = Promise.all(step.needs.map((need) => done[need])).then(async () => {
      if (upToDate) return;
      await build(name, step);
      note(built, name, wanted[name]);
    });
  }
  const failed = (await Promise.allSettled(Object.values(done))).filter(({ status }) => status === 'rejected');
  if (failed.length > 0) throw new Error([...new Set(failed.map(({ reason }) => reason.message))].join('\n\n'));
}

/** What each step's result depends on, as one hash; the steps stand in the order of their needs. */
function hashes() {
  const shared = ['package-lock.json', 'tsconfig.base.json'];
  const all = {};
  for (const [name, { sources, needs }] of Object.entries(steps)) {
    const above = needs.map((need) => all[need]);
    all[name] = contentHash([...shared, ...sources], process.version, String(steps[name].run), above);
  }
  return all;
}

async function build(name, { run, old }) {
  const start = performance.now();
  console.log(`Building ${name} …`);
  if (old) rmSync(join(root, old), { recursive: true, force: true });
  try {
    const said = await run();
    console.log(`Built ${name} in ${seconds(start)}${typeof said === 'string' && said ? `\n  ${said.trim()}` : ''}`);
  } catch (error) {
    throw new Error(`Building ${name} failed:\n${error.message}`, { cause: error });
  }
}

function note(built, name, hash) {
  built[name] = hash;
  mkdirSync(dirname(noteFile), { recursive: true });
  // Renamed into place: the file may be shared with copies of this folder by hard links, which build by themselves.
  writeFileSync(`${noteFile}.new`, JSON.stringify(built, null, 2));
  renameSync(`${noteFile}.new`, noteFile);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await ensureBuilt();
    console.log('Everything is built.');
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

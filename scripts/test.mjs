// npm test [-- --long] [-- --only step,step]: every check, in order; the first that fails ends the run.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runNode, runNpm, seconds } from './lib/run.mjs';

const tool = (path, ...args) =>
  runNode(join('node_modules', path), args, { show: true }).then(({ code }) => code === 0);
const jestScript = join('node_modules', 'jest', 'bin', 'jest.js');
const scratch = mkdtempSync(join(tmpdir(), 'record-insights-test-'));
const count = { passed: 0, failed: 0 };

/** A step ends as true, false, or the reason why it was left out. */
const steps = {
  install: () => ensureInstalled().then(() => true),
  format: () => tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  lint: () => tool('eslint/bin/eslint.js', '.', '--max-warnings=0'),
  types: () => tool('typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'),
  audit,
  build: () => ensureBuilt().then(() => true),
  unit: () => jest('unit', 'control'),
  contract: () => jest('contract'),
  scenarios: () => jest('scenarios'),
  faults: () => jest('faults'),
  browser: () => jest('browser'),
};

/** Known weaknesses in what is shipped. Not every registry answers the question, and offline none does. */
async function audit() {
  const { output } = await runNpm(['audit', '--omit=dev', '--json'], { timeout: 60_000 });
  const report = jsonIn(output);
  if (!report?.metadata) return `the registry does not answer: ${report?.message ?? 'no report'}`;
  const found = Object.entries(report.vulnerabilities);
  for (const [name, { severity, range }] of found) console.log(`${name} ${range}: ${severity}`);
  return found.length === 0;
}

/** What npm prints before the report (warnings) is not JSON. */
function jsonIn(output) {
  try {
    return JSON.parse(output.slice(output.search(/^\{/m), output.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}

/** Projects whose files may run beside each other; those of others wait for what a process does. */
const sideBySide = ['unit', 'scenarios', 'faults', 'browser'];

/** Runs projects of jest.config.cjs. */
async function jest(...projects) {
  const chosen = ['--selectProjects', ...projects];
  const listed = await runNode(jestScript, ['--listTests', ...chosen]);
  if (listed.code === 0 && listed.output.trim() === '') return 'there is no test file yet';
  const report = join(scratch, `${projects[0]}.json`);
  const workers = projects.some((project) => sideBySide.includes(project)) ? '--maxWorkers=100%' : '--runInBand';
  const args = [...chosen, '--ci', '--json', `--outputFile=${report}`, workers];
  const { code } = await runNode(jestScript, args, {
    show: true,
    env: values.long ? { RECORD_INSIGHTS_LONG: '1' } : {},
  });
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  count.passed += numPassedTests;
  count.failed += numFailedTests + numRuntimeErrorTestSuites;
  return code === 0;
}

const { values } = parseArgs({ options: { long: { type: 'boolean', default: false }, only: { type: 'string' } } });
const chosen = values.only?.split(',') ?? Object.keys(steps);
const unknown = chosen.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. Steps are: ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}

async function runStep(name) {
  const start = performance.now();
  console.log(`\n▶ ${name}`);
  try {
    const result = await steps[name]();
    return { name, time: seconds(start), ok: result !== false, note: result === true ? 'ok' : result || 'FAILED' };
  } catch (error) {
    console.error(error.message);
    return { name, time: seconds(start), ok: false, note: 'FAILED' };
  }
}

const results = [];
for (const name of chosen) {
  const broken = results.some(({ ok }) => !ok);
  results.push(broken ? { name, time: '', ok: true, note: 'not run' } : await runStep(name));
}
rmSync(scratch, { recursive: true, force: true });
console.log();
for (const { name, time, ok, note } of results) {
  const skipped = ok && note !== 'ok' && note !== 'not run' ? 'skipped: ' : '';
  console.log(`${name.padEnd(10)} ${time.padStart(8)}  ${skipped}${note}`);
}
const failedStep = results.some(({ ok }) => !ok);
// A failing check that is no test counts as one, so that no red run ends with "0 failed".
if (failedStep && count.failed === 0) count.failed = 1;
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = failedStep ? 1 : 0;

// npm run bench -- --interactions N [--store embedded|azure] [--order time|random|both] [--upkeep] [--profile DIR]: builds what is
// needed, then measures the service beside its store; prints a table and one line of JSON.
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { root } from './lib/root.mjs';
import { runNode } from './lib/run.mjs';

await ensureBuilt();
// From the packages, which are only there once everything is installed.
const { build } = await import('esbuild');
// As deep below the root as the sources are, for paths that they make from where they lie.
const script = join(root, 'test', 'out', 'bench.cjs');
await build({
  entryPoints: [join(root, 'test', 'bench', 'main.ts')],
  outfile: script,
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
});
const { code } = await runNode(script, process.argv.slice(2), { show: true });
process.exitCode = code;

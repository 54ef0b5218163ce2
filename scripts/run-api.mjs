// npm run import | verify | rebuild | reclassify: builds what is needed, then runs that command of the service.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { root } from './lib/root.mjs';

await ensureBuilt();
const { status } = spawnSync(
  process.execPath,
  [join(root, 'services/api/dist/commands/main.js'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;

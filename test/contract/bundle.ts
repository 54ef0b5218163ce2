import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** Makes a TypeScript file, with what of ours it imports, into a script that Node runs; packages stay outside. */
export function bundle(entry: string): string {
  const script = join(root, 'node_modules/.cache/record-insights', `${entry.replaceAll('/', '-')}.cjs`);
  const options = ['--bundle', '--platform=node', '--target=node20', '--packages=external', '--log-level=error'];
  execFileSync(join(root, 'node_modules/.bin/esbuild'), [join(root, entry), ...options, `--outfile=${script}`]);
  return script;
}

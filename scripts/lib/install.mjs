import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { runNpm } from './run.mjs';

/** Installs what package-lock.json names, unless it is there already. True when it installed. */
export async function ensureInstalled() {
  if (isInstalled()) return false;
  console.log('Installing packages (npm ci), once …');
  const { code } = await runNpm(['ci', '--no-audit', '--no-fund'], { show: true });
  if (code !== 0) throw new Error(`npm ci ended with code ${code}.`);
  return true;
}

/** npm notes in node_modules what it installed there: every package that must be there is, in the same version. */
function isInstalled() {
  const [wanted, present] = ['package-lock.json', join('node_modules', '.package-lock.json')].map(packagesOf);
  if (!present) return false;
  return Object.entries(wanted).every(
    ([path, { version, link, optional }]) =>
      !path.includes('node_modules/') || link || optional || present[path]?.version === version,
  );
}

function packagesOf(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

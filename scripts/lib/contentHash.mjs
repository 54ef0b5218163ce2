import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Built or fetched: never a source. */
const notSources = new Set(['node_modules', 'dist', 'out', 'generated']);
const isTest = (name) => /\.(test|builder)\.tsx?$/.test(name);

/** One hash over the contents of files and folders (paths from the root), and over whatever else decides the outcome. */
export function contentHash(paths, ...more) {
  const hash = createHash('sha256').update(JSON.stringify(more));
  for (const path of paths.flatMap(filesAt)) {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function filesAt(path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats) return [];
  if (stats.isFile()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => !notSources.has(name) && !isTest(name))
    .sort()
    .flatMap((name) => filesAt(`${path}/${name}`));
}

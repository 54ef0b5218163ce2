// Builds the web resources into out/webResources, by the names that they have in Dataverse.
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, 'web-resources');
const out = join(here, 'out', 'webResources', 'rin_');
/** Bytes as they travel, once a page. */
const gzipLimits = { 'signIn.js': 100_000, 'signInDone.js': 10_000 };

/** What Entra's sign-in needs, loaded once a page by whichever control is first. @throws when a bundle is too large */
export async function buildWebResources() {
  rmSync(join(here, 'out', 'webResources'), { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  copyFileSync(join(source, 'signInDone.html'), join(out, 'signInDone.html'));
  for (const [name, limit] of Object.entries(gzipLimits)) {
    const outfile = join(out, name);
    const entry = join(source, name.replace(/\.js$/, '.ts'));
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2020',
      legalComments: 'inline',
      logLevel: 'warning',
    });
    const bytes = gzipSync(readFileSync(outfile), { level: 9 }).length;
    const size = `${name}: web resource of ${(bytes / 1000).toFixed(1)} kB gzip`;
    if (bytes > limit) throw new Error(`${size}, which is above the limit of ${limit / 1000} kB.`);
    console.log(size);
  }
}

/** Writes `drawings.generated.ts`: what @fluentui/svg-icons draws under the names that Fluent's controls use. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const here = import.meta.dirname;
const icons = join(dirname(createRequire(import.meta.url).resolve('@fluentui/svg-icons/package.json')), 'icons');
const names = JSON.parse(readFileSync(join(here, 'drawings.json'), 'utf8'));

const entries = Object.entries(names).map(([name, file]) => {
  const svg = readFileSync(join(icons, `${file}.svg`), 'utf8');
  const box = /viewBox="0 0 (\d+) /.exec(svg)?.[1];
  const path = [...svg.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d).join('');
  return `  ${name}: { box: ${box}, path: '${path}' },`;
});
const raw = `/**
 * Made by generate.mjs from @fluentui/svg-icons (MIT licence, copyright Microsoft Corporation); never edited.
 * \`box\` is the side of the square that the path is drawn in.
 */
export const drawings = {
${entries.join('\n')}
} as const;
`;
const target = join(here, 'drawings.generated.ts');
const text = await format(raw, { ...(await resolveConfig(target)), parser: 'typescript' });
if (process.argv.includes('--check')) {
  const same = readFileSync(target, 'utf8') === text;
  if (!same) console.error('drawings.generated.ts is not what drawings.json says: run generate.mjs.');
  process.exitCode = same ? 0 : 1;
} else {
  writeFileSync(target, text);
}

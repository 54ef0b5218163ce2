import { parseArgs } from 'node:util';
import { isZone } from '@record-insights/domain';
import type { NotableContacts } from './notable';
import type { SampleOptions } from './world';
import { writeSample, type SampleProgress, type SampleSummary } from './writer';

/** What the command line asks for. */
interface Asked extends SampleOptions {
  readonly out: string;
}

const options = {
  out: { type: 'string', default: '.data/sample' },
  size: { type: 'string', default: 'small' },
  seed: { type: 'string', default: '1' },
  until: { type: 'string', default: '' },
  zone: { type: 'string', default: 'Europe/Oslo' },
  hostile: { type: 'boolean', default: false },
} as const;

/** Reads `--out DIR --size small|large --seed N --until ISO --zone NAME --hostile`. */
export function readSampleArguments(words: readonly string[], now: Date): Asked {
  const { out, size, seed, until, zone, hostile } = parseArgs({ args: [...words], options }).values;
  const last = until === '' ? now : new Date(until);
  if (size !== 'small' && size !== 'large') throw new Error(`--size ${size} is not known. Say small or large.`);
  if (!/^\d{1,9}$/.test(seed)) throw new Error(`--seed ${seed} is no number. Give a whole number, as 1.`);
  if (Number.isNaN(last.getTime())) throw new Error(`--until ${until} is no time. Give one as 2026-03-01T12:00:00Z.`);
  if (!isZone(zone)) throw new Error(`--zone ${zone} is not known. Give an IANA name, as Europe/Oslo.`);
  return { out, size, seed: Number(seed), until: last, zone, hostile };
}

async function main(): Promise<void> {
  const { out, ...asked } = readSampleArguments(process.argv.slice(2), new Date());
  const summary = await writeSample(out, asked, showProgress);
  process.stdout.write(`\n${inWords(summary, out)}\n`);
}

function showProgress({ rows, share }: SampleProgress): void {
  const line = `${Math.round(share * 100)}%, ${rows.toLocaleString('en')} interactions`;
  process.stdout.write(process.stdout.isTTY ? `\r${line}` : `${line}\n`);
}

/** What was written, and whom to open first. */
export function inWords({ rows, files, bytes, records, notable }: SampleSummary, out: string): string {
  const contacts = records['contact'] ?? 0;
  const written = `${rows.toLocaleString('en')} rows in ${files} files (${Math.round(bytes / 1e6)} MB), ${contacts} contacts, in ${out}`;
  return [written, ...notableLines(notable)].join('\n');
}

function notableLines(notable: NotableContacts): readonly string[] {
  return Object.entries(notable).flatMap(([why, contact]: [string, NotableContacts['empty']]) =>
    contact ? [`  ${why}: ${contact.name} (${contact.interactions} interactions) ${contact.id}`] : [],
  );
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  });
}

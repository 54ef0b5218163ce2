import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeExport } from '../builders/exportFolder';
import { startImport } from '../harness/importProcess';

jest.setTimeout(60 * 60_000);

let folder = '';
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'importer-memory-'))));
afterEach(() => rm(folder, { recursive: true }));

const until = Date.parse('2026-11-20T00:00:00Z');
/**
 * MiB that objects may take. Without a bound the engine lets its heap grow, the longer a process runs, far above what is
 * in use; with it, what is measured is what the importer needs.
 */
const heap = 128;

/** Imports a folder of that size as a process of its own. @returns MiB that the process had at most */
async function peakOf(megabytes: number): Promise<number> {
  const from = join(folder, `${megabytes} MB`);
  const rows = await writeExport(from, megabytes * 1_000_000, until);
  const nodeOptions = [`--max-old-space-size=${heap}`];
  const running = startImport({ folder: from, data: `${from} data`, organisation: 'o', nodeOptions });
  const { report, peakMiB } = await running.ended;
  expect(report).toContain(`${rows.toLocaleString('en')} rows from`);
  expect(report).not.toContain('refused');
  return peakMiB;
}

const sizes = [50, ...(process.env['RECORD_INSIGHTS_LONG'] === '1' ? [500] : [])];
const isTold = process.platform === 'linux';
const whyNot = isTold ? '' : ' (skipped: this system does not tell what memory a process has)';

(isTold ? test : test.skip)(
  `an export ten times as large takes hardly more memory, nor, with --long, one a hundred times as large${whyNot}`,
  async () => {
    const small = await peakOf(5);
    const peaks = [small];
    for (const size of sizes) peaks.push(await peakOf(size));
    console.info(`MiB at most for 5, ${sizes.join(', ')} MB: ${peaks.map(Math.round).join(', ')}`);
    expect(Math.max(...peaks) / small).toBeLessThanOrEqual(1.3);
  },
);

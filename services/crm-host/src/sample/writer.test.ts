import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interactionTypes, outboundTypes } from '@record-insights/domain';
import { parse } from 'csv-parse/sync';
import { cellOf, grouped, smallOptions } from './sample.builder';
import { writeSample, type SampleProgress } from './writer';

jest.setTimeout(60_000);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Paths of all files below a folder, in order. */
async function filesBelow(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await filesBelow(root)) hash.update(file.slice(root.length)).update(await readFile(file));
  return hash.digest('hex');
}

interface Read {
  readonly type: string;
  readonly text: string;
  readonly header: readonly string[];
  readonly rows: readonly Record<string, string>[];
}

async function read(file: string): Promise<Read> {
  const text = await readFile(file, 'utf8');
  const [header = [], ...lines] = parse(text, { bom: true });
  const rows = lines.map((cells) => Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])));
  return { type: file.split('/').at(-2) ?? '', text, header, rows };
}

describe('a written sample', () => {
  const progress: SampleProgress[] = [];
  let files: readonly Read[] = [];
  let rows = 0;

  beforeAll(async () => {
    const largestFile = 2_000_000;
    const summary = await writeSample(join(folder, 'a'), { ...smallOptions, largestFile }, (step) =>
      progress.push(step),
    );
    rows = summary.rows;
    files = await Promise.all((await filesBelow(join(folder, 'a', 'export', 'csv'))).map(read));
    for (const file of await filesBelow(join(folder, 'a', 'export', 'csv'))) {
      expect((await stat(file)).size).toBeLessThan(largestFile);
    }
  });

  test('is the same to the byte when written again', async () => {
    await writeSample(join(folder, 'b'), { ...smallOptions, largestFile: 2_000_000 });
    expect(await fingerprint(join(folder, 'b'))).toBe(await fingerprint(join(folder, 'a')));
  });

  test('has all columns of every exported type, in the exporter’s order as a rule', () => {
    const ordered = files.filter(({ type, header }) => {
      const columns = interactionTypes[type]?.columns ?? [];
      expect(columns.filter((column) => !header.includes(column))).toEqual([]);
      return columns.every((column, index) => header[index] === column);
    });
    expect(new Set(files.map(({ type }) => type)).size).toBeGreaterThanOrEqual(outboundTypes.length);
    expect(ordered.length / files.length).toBeGreaterThan(0.75);
    expect(ordered.length).toBeLessThan(files.length);
  });

  test('quotes every value and ends lines with CR LF, also inside of values', () => {
    for (const { text } of files) expect(text.replace(/^\uFEFF/, '')).toMatch(/^"[^\n]*"\r\n[^]*"\r\n$/);
    const unquoted = /(^|,|\n)[^",\r\n]+(,|\r\n)/;
    const simple = files.filter(({ type }) => type !== 'FormSubmitted');
    expect(simple.filter(({ text }) => unquoted.test(text.replace(/"[^"]*"/g, '""')))).toEqual([]);
    const submitted = files.filter(({ type }) => type === 'FormSubmitted').flatMap((file) => file.rows);
    expect(submitted.filter((row) => /: .*\r\n.*submit[0-9a-f-]+:$/s.test(cellOf(row, 'SubmittedValues')))).not.toEqual(
      [],
    );
  });

  test('has files with and without a byte order mark, with US and with ISO times, and with columns of a later edition', () => {
    const marked = files.filter(({ text }) => text.startsWith('\uFEFF')).length;
    expect(marked).toBeGreaterThan(20);
    expect(marked).toBeLessThan(files.length / 2);
    const us = /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}:\d{2} [AP]M \+00:00$/;
    const american = files.filter(({ rows: [first] }) => first && us.test(cellOf(first, 'Timestamp'))).length;
    expect(american / files.length).toBeGreaterThan(0.6);
    expect(american).toBeLessThan(files.length);
    const deliveries = files.filter(({ type }) => type === 'EmailDelivered');
    expect(new Set(deliveries.map(({ header }) => header.includes('DeliveredCount')))).toEqual(new Set([true, false]));
  });

  test('repeats rows across files, and counts what it wrote', () => {
    const all = files.flatMap((file) => file.rows);
    expect(all).toHaveLength(rows);
    const ids = grouped(all, (row) => cellOf(row, 'InternalMarketingInteractionId') + cellOf(row, 'Version'));
    expect([...ids.values()].filter((same) => same.length > 1).length).toBeGreaterThan(100);
    expect(progress.at(-1)?.share).toBe(1);
    expect(progress.length).toBeGreaterThan(10);
  });

  test('lists in its model exactly the files that are there, and no files of a type without rows', async () => {
    const model = JSON.parse(await readFile(join(folder, 'a', 'export', 'model.json'), 'utf8')) as {
      entities: { name: string; partitions?: { name: string }[] }[];
    };
    const listed = model.entities.flatMap(({ name, partitions = [] }) =>
      partitions.map((part) => `${name}/${part.name}`),
    );
    const found = await filesBelow(join(folder, 'a', 'export', 'csv'));
    expect(listed.sort()).toEqual(found.map((file) => file.split('/').slice(-2).join('/')).sort());
    expect(model.entities.filter(({ partitions }) => partitions === undefined).map(({ name }) => name)).toContain(
      'EmailBlockedTrialQuotaExceeded',
    );
  });

  test('is not written over what is there', async () => {
    await expect(writeSample(join(folder, 'a'), smallOptions)).rejects.toThrow('is not empty');
  });
});

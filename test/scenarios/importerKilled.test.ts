import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insights, recordId, recordTypeIds, type Day, type RecordType } from '@record-insights/domain';
import { openService, type OpenService } from '@record-insights/api/openService';
import { openStore } from '@record-insights/api/store/openStore';
import { storeConfig } from '@record-insights/api/config';
import { openMix } from '../bench/mix';
import { writeExport } from '../builders/exportFolder';
import { startImport, type ImportOptions } from '../harness/importProcess';

jest.setTimeout(120_000);

const organisation = 'o';
const until = Date.parse('2026-11-20T00:00:00Z');
const now = Date.parse('2026-11-23T13:00:00Z');
/** Some five deliveries. */
const bytes = 10_000_000;
/** Milliseconds from when an import first tells how far it is until it is killed. */
const kills = [0, 30, 90];

let folder = '';
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'importer-killed-'))));
afterEach(() => rm(folder, { recursive: true }));

test('an import that is killed again and again goes on where it was and ends in the same numbers', async () => {
  const from = join(folder, 'export');
  const rows = await writeExport(from, bytes, until);
  const into = (name: string): ImportOptions => ({ folder: from, data: join(folder, name), organisation });
  await startImport(into('whole')).ended;
  for (const later of kills) expect(await killedImport(into('killed'), later)).toMatch(progress);
  const { report } = await startImport(into('killed')).ended;
  const left = Number(/^([\d,]+) rows from/m.exec(report)?.[1]?.replaceAll(',', ''));
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(rows - kills.length);
  const [whole, killed] = [await numbersOf('whole'), await numbersOf('killed')];
  expect(whole.status).toMatchObject({ interactions: rows, waiting: 0, refused: 0 });
  expect(killed).toEqual(whole);
});

const progress = /^\r[\d,]+ rows, [\d,]+ a second, \d+%, about \d+ s left/;

/** @returns what it said when it first told how far it is */
async function killedImport(options: ImportOptions, later: number): Promise<string> {
  let first: string | undefined;
  const running = startImport({
    ...options,
    onProgress(line) {
      if (first !== undefined) return;
      first = line;
      setTimeout(() => running.process.kill('SIGKILL'), later);
    },
  });
  const { code } = await running.ended;
  expect(code).toBeNull();
  return first ?? '';
}

/** Everything that the tabs of some records show of all the time, and how many rows there are. */
async function numbersOf(name: string): Promise<Record<string, unknown>> {
  const store = await openStore(storeConfig({ store: 'embedded', data: join(folder, name) }));
  const service = await openService({ store, now: () => now });
  await service.settled(organisation);
  const { view, freshness, ...status } = await service.status(organisation);
  expect(view).toBeGreaterThan(0);
  expect(freshness.waiting).toBe(0);
  const numbers: Record<string, unknown> = { status };
  const { records } = openMix(1, until);
  for (const type of recordTypeIds)
    for (const id of records[type].slice(0, 3))
      for (const { id: category } of insights[type]?.categories ?? [])
        numbers[`${type} ${id} ${category}`] = await panelsOf(service, { type, id, category });
  await service.close();
  return numbers;
}

interface Tab {
  readonly type: RecordType;
  readonly id: string;
  readonly category: string;
}

/** What a tab shows, without the view that its addresses name: it counts how often groups were taken. */
async function panelsOf(service: OpenService, { type, id, category }: Tab): Promise<string> {
  const query = { recordType: type, id: recordId(id), category, from: '2025-12-01' as Day };
  const { panels } = await service.insights(organisation, query);
  return JSON.stringify(panels).replaceAll(/\bview=\d+/g, '');
}

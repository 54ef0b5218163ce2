import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { recordId, typeOf } from '@record-insights/domain';
import { importExport, type ImportSummary } from '@record-insights/api/importer/importExport';
import { openPositions } from '@record-insights/api/importer/positions';
import { openService, type OpenService } from '@record-insights/api/openService';
import type { Delivery } from '@record-insights/api/service';
import { writeSample } from '@record-insights/crm-host/sample/writer';
import { writeExportFile } from '../builders/exportFolder';
import { memoryStore } from '../harness/memoryStore';

jest.setTimeout(120_000);

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const contact = '11111111-1111-4111-8111-111111111111';
const now = Date.parse('2026-11-23T13:00:00Z');
const columns = ['InteractionType', 'Timestamp', 'InternalMarketingInteractionId', 'Version', 'ContactId', 'MessageId'];

let folder = '';
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'importing-'))));
afterEach(() => rm(folder, { recursive: true }));

const newService = (): Promise<OpenService> => openService({ store: memoryStore(), now: () => now });

const importInto = (service: OpenService, from = folder): Promise<ImportSummary> =>
  importExport(
    from,
    {
      ingest: (delivery) => service.ingest(organisation, delivery),
      settled: () => service.settled(organisation),
    },
    openPositions(service.context.store, organisation),
    () => undefined,
  );

const row = (id: string, more: Readonly<Record<string, string>>): Record<string, string> => ({
  InteractionType: 'EmailOpened',
  Timestamp: '11/20/2026 10:00:00 AM +00:00',
  InternalMarketingInteractionId: id,
  Version: '1',
  ContactId: contact,
  MessageId: 'm1',
  ...more,
});

/** The contact's rows in full as the service gives them out. */
async function rowsOf(service: OpenService): Promise<readonly Readonly<Record<string, string>>[]> {
  return (await service.person(organisation, recordId(contact))).rows;
}

test.each([
  ['before', 'a', 'b'],
  ['after', 'b', 'a'],
])('a row that comes again with a higher Version holds, its file read %s the other', async (_when, first, second) => {
  await writeExportFile(folder, 'EmailOpened', first, columns, [row('1', {}), row('2', {})]);
  const corrected = row('1', { Version: '2', Timestamp: '11/21/2026 10:00:00 AM +00:00', MessageId: 'm2' });
  await writeExportFile(folder, 'EmailOpened', second, [...columns].reverse(), [corrected, row('2', {})]);
  const service = await newService();
  expect((await importInto(service)).rows).toBe(4);
  expect(await service.status(organisation)).toMatchObject({ interactions: 2, refused: 0, waiting: 0 });
  expect((await rowsOf(service)).map(({ MessageId, Timestamp }) => [MessageId, Timestamp?.slice(0, 10)])).toEqual([
    ['m1', '2026-11-20'],
    ['m2', '2026-11-21'],
  ]);
  await service.close();
});

test('columns that nobody knows are kept, and an import again adds nothing', async () => {
  const rows = [row('1', { SourceSystem: 'two\r\nlines' })];
  await writeExportFile(folder, 'EmailOpened', 'a', ['SourceSystem', ...columns], rows);
  const service = await newService();
  await importInto(service);
  expect(await importInto(service)).toMatchObject({ files: 1, unchanged: 1, rows: 0 });
  expect(await rowsOf(service)).toMatchObject([{ SourceSystem: 'two\r\nlines' }]);
  await service.close();
});

test('the hand-kept model is read rather than the other, and refused rows are told with their reasons by type', async () => {
  await writeFile(join(folder, 'modelStatic.json'), JSON.stringify({ entities: [{ name: 'EmailOpened' }] }));
  await writeFile(join(folder, 'model.json'), 'half of a mod');
  const rows = [row('1', {}), row('', {}), row('3', { Timestamp: 'soon' }), row('4', { Timestamp: '' })];
  await writeExportFile(folder, 'EmailOpened', 'a', columns, rows);
  const service = await newService();
  const { types } = await importInto(service);
  expect(types.map(({ type, accepted, refused }) => [type, accepted, Object.fromEntries(refused)])).toEqual([
    ['EmailOpened', 1, { missingId: 1, unreadableTime: 1, missingTime: 1 }],
  ]);
  expect(await service.status(organisation)).toMatchObject({ interactions: 1, refused: 3 });
  await service.close();
});

/** All rows that lie below the folder, read whole by the library alone: filled cells, and the type where it lacks. */
async function rowsIn(from: string): Promise<readonly Record<string, string>[]> {
  const found: Record<string, string>[] = [];
  for (const type of await readdir(join(from, 'csv'))) {
    for (const name of await readdir(join(from, 'csv', type))) {
      const text = await readFile(join(from, 'csv', type, name));
      const rows: readonly Record<string, string>[] = parse(text, { bom: true, columns: true });
      const filled = rows.map((one) => Object.fromEntries(Object.entries(one).filter(([, cell]) => cell !== '')));
      found.push(...filled.map((one) => ({ InteractionType: type, ...one })));
    }
  }
  return found;
}

const isLong = process.env['RECORD_INSIGHTS_LONG'] === '1';

(isLong ? test : test.skip)('a hostile sample comes in row by row as it was written (with --long)', async () => {
  const until = new Date('2026-11-22T15:30:00Z');
  const sample = { seed: 3, size: 'small', until, zone: 'Europe/Oslo', hostile: true, largestFile: 2_000_000 } as const;
  await writeSample(folder, sample);
  const from = join(folder, 'export');
  const written = await rowsIn(from);
  const delivered: Record<string, string>[] = [];
  const destination = {
    ingest({ rows }: Delivery): Promise<{ accepted: number; refused: [] }> {
      delivered.push(...(rows as readonly Record<string, string>[]));
      return Promise.resolve({ accepted: rows.length, refused: [] });
    },
    settled: () => Promise.resolve(),
  };
  const summary = await importExport(from, destination, openPositions(memoryStore(), organisation), () => undefined);
  expect([summary.rows, summary.failures, summary.unfinished]).toEqual([written.length, [], []]);
  const inOrder = (rows: readonly Record<string, string>[]): string =>
    rows
      .map((one) => JSON.stringify(Object.entries(one).sort()))
      .sort()
      .join('\n');
  expect(inOrder(delivered) === inOrder(written)).toBe(true);
});

const modelFile = join(__dirname, '../../../shared/domain/export-model.json');
const hasModel = existsSync(modelFile);
const whyNot = hasModel ? '' : ' (skipped: ../shared/domain/export-model.json is not beside the checkout)';

(hasModel ? test : test.skip)(
  `every type of the exporter’s own model comes in, with all its columns${whyNot}`,
  async () => {
    interface Entity {
      readonly name: string;
      readonly attributes: readonly { readonly name: string }[];
    }
    const { entities } = JSON.parse(readFileSync(modelFile, 'utf8')) as { readonly entities: readonly Entity[] };
    await copyFile(modelFile, join(folder, 'model.json'));
    for (const [i, { name, attributes }] of entities.entries()) {
      const names = attributes.map((attribute) => attribute.name);
      const filled = Object.fromEntries(names.map((column) => [column, `${column} of ${name}`]));
      const cells = { ...filled, ...row(`row-${i}`, { InteractionType: name }), DeletedContactId: '', EntityType: '' };
      await writeExportFile(folder, name, `file-${i}`, names, [cells]);
    }
    const service = await newService();
    const { types, failures } = await importInto(service);
    expect(failures).toEqual([]);
    expect(types.map(({ type, accepted, otherType }) => [type, accepted, otherType]).sort()).toEqual(
      entities.map(({ name }) => [name, 1, 0]).sort(),
    );
    expect(await service.status(organisation)).toMatchObject({ interactions: entities.length, refused: 0 });
    expect(entities.filter(({ name }) => typeOf(name).title === 'Other interaction')).toEqual([]);
    const named = entities.filter(({ attributes }) => attributes.some(({ name }) => name === 'ContactId'));
    const kept = new Map((await rowsOf(service)).map((one) => [one['InteractionType'], Object.keys(one)]));
    expect([...kept.keys()].sort()).toEqual(named.map(({ name }) => name).sort());
    for (const { name, attributes } of named)
      expect([name, kept.get(name)?.sort()]).toEqual([
        name,
        attributes
          .map((one) => one.name)
          .filter(isFilled)
          .sort(),
      ]);
    await service.close();
  },
);

/** What the test leaves empty, so that nobody is deleted by it. */
const isFilled = (column: string): boolean => column !== 'DeletedContactId' && column !== 'EntityType';

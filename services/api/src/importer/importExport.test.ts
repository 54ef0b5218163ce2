import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Delivery } from '../service';
import { importExport, type Destination, type ImportSummary } from './importExport';
import type { Positions } from './positions';
import type { FilePosition } from './readFile';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'));
  await mkdir(join(folder, 'csv', 'EmailOpened'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const path = (name: string): string => join(folder, 'csv', 'EmailOpened', name);
const line = (...cells: string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') + '\r\n';

function memoryPositions(): Positions {
  const known = new Map<string, FilePosition>();
  return {
    of: (file) => Promise.resolve(known.get(file)),
    save: (positions) => {
      for (const [file, position] of positions) known.set(file, position);
      return Promise.resolve();
    },
  };
}

function collector(): Destination & { readonly rows: Record<string, string>[] } {
  const rows: Record<string, string>[] = [];
  return {
    rows,
    settled: () => Promise.resolve(),
    ingest({ rows: sent }: Delivery) {
      rows.push(...(sent as Record<string, string>[]));
      const refused = sent.flatMap((row, index) =>
        (row as Record<string, string>)['Id'] === 'bad' ? [{ index, code: 'missingId' as const }] : [],
      );
      return Promise.resolve({ accepted: sent.length - refused.length, refused });
    },
  };
}

const run = (to: Destination, positions: Positions): Promise<ImportSummary> =>
  importExport(folder, to, positions, () => undefined);

test('quotes, line ends inside quotes, a BOM and any order of columns are read', async () => {
  await writeFile(path('one'), `\uFEFF${line('Text', 'Id')}${line('two\r\nlines, "quoted"', 'a')}${line('', 'b')}`);
  const to = collector();
  await run(to, memoryPositions());
  expect(to.rows).toEqual([
    { Text: 'two\r\nlines, "quoted"', Id: 'a', InteractionType: 'EmailOpened' },
    { Id: 'b', InteractionType: 'EmailOpened' },
  ]);
});

test('a file that has grown is read on from where the last import ended', async () => {
  const positions = memoryPositions();
  await writeFile(path('one'), `${line('Id')}${line('a')}`);
  await run(collector(), positions);
  await appendFile(path('one'), line('b'));
  const to = collector();
  await run(to, positions);
  expect(to.rows.map(({ Id }) => Id)).toEqual(['b']);
  const again = collector();
  expect((await run(again, positions)).unchanged).toBe(1);
  expect(again.rows).toEqual([]);
});

test('a row that is still being written is left for the next import, and told', async () => {
  const positions = memoryPositions();
  await writeFile(path('one'), `${line('Id', 'Text')}${line('a', 'x')}"b","half of`);
  const first = collector();
  const summary = await run(first, positions);
  expect(first.rows.map(({ Id }) => Id)).toEqual(['a']);
  expect(summary.unfinished).toEqual(['csv/EmailOpened/one']);
  await appendFile(path('one'), ' it"\r\n');
  const second = collector();
  expect((await run(second, positions)).unfinished).toEqual([]);
  expect(second.rows).toEqual([{ Id: 'b', Text: 'half of it', InteractionType: 'EmailOpened' }]);
});

test('the cell holds where it names another type than the folder, and the summary tells', async () => {
  await writeFile(
    path('one'),
    `${line('Id', 'InteractionType', 'UsageType')}${line('a', 'EmailClicked', 'CustomerJourney')}${line('bad', '', 'TestSend')}`,
  );
  const to = collector();
  const { types, usageTypes, rows } = await run(to, memoryPositions());
  expect(to.rows.map(({ InteractionType }) => InteractionType)).toEqual(['EmailClicked', 'EmailOpened']);
  expect(types).toEqual([
    { type: 'EmailOpened', rows: 2, accepted: 1, otherType: 1, refused: new Map([['missingId', 1]]) },
  ]);
  expect([...usageTypes, rows]).toEqual([['CustomerJourney', 1], ['TestSend', 1], 2]);
});

test('an import that broke off goes on with what was not durable', async () => {
  const positions = memoryPositions();
  await writeFile(path('one'), [line('Id'), ...Array.from({ length: 12_000 }, (_, i) => line(`r${i}`))].join(''));
  const broken = collector();
  const ingest = broken.ingest.bind(broken);
  let calls = 0;
  broken.ingest = (delivery) => (++calls === 2 ? Promise.reject(new Error('gone')) : ingest(delivery));
  await expect(run(broken, positions)).rejects.toThrow('gone');
  const rest = collector();
  await run(rest, positions);
  expect([broken.rows.length, rest.rows.length, rest.rows[0]?.['Id']]).toEqual([5000, 7000, 'r5000']);
});

test('a file that is no CSV is named and the others are read', async () => {
  await writeFile(path('bad'), `${line('Id')}"a"b,"c"\r\n`);
  await writeFile(path('good'), `${line('Id')}${line('g')}`);
  const to = collector();
  const { failures } = await run(to, memoryPositions());
  expect(failures).toEqual([expect.stringContaining('csv/EmailOpened/bad cannot be read as CSV')]);
  expect(to.rows.map(({ Id }) => Id)).toEqual(['g']);
});

test('deletions of people come after everything else, so that none of their rows is late', async () => {
  for (const [type, id] of [
    ['ContactDeleted', 'c'],
    ['EntityDeleted', 'd'],
    ['EmailDelivered', 'a'],
    ['WebsiteVisited', 'b'],
  ] as const) {
    await mkdir(join(folder, 'csv', type));
    await writeFile(join(folder, 'csv', type, 'one'), `${line('Id')}${line(id)}`);
  }
  const to = collector();
  await run(to, memoryPositions());
  expect(to.rows.map(({ Id }) => Id)).toEqual(['a', 'b', 'c', 'd']);
});

test('a folder that is no export is told as such', async () => {
  await rm(join(folder, 'csv'), { recursive: true });
  await expect(run(collector(), memoryPositions())).rejects.toThrow('There is no model.json and no csv folder');
});

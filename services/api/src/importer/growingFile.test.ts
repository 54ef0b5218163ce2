import fc from 'fast-check';
import { compareHolding, readInteraction, type Interaction, type RawRow } from '@record-insights/domain';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Delivery } from '../service';
import { importExport, type ImportSummary } from './importExport';
import type { Positions } from './positions';
import type { FilePosition } from './readFile';

const now = Date.parse('2026-11-23T13:00:00Z');
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'growing-'));
  await mkdir(join(folder, 'csv', 'FormSubmitted'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

/** What an organisation has after imports: of each id the row that holds. */
function organisation(): { importNow: () => Promise<ImportSummary>; kept: () => readonly string[] } {
  const known = new Map<string, FilePosition>();
  const held = new Map<string, Interaction>();
  const positions: Positions = {
    of: (file) => Promise.resolve(known.get(file)),
    save: (reached) => {
      for (const [file, position] of reached) known.set(file, position);
      return Promise.resolve();
    },
  };
  const ingest = ({ rows }: Delivery): Promise<{ accepted: number; refused: [] }> => {
    for (const row of rows) {
      const read = readInteraction(row as RawRow, now);
      if (!read.ok) throw new Error(`Refused: ${JSON.stringify(row)}`);
      const { interaction } = read;
      const other = held.get(interaction.id);
      if (!other || compareHolding(interaction, other) > 0) held.set(interaction.id, interaction);
    }
    return Promise.resolve({ accepted: rows.length, refused: [] });
  };
  const destination = { ingest, settled: () => Promise.resolve() };
  return {
    importNow: () => importExport(folder, destination, positions, () => undefined),
    kept: () => [...held.values()].map(({ text }) => text).sort(),
  };
}

const write = (content: Buffer): Promise<void> => writeFile(join(folder, 'csv', 'FormSubmitted', 'one'), content);
const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

const answers = fc.constantFrom(
  '',
  'two\r\nlines',
  'say "hi" twice, "hi"',
  '"',
  '\n',
  'Blåbær 🫐',
  '\r\n"quoted"\r\n',
  'a,b',
);
const columns = ['InternalMarketingInteractionId', 'Timestamp', 'SubmittedValues', 'NobodyKnowsMe'];

const files = fc
  .record({
    cells: fc.array(fc.tuple(answers, answers), { minLength: 1, maxLength: 5 }),
    order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
    bom: fc.boolean(),
    lineEnd: fc.constantFrom('\r\n', '\n'),
    endsLine: fc.boolean(),
  })
  .map(({ cells, order, bom, lineEnd, endsLine }) => {
    const rows = cells.map(([a, b], i) => [`id-${i}`, '1/31/2026 8:15:00 AM +00:00', a, b]);
    const lines = [columns, ...rows].map((row) => quoted(order.map((i) => row[i] ?? '')));
    return Buffer.from(`${bom ? '\uFEFF' : ''}${lines.join(lineEnd)}${endsLine ? lineEnd : ''}`);
  });

test('wherever the exporter was when the file was read, importing again ends as if it had been read once', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), async (content, cuts) => {
      const piecemeal = organisation();
      for (const cut of cuts.map((at) => at % (content.length + 1)).sort((a, b) => a - b)) {
        await write(content.subarray(0, cut));
        expect((await piecemeal.importNow()).failures).toEqual([]);
      }
      await write(content);
      expect((await piecemeal.importNow()).unfinished).toEqual([]);
      const whole = organisation();
      await whole.importNow();
      expect(piecemeal.kept()).toEqual(whole.kept());
      expect(whole.kept().length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test('a last row without an end of line is taken in, and again when more of it has come', async () => {
  const { importNow, kept } = organisation();
  const head = `${quoted(columns)}\r\n`;
  await write(Buffer.from(`${head}"a","2026-01-31T08:15:00Z","","say "`));
  expect(await importNow()).toMatchObject({ rows: 1, unfinished: [] });
  expect(kept()).toEqual([expect.stringContaining('"NobodyKnowsMe":"say "')]);
  await write(Buffer.from(`${head}"a","2026-01-31T08:15:00Z","","say ""hi"""\r\n`));
  await importNow();
  expect(kept()).toEqual([expect.stringContaining('say \\"hi\\"')]);
});

test('whole rows before one that is still being written are all taken in', async () => {
  const { importNow, kept } = organisation();
  const rows = Array.from({ length: 3000 }, (_, i) => quoted([`id-${i}`, '2026-01-31T08:15:00Z', 'x'.repeat(50), '']));
  await write(Buffer.from([quoted(columns), ...rows, '"id-3000","2026-01'].join('\r\n')));
  expect((await importNow()).unfinished).toEqual(['csv/FormSubmitted/one']);
  expect(kept().length).toBe(3000);
});

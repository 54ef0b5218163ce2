import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { interactionTypes } from '@record-insights/domain';
import { openMix } from '../bench/mix';
import { usTime } from './spellings';

export type ExportRow = Readonly<Record<string, string>>;

/** Rows as the exporter writes them: all values quoted, lines ended by CR LF. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { quoted: true, quoted_empty: true, record_delimiter: '\r\n' },
  );

/** A file of rows with these columns, in this order. */
export async function writeExportFile(
  folder: string,
  type: string,
  name: string,
  columns: readonly string[],
  rows: readonly ExportRow[],
): Promise<void> {
  await mkdir(join(folder, 'csv', type), { recursive: true });
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  await writeFile(join(folder, 'csv', type, name), csvOf(lines));
}

/** Where the exporter begins a new file. */
const largestFile = 10_000_000;
const rowsAtOnce = 200;

interface TypeFile {
  readonly stream: WriteStream;
  readonly columns: readonly string[];
  bytes: number;
  pending: ExportRow[];
}

/**
 * Writes a folder of so many bytes, about, as the exporter would: a folder a type, files of up to 10 MB, every other one
 * with a byte order mark and with columns that no registry knows. Never holds more than a few rows.
 * @returns the number of rows; no two have the same id
 */
export async function writeExport(folder: string, bytes: number, until: number): Promise<number> {
  // A row takes more bytes than that, so that the last one lies before the end of the time.
  const { row: rowOf } = openMix(Math.ceil(bytes / 300), until);
  const open = new Map<string, TypeFile>();
  let [written, rows, files] = [0, 0, 0];

  async function flush(file: TypeFile): Promise<void> {
    const text = csvOf(file.pending.map((row) => file.columns.map((column) => row[column] ?? '')));
    file.pending = [];
    file.bytes += text.length;
    written += text.length;
    if (!file.stream.write(text)) await once(file.stream, 'drain');
  }

  async function close(file: TypeFile): Promise<void> {
    await flush(file);
    file.stream.end();
    await once(file.stream, 'close');
  }

  async function newFile(type: string): Promise<TypeFile> {
    await mkdir(join(folder, 'csv', type), { recursive: true });
    const isOdd = files++ % 2 === 1;
    const name = createHash('sha256').update(`${type} ${files}`).digest('hex').slice(0, 32);
    const columns = [...(interactionTypes[type]?.columns ?? []), ...(isOdd ? ['SourceSystem'] : [])];
    const stream = createWriteStream(join(folder, 'csv', type, name));
    stream.write(`${isOdd ? '\uFEFF' : ''}${csvOf([columns])}`);
    return { stream, columns, bytes: 0, pending: [] };
  }

  for (; written < bytes; rows++) {
    const row = rowOf(rows);
    const type = row['InteractionType'] ?? '';
    let file = open.get(type);
    if (file && file.bytes > largestFile) await close(file);
    if (!file || file.bytes > largestFile) file = await newFile(type);
    open.set(type, file);
    file.pending.push({ ...row, Timestamp: usTime(Date.parse(row['Timestamp'] ?? ''), 0), SourceSystem: '1' });
    if (file.pending.length >= rowsAtOnce) await flush(file);
  }
  for (const file of open.values()) await close(file);
  await writeFile(
    join(folder, 'model.json'),
    JSON.stringify({ name: 'MarketingInteractionModel', entities: [...open.keys()].map((name) => ({ name })) }),
  );
  return rows;
}

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { parse, type CsvError } from 'csv-parse';
import type { ExportFile } from './exportFolder';

/** How far a file was read. */
export interface FilePosition {
  /** Bytes of whole rows taken in. */
  readonly offset: number;
  /** The head row, for going on without it. */
  readonly columns: readonly string[];
}

export interface FileRow {
  /** Absent for the head row. */
  readonly row?: Readonly<Record<string, string>>;
  /** Where the next import goes on. */
  readonly position: FilePosition;
  /** The file ends without ending the line: the row is taken in, and read again by the next import, as more of it may come. */
  readonly isOpen?: true;
}

/** A file that cannot be read as CSV from some row on. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/**
 * Rows of a file from a position on, as the exporter quotes them; of a file that grows meanwhile, those that were there.
 * A last row that is not whole yet (the exporter is still appending) is left for the next import; the position never
 * passes a row whose line has not ended.
 * @throws UnreadableFile naming the file and what is wrong
 */
export async function* rowsOf(file: ExportFile, from: FilePosition | undefined): AsyncGenerator<FileRow> {
  const start = from?.offset ?? 0;
  const { end, isEnded, lacksCell } = await endOf(file);
  if (start >= end) return;
  let problem: CsvError | undefined;
  const parser = pipeline(
    createReadStream(file.path, { start, end: end - 1 }),
    parse({
      bom: start === 0,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n'],
      // A parser that fails loses the rows that it has read before; so problems are looked at here.
      skip_records_with_error: true,
      on_skip: (error) => {
        problem ??= error;
        return undefined;
      },
    }),
    // What fails in reading reaches the loop by the parser.
    () => undefined,
  ) as AsyncIterable<Parsed>;
  let position: FilePosition | undefined = from;
  for await (const { record, info } of parser) {
    if (problem && info.records > recordsBefore(problem)) break;
    const offset = start + info.bytes;
    const isOpen = offset >= end && !isEnded;
    if (position === undefined) {
      if (isOpen) return;
      position = { offset, columns: record.map((name) => name.trim()) };
      yield { position };
      continue;
    }
    const { columns } = position;
    if (isOpen && (lacksCell || record.length < columns.length)) return;
    if (!isOpen) position = { offset, columns };
    yield { row: toRow(columns, record), position, ...(isOpen ? { isOpen } : {}) };
  }
  if (problem && !isUnfinished(problem))
    throw new UnreadableFile(`${file.name} cannot be read as CSV: ${problem.message}`, { cause: problem });
}

interface Parsed {
  readonly record: string[];
  /** The record's number from 1, and the bytes up to its end. */
  readonly info: { readonly records: number; readonly bytes: number };
}

const recordsBefore = (problem: CsvError): number => problem['records'] as number;

/** How far a file is read. */
interface FileEnd {
  /** A CR at the end of the file is half of a line's end and not read. */
  readonly end: number;
  /** Whether a line ends there. */
  readonly isEnded: boolean;
  /** Whether the last cell has not begun. */
  readonly lacksCell: boolean;
}

async function endOf({ path, size }: ExportFile): Promise<FileEnd> {
  if (size === 0) return { end: 0, isEnded: true, lacksCell: false };
  const handle = await open(path);
  try {
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    const last = buffer.toString('latin1');
    return { end: last === '\r' ? size - 1 : size, isEnded: last === '\n', lacksCell: last === ',' };
  } finally {
    await handle.close();
  }
}

/** The file ends inside quotes: the exporter has not finished the row. */
const isUnfinished = ({ code }: CsvError): boolean => code === 'CSV_QUOTE_NOT_CLOSED';

function toRow(columns: readonly string[], record: readonly string[]): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [i, name] of columns.entries()) {
    const value = record[i];
    if (name !== '' && value !== undefined && value !== '') row[name] = value;
  }
  return row;
}

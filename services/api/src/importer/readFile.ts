import { createReadStream } from 'node:fs';
import { parse, CsvError } from 'csv-parse';
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
  /** Where the file goes on after this row. */
  readonly position: FilePosition;
}

/** A file that cannot be read as CSV from some row on. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/**
 * Rows of a file from a position on, as the exporter quotes them. A last row that is not whole yet (the exporter is
 * still appending) is left for the next import; the position never passes it.
 * @throws UnreadableFile naming the file and what is wrong
 */
export async function* rowsOf(file: ExportFile, from: FilePosition | undefined): AsyncGenerator<FileRow> {
  const start = from?.offset ?? 0;
  const parser = createReadStream(file.path, { start }).pipe(
    parse({
      bom: start === 0,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n'],
    }),
  );
  let columns = from?.columns;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { bytes: number } }>) {
      const offset = start + info.bytes;
      if (columns === undefined) {
        columns = record.map((name) => name.trim());
        yield { position: { offset, columns } };
        continue;
      }
      if (record.length < columns.length && offset >= file.size) return;
      yield { row: toRow(columns, record), position: { offset, columns } };
    }
  } catch (error) {
    if (isUnfinished(error)) return;
    throw new UnreadableFile(`${file.name} cannot be read as CSV: ${(error as Error).message}`, { cause: error });
  }
}

/** The file ends inside quotes: the exporter has not finished the row. */
const isUnfinished = (error: unknown): boolean => error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED';

function toRow(columns: readonly string[], record: readonly string[]): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [i, name] of columns.entries()) {
    const value = record[i];
    if (name !== '' && value !== undefined && value !== '') row[name] = value;
  }
  return row;
}

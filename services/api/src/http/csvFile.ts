import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { CsvTable } from '../service';

export const csvMediaType = 'text/csv';

/** Whether the caller asks for a CSV file rather than JSON. */
export const asksForCsv = (accept: string | undefined): boolean => /\btext\/csv\b/i.test(accept ?? '');

/**
 * The table as a CSV file that spreadsheets open: UTF-8 with BOM, CR LF, and a cell that a spreadsheet would run as a
 * formula begins with an apostrophe. Rows are made as they are read away.
 */
export function csvFile({ fileName, rows }: CsvTable): {
  readonly headers: Record<string, string>;
  readonly stream: Readable;
} {
  const source = Readable.from(rows);
  const lines = stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows' });
  source.once('error', (error) => lines.destroy(error));
  lines.once('close', () => source.destroy());
  return {
    headers: {
      'content-type': `${csvMediaType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"`,
    },
    stream: source.pipe(lines),
  };
}

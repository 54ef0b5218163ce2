import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { diceOf } from './dice';
import { fileStyle, usTime, type FileStyle } from './fileStyle';
import type { InteractionRow } from './outbox';

/** Where the exporter puts what, and how large its files may grow. */
export interface ExportOptions {
  readonly folder: string;
  readonly seed: number;
  readonly hostile: boolean;
  /** Bytes. */
  readonly largestFile: number;
}

/** The files of one type, as `model.json` lists them. */
export interface ExportedType {
  readonly type: string;
  readonly files: readonly string[];
  readonly rows: number;
  readonly bytes: number;
}

export interface ExportFiles {
  /** @param stretch files begin anew with each */
  write(row: InteractionRow, stretch: number): Promise<void>;
  /** Writes what is held back, and lists everything. */
  close(): Promise<readonly ExportedType[]>;
}

/** A type's files; rows are appended to the newest. */
interface TypeState {
  readonly type: string;
  readonly files: string[];
  rows: number;
  bytes: number;
  style?: FileStyle;
  stretch: number;
  fileBytes: number;
  chunkBytes: number;
  pending: InteractionRow[];
  last: readonly InteractionRow[];
}

const chunkRows = 100;
/** After a pause the exporter begins its new file with rows that it had written already. */
const repeatedRows = 3;

export function openExport(options: ExportOptions): ExportFiles {
  const states = new Map<string, TypeState>();
  return {
    write: async (row, stretch) => {
      const type = row['InteractionType'] ?? 'Unknown';
      const state = states.get(type) ?? newState(type);
      states.set(type, state);
      if (state.style && (state.stretch !== stretch || state.pending.length >= chunkRows)) await flush(options, state);
      if (needsFile(state, stretch, options)) await begin(options, state, stretch, row);
      state.pending.push(row);
    },
    close: async () => {
      for (const state of states.values()) await flush(options, state);
      return [...states.values()].map(({ type, files, rows, bytes }) => ({ type, files, rows, bytes }));
    },
  };
}

const newState = (type: string): TypeState => ({
  type,
  files: [],
  rows: 0,
  bytes: 0,
  stretch: -1,
  fileBytes: 0,
  chunkBytes: 0,
  pending: [],
  last: [],
});

/** A full file is left before the next chunk could make it too large. */
function needsFile(state: TypeState, stretch: number, { largestFile }: ExportOptions): boolean {
  return state.style === undefined || state.stretch !== stretch || state.fileBytes + 2 * state.chunkBytes > largestFile;
}

async function begin(options: ExportOptions, state: TypeState, stretch: number, first: InteractionRow): Promise<void> {
  await flush(options, state);
  const number = state.files.length;
  const later = stretch !== 0;
  state.style = fileStyle(diceOf(options.seed, 'file', state.type, number), first, {
    stretch,
    hostile: options.hostile,
  });
  state.files.push(diceOf(options.seed, 'fileName', state.type, number).guid());
  state.stretch = stretch;
  state.fileBytes = 0;
  state.chunkBytes = 0;
  await mkdir(join(options.folder, 'csv', state.type), { recursive: true });
  const header = csv([state.style.columns]);
  await append(options, state, state.style.bom ? `\uFEFF${header}` : header);
  if (later) state.pending.push(...state.last);
}

async function flush(options: ExportOptions, state: TypeState): Promise<void> {
  const { pending, style } = state;
  if (!style || pending.length === 0) return;
  state.rows += pending.length;
  state.last = pending.slice(-repeatedRows);
  state.pending = [];
  const chunk = csv(pending.map((row) => style.columns.map((column) => cell(row, column, style))));
  state.chunkBytes = await append(options, state, chunk);
}

async function append(options: ExportOptions, state: TypeState, text: string): Promise<number> {
  const content = Buffer.from(text, 'utf8');
  await appendFile(join(options.folder, 'csv', state.type, state.files.at(-1) ?? ''), content);
  state.bytes += content.length;
  state.fileBytes += content.length;
  return content.length;
}

function cell(row: InteractionRow, column: string, style: FileStyle): string {
  const value = row[column] ?? style.fixed[column] ?? '';
  return column === 'Timestamp' && style.time === 'us' ? usTime(value) : value;
}

const csv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { quoted: true, quoted_empty: true, record_delimiter: '\r\n' },
  );

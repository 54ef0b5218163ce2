import type { RefusalCode } from '@record-insights/domain';
import type { Delivery } from '../service';
import { openExport, type ExportFile } from './exportFolder';
import type { Positions } from './positions';
import { rowsOf, UnreadableFile, type FilePosition } from './readFile';

interface Refused {
  /** Place of the row in the delivery. */
  readonly index: number;
  readonly code: RefusalCode;
}

/** Where the rows go. */
export interface Destination {
  ingest(delivery: Delivery): Promise<{ readonly accepted: number; readonly refused: readonly Refused[] }>;
  /** Resolves when what was sent is counted, so that the import never runs far ahead. */
  settled(): Promise<void>;
}

export interface TypeSummary {
  readonly type: string;
  rows: number;
  accepted: number;
  /** Rows whose InteractionType cell names another type than their folder; the cell holds. */
  otherType: number;
  readonly refused: Map<RefusalCode, number>;
}

export interface ImportSummary {
  readonly files: number;
  /** Files with nothing new since the last import. */
  readonly unchanged: number;
  readonly rows: number;
  readonly types: readonly TypeSummary[];
  /** Every UsageType met, with its rows. */
  readonly usageTypes: ReadonlyMap<string, number>;
  /** Files that could not be read, each with what is wrong. */
  readonly failures: readonly string[];
  /** Files whose last row is not whole yet; the next import goes on there. */
  readonly unfinished: readonly string[];
}

/** How far an import is; what imports before it took in does not count. */
export interface Progress {
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

const rowsPerDelivery = 5_000;
const rowsAhead = 10_000;
/** Characters of a delivery; rows may be long. */
const charactersPerDelivery = 8 * 1024 * 1024;

/**
 * Takes in an export folder from where the last import of it ended. Interrupted at any point and started again it ends
 * in the same numbers: a position is saved only after its rows are durable, and rows that come twice count once.
 */
export async function importExport(
  folder: string,
  destination: Destination,
  positions: Positions,
  onProgress: (progress: Progress) => void,
): Promise<ImportSummary> {
  const { files } = await openExport(folder);
  const parts: FilePart[] = [];
  for (const file of files) parts.push(partOf(file, await positions.of(file.name)));
  const run = newRun(
    destination,
    positions,
    onProgress,
    parts.reduce((sum, part) => sum + bytesOf(part), 0),
  );
  for (const part of parts) await run.read(part);
  await run.send();
  await destination.settled();
  return run.summary(files.length);
}

/** A file from where the last import ended. */
interface FilePart {
  readonly file: ExportFile;
  /** Undefined from its beginning. */
  readonly from: FilePosition | undefined;
}

/** A file that is shorter than what was taken in of it is another one. */
const partOf = (file: ExportFile, saved: FilePosition | undefined): FilePart => ({
  file,
  from: saved !== undefined && saved.offset <= file.size ? saved : undefined,
});

const startOf = ({ from }: FilePart): number => from?.offset ?? 0;
const bytesOf = (part: FilePart): number => part.file.size - startOf(part);

function newRun(
  destination: Destination,
  positions: Positions,
  onProgress: (progress: Progress) => void,
  totalBytes: number,
): Run {
  const types = new Map<string, TypeSummary>();
  const usageTypes = new Map<string, number>();
  const failures: string[] = [];
  const unfinished: string[] = [];
  let pending: Readonly<Record<string, string>>[] = [];
  let pendingTypes: TypeSummary[] = [];
  let reached = new Map<string, FilePosition>();
  let [unchanged, rows, ahead, bytes, characters] = [0, 0, 0, 0, 0];

  const summaryOf = (type: string): TypeSummary => {
    const summary = types.get(type) ?? {
      type,
      rows: 0,
      accepted: 0,
      otherType: 0,
      refused: new Map<RefusalCode, number>(),
    };
    types.set(type, summary);
    return summary;
  };

  async function send(): Promise<void> {
    if (pending.length > 0) tell(pendingTypes, await destination.ingest({ rows: pending }));
    await positions.save(reached);
    ahead += pending.length;
    [pending, pendingTypes, reached, characters] = [[], [], new Map<string, FilePosition>(), 0];
    onProgress({ rows, bytes, totalBytes });
    if (ahead < rowsAhead) return;
    await destination.settled();
    ahead = 0;
  }

  async function read(part: FilePart): Promise<void> {
    const { file, from } = part;
    const start = startOf(part);
    if (start === file.size) unchanged += 1;
    const bytesBefore = bytes;
    let end = start;
    try {
      for await (const { row, position, isOpen } of rowsOf(file, from)) {
        if (row) add(file, row);
        end = isOpen ? file.size : position.offset;
        reached.set(file.name, position);
        bytes = bytesBefore + position.offset - start;
        if (pending.length >= rowsPerDelivery || characters >= charactersPerDelivery) await send();
      }
      if (end < file.size) unfinished.push(file.name);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      failures.push(error.message);
    }
    bytes = bytesBefore + bytesOf(part);
  }

  function add(file: ExportFile, row: Readonly<Record<string, string>>): void {
    const summary = summaryOf(file.type);
    summary.rows += 1;
    rows += 1;
    if (row['InteractionType'] !== undefined && row['InteractionType'] !== file.type) summary.otherType += 1;
    const usage = row['UsageType'];
    if (usage !== undefined) usageTypes.set(usage, (usageTypes.get(usage) ?? 0) + 1);
    pending.push(row['InteractionType'] === undefined ? { ...row, InteractionType: file.type } : row);
    pendingTypes.push(summary);
    characters += Object.values(row).reduce((sum, value) => sum + value.length, 0);
  }

  return {
    read,
    send,
    summary: (files) => ({ files, unchanged, rows, types: [...types.values()], usageTypes, failures, unfinished }),
  };
}

interface Run {
  read(part: FilePart): Promise<void>;
  send(): Promise<void>;
  summary(files: number): ImportSummary;
}

function tell(types: readonly TypeSummary[], { refused }: { readonly refused: readonly Refused[] }): void {
  const codes = new Map(refused.map(({ index, code }) => [index, code]));
  types.forEach((summary, index) => {
    const code = codes.get(index);
    if (code === undefined) summary.accepted += 1;
    else summary.refused.set(code, (summary.refused.get(code) ?? 0) + 1);
  });
}

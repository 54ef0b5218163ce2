import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { calendarUntil } from './calendar';
import { stretchOf } from './edition';
import { openExport, type ExportedType } from './exportFiles';
import { modelOf } from './model';
import { notableWatch, type NotableContacts } from './notable';
import { arrivalsOf, simulate } from './simulate';
import type { SampleOptions } from './world';

export interface SampleSummary {
  readonly records: Readonly<Record<string, number>>;
  /** Rows written, repeated ones included. */
  readonly rows: number;
  readonly rowsByType: Readonly<Record<string, number>>;
  readonly files: number;
  readonly bytes: number;
  readonly notable: NotableContacts;
}

export interface SampleProgress {
  readonly rows: number;
  /** Share of the sample's time that is written, 0 to 1. */
  readonly share: number;
}

/** 10 MB, where the exporter begins a new file. */
const largestFile = 10_000_000;
const progressEvery = 5000;

/**
 * Writes `records/<table>.json` and the export folder `export/` below the folder. The folder appears when all is
 * written; one that holds something is left alone, with an error.
 */
export async function writeSample(
  folder: string,
  options: SampleOptions & { readonly largestFile?: number },
  onProgress: (progress: SampleProgress) => void = () => undefined,
): Promise<SampleSummary> {
  await refuseFilled(folder);
  const part = `${resolve(folder)}.writing`;
  await rm(part, { recursive: true, force: true });
  await mkdir(join(part, 'records'), { recursive: true });
  const { records } = simulate(options);
  for (const [table, rows] of Object.entries(records)) {
    await writeFile(join(part, 'records', `${table}.json`), JSON.stringify(rows, undefined, 1));
  }
  const watch = notableWatch();
  const exported = await writeInteractions(join(part, 'export'), options, watch.see, onProgress);
  await rm(folder, { recursive: true, force: true });
  await mkdir(dirname(resolve(folder)), { recursive: true });
  await rename(part, folder);
  const counts = Object.entries(records).map(([table, rows]) => [table, rows.length] as const);
  return { ...totalsOf(exported), records: Object.fromEntries(counts), notable: watch.found(records['contact'] ?? []) };
}

async function refuseFilled(folder: string): Promise<void> {
  const found = await readdir(folder).catch(() => []);
  if (found.length > 0) throw new Error(`${folder} is not empty. Name a new folder, or empty this one first.`);
}

async function writeInteractions(
  folder: string,
  options: SampleOptions & { readonly largestFile?: number },
  see: ReturnType<typeof notableWatch>['see'],
  onProgress: (progress: SampleProgress) => void,
): Promise<readonly ExportedType[]> {
  const calendar = calendarUntil(options.until, options.zone);
  await mkdir(folder, { recursive: true });
  const files = openExport({ largestFile, ...options, folder, hostile: options.hostile === true });
  let rows = 0;
  for (const { at, row } of arrivalsOf(options)) {
    see(row);
    await files.write(row, stretchOf(at, calendar));
    rows += 1;
    if (rows % progressEvery === 0) {
      onProgress({ rows, share: (at - calendar.start) / (calendar.until - calendar.start) });
    }
  }
  const exported = await files.close();
  await writeFile(join(folder, 'model.json'), JSON.stringify(modelOf(exported), undefined, 2));
  onProgress({ rows, share: 1 });
  return exported;
}

function totalsOf(exported: readonly ExportedType[]): Omit<SampleSummary, 'records' | 'notable'> {
  const sum = (part: (type: ExportedType) => number): number => exported.reduce((total, type) => total + part(type), 0);
  return {
    rows: sum(({ rows }) => rows),
    rowsByType: Object.fromEntries(exported.map(({ type, rows }) => [type, rows])),
    files: sum(({ files }) => files.length),
    bytes: sum(({ bytes }) => bytes),
  };
}

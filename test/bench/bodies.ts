import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mix } from './mix';

export interface Bodies {
  /** Files of NDJSON, one a request. */
  readonly files: readonly string[];
  readonly rows: number;
  readonly bytes: number;
}

export const rowsPerRequest = 5_000;

/** Makes the requests beforehand, so that making them takes nothing from the service while it is measured. */
export async function writeBodies(folder: string, { row }: Mix, order: Uint32Array): Promise<Bodies> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  let bytes = 0;
  for (let i = 0; i < order.length; i += rowsPerRequest) {
    const lines = Array.from(order.subarray(i, i + rowsPerRequest), (n) => JSON.stringify(row(n)));
    const body = Buffer.from(lines.join('\n'));
    const file = join(folder, `${i}.ndjson`);
    await writeFile(file, body);
    files.push(file);
    bytes += body.length;
  }
  return { files, rows: order.length, bytes };
}

import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/** Zip times are local times without a zone: this one reads the same everywhere. */
const always = new Date(1980, 0, 1);
const plainFile = 0o100644;

/** Writes parts `[{ path, bytes }]` in the order of their paths: the same parts give the same bytes. */
export async function writeZip(file, parts) {
  const zip = new yazl.ZipFile();
  for (const { path, bytes } of [...parts].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    zip.addBuffer(bytes, path, { mtime: always, mode: plainFile, forceDosTimestamp: true });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
}

import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const endLength = 22;
const stored = 0;

/** The files of a zip by path, in the order of its directory. Read here by other code than wrote it. */
export function readZip(file: string): ReadonlyMap<string, Buffer> {
  const zip = readFileSync(file);
  const end = zip.length - endLength;
  if (zip.readUInt32LE(end) !== endOfDirectory)
    throw new Error(`${file} does not end as a zip without a comment does.`);
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const path = zip.toString('utf8', at + 46, nameEnd);
    files.set(path, contentAt(zip, zip.readUInt32LE(at + 42), zip.readUInt32LE(at + 20)));
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function contentAt(zip: Buffer, header: number, length: number): Buffer {
  const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const bytes = zip.subarray(from, from + length);
  return zip.readUInt16LE(header + 8) === stored ? bytes : inflateRawSync(bytes);
}

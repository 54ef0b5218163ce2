/**
 * The place of a row in the embedded store: table, partition and row, parted by U+0000, which no key contains, so
 * that the order of the paths is the order of the rows.
 */
export const rowPath = (table: string, partition: string, row: string): string => `${table}\0${partition}\0${row}`;

/** The first path after all rows of the partition. */
export const pathAfter = (table: string, partition: string): string => `${table}\0${partition}\u0001`;

/**
 * Paths as bytes whose order is the order by code unit: UTF-8, save that a character beyond U+FFFF is written as its
 * two surrogates (CESU-8), since UTF-8 would put it after U+E000–U+FFFF.
 */
export const pathEncoder = {
  writeKey(path: string, target: Buffer, start: number): number {
    if (!/[\ud800-\udfff]/.test(path)) return start + target.write(path, start, 'utf8');
    let end = start;
    for (let i = 0; i < path.length; i++) end = writeUnit(path.charCodeAt(i), target, end);
    return end;
  },
  readKey(source: Uint8Array, start: number, end: number): string {
    const bytes = Buffer.from(source.buffer, source.byteOffset + start, end - start);
    const path = bytes.toString('utf8');
    return path.includes('\ufffd') ? readUnits(bytes) : path;
  },
};

function writeUnit(unit: number, target: Buffer, at: number): number {
  if (unit < 0x80) return target.writeUInt8(unit, at);
  if (unit < 0x800) return target.writeUInt16BE(0xc080 | ((unit << 2) & 0x1f00) | (unit & 0x3f), at);
  target.writeUInt8(0xe0 | (unit >> 12), at);
  return target.writeUInt16BE(0x8080 | ((unit << 2) & 0x3f00) | (unit & 0x3f), at + 1);
}

function readUnits(bytes: Buffer): string {
  const units: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes.readUInt8(at);
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : 3;
    const lead = length === 1 ? first : first & (length === 2 ? 0x1f : 0x0f);
    const rest = bytes.subarray(at + 1, at + length);
    units.push(rest.reduce((unit, byte) => (unit << 6) | (byte & 0x3f), lead));
    at += length;
  }
  return units.map((unit) => String.fromCharCode(unit)).join('');
}

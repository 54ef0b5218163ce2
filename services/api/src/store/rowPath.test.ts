import fc from 'fast-check';
import { pathAfter, pathEncoder, rowPath } from './rowPath';

const part = fc.string({
  unit: fc.constantFrom('a', 'B', '0', '!', '~', 'é', '日', '\ud7ff', '\ue000', '\uffff', '😀', '𐀀'),
});
const key = fc.tuple(part, part).map(([partition, row]) => rowPath('table', partition, row));
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function bytesOf(path: string): Buffer {
  const buffer = Buffer.alloc(4096);
  return buffer.subarray(0, pathEncoder.writeKey(path, buffer, 0));
}

test('the bytes of paths sort as the paths do by code unit, also beyond U+FFFF', () => {
  fc.assert(
    fc.property(key, key, (a, b) => {
      expect(Math.sign(Buffer.compare(bytesOf(a), bytesOf(b)))).toBe(byCodeUnit(a, b));
    }),
    { numRuns: 2000 },
  );
});

test('a path is read from its bytes as it was written, wherever they lie', () => {
  fc.assert(
    fc.property(key, fc.nat(20), (path, start) => {
      const buffer = Buffer.alloc(4096, 0xff);
      const end = pathEncoder.writeKey(path, buffer, start);
      expect(pathEncoder.readKey(buffer, start, end)).toBe(path);
    }),
  );
});

test('the path after a partition lies behind all its rows and before the next partition', () => {
  fc.assert(
    fc.property(part, part, part, (partition, row, other) => {
      const after = pathAfter('table', partition);
      expect(rowPath('table', partition, row) < after).toBe(true);
      if (other > partition) expect(rowPath('table', other, '') > after || !other.startsWith(partition)).toBe(true);
    }),
  );
});

import type { Operation, Value, Values } from '@record-insights/api/store/tableStore';
import { allRows, aPartition, plain, rowOf, table, type StoreUnderTest } from './storeUnderTest';

const KiB = 1024;
const bytes = (length: number, seed = 0): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 31 + seed) % 256);

export function describeValues(store: StoreUnderTest): void {
  async function expectSame(values: Values): Promise<void> {
    const partition = aPartition();
    await store().write(table, partition, [{ kind: 'create', row: 'r', values }]);
    expect(plain((await rowOf(store(), partition, 'r')).values)).toEqual(plain(values));
    const [ranged] = await allRows(store(), partition);
    expect(plain(ranged?.values ?? {})).toEqual(plain(values));
  }

  test.each([0n, 1n, -1n, 5n, 127n, 128n, -129n, 2n ** 31n, 2n ** 32n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)])(
    'the Int64 %s stays the same bigint',
    (value) => expectSame({ value }),
  );

  test.each([
    0,
    5,
    -1,
    0.1,
    -1.5,
    2 ** 31,
    2 ** 40,
    2 ** 53,
    1e21,
    1e300,
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    Number.EPSILON,
  ])('the Double %d stays the same number, also when it is whole', (value) => expectSame({ value }));

  test.each([true, false])('the boolean %s stays', (value) => expectSame({ value }));

  test.each([
    '',
    ' ',
    '5',
    'true',
    'Ærlig – „quoted“ 日本語 😀👩‍👩‍👧',
    'a\nb\r\nc\td',
    `"'\\/ {"odata.type":"x"} }} --changeset_1`,
    '\u0000\u0001\u007f',
    '2024-01-01T00:00:00Z',
    '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10',
    'DELETE http://example.org/x HTTP/1.1',
  ])('the string %j stays', (value) => expectSame({ value }));

  test.each([0, 1, 2, 3, 255, 256, 64 * KiB])('%i bytes of binary stay', (length) =>
    expectSame({ value: bytes(length) }),
  );

  test('a row may be without any property', () => expectSame({}));

  test('the types stay apart in one row', () =>
    expectSame({ bigint: 5n, number: 5, string: '5', boolean: true, binary: new Uint8Array([5]), _other1: 'x' }));

  test('a row of 250 properties comes back whole', () =>
    expectSame(Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`column${i}`, i % 2 ? `v${i}` : BigInt(i)]))));

  test('16 MiB as chunk rows, each with 800 KiB split over properties, come back byte by byte', async () => {
    const partition = aPartition();
    const sizes = [...Array<number>(12).fill(64 * KiB), 32 * KiB];
    const chunk = (i: number): Values =>
      Object.fromEntries(sizes.map((size, s): [string, Uint8Array] => [`d${s}`, bytes(size, i + s)]));
    const rows = Array.from({ length: 20 }, (_, i): Operation => ({
      kind: 'create',
      row: `chunk${String(i).padStart(2, '0')}`,
      values: chunk(i),
    }));
    for (let i = 0; i < rows.length; i += 3) await store().write(table, partition, rows.slice(i, i + 3));
    const found = await allRows(store(), partition, 5);
    expect(found.map(({ row }) => row)).toEqual(rows.map(({ row }) => row));
    const differing = found.flatMap(({ row, values }, i) => {
      const same = sizes.every((size, s) => Buffer.compare(binary(values[`d${s}`]), bytes(size, i + s)) === 0);
      return same && Object.keys(values).length === sizes.length ? [] : [row];
    });
    expect(differing).toEqual([]);
  }, 60_000);
}

function binary(value: Value | undefined): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new Error('Not binary');
}

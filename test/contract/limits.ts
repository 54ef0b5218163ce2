import { LimitExceeded, limits, type Operation, type Values } from '@record-insights/api/store/tableStore';
import { allRows, aPartition, rowOf, table, type StoreUnderTest } from './storeUnderTest';

const created = (row: string, values: Values = {}): Operation => ({ kind: 'create', row, values });
const manyRows = (count: number): Operation[] => Array.from({ length: count }, (_, i) => created(`r${i}`));
const manyProperties = (count: number): Values =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, true]));

/** Rows of one 64 KiB property and more of them, which as base64 take 87,384 bytes each. */
const slices = (count: number): Operation[] =>
  Array.from({ length: Math.ceil(count / 12) }, (_, r) =>
    created(
      `r${r}`,
      Object.fromEntries(
        Array.from({ length: Math.min(12, count - r * 12) }, (_, i) => [`d${i}`, new Uint8Array(64 * 1024)]),
      ),
    ),
  );

/** A row of key `r` in a partition of 46 characters whose size is 1 MiB and `more` as Azure counts. */
function rowOfOneMebibyte(more: number): Operation {
  const sixteenth = (name: string, bytes: number): [string, Uint8Array] => [name, new Uint8Array(bytes)];
  const full = Array.from({ length: 15 }, (_, i) => sixteenth(`p${i.toString(16)}`, 64 * 1024));
  const spent = 4 + (46 + 1) * 2 + 16 * (8 + 4 + 4) + 15 * 64 * 1024;
  return created('r', Object.fromEntries([...full, sixteenth('pf', limits.bytesPerRow - spent + more)]));
}

export function describeLimits(store: StoreUnderTest): void {
  const write = (operations: readonly Operation[], partition = aPartition()): Promise<void> =>
    store().write(table, partition, operations);

  describe.each<[string, () => readonly Operation[], () => readonly Operation[]]>([
    ['100 operations, not 101', () => manyRows(100), () => manyRows(101)],
    [
      '64 KiB in a string, counted in UTF-16, not 2 bytes more',
      () => [created('r', { value: 'é'.repeat(32 * 1024) })],
      () => [created('r', { value: 'a'.repeat(32 * 1024 + 1) })],
    ],
    [
      '64 KiB in a binary property, not a byte more',
      () => [created('r', { value: new Uint8Array(64 * 1024) })],
      () => [created('r', { value: new Uint8Array(64 * 1024 + 1) })],
    ],
    ['252 properties, not 253', () => [created('r', manyProperties(252))], () => [created('r', manyProperties(253))]],
    ['1 MiB in a row, not a byte more', () => [rowOfOneMebibyte(0)], () => [rowOfOneMebibyte(1)]],
    ['4 MiB in a transaction as it is sent, not more', () => slices(47), () => slices(48)],
    ['a row key of 1 KiB, not more', () => [created('日'.repeat(512))], () => [created('a'.repeat(513))]],
    [
      'Int64, nothing beyond',
      () => [created('r', { value: 2n ** 63n - 1n }), created('s', { value: -(2n ** 63n) })],
      () => [created('r', { value: 2n ** 63n })],
    ],
    [
      'property names of letters, digits and _, up to 255 of them',
      () => [created('r', { [`_${'a'.repeat(254)}`]: 1n, A1: 1n, etags: 1n })],
      () => [created('r', { ['a'.repeat(256)]: 1n })],
    ],
  ])('takes %s', (_name, taken, refused) => {
    test('on this side', async () => {
      const partition = aPartition();
      await write(taken(), partition);
      expect(await allRows(store(), partition, 20)).toHaveLength(taken().length);
    });

    test('on the other side nothing is written', async () => {
      const partition = aPartition();
      await expect(write(refused(), partition)).rejects.toBeInstanceOf(LimitExceeded);
      expect(await allRows(store(), partition, 20)).toEqual([]);
    });
  });

  test('a partition key may have 1 KiB, not more', async () => {
    const longest = aPartition().padEnd(512, '日');
    await write([created('日'.repeat(512), { n: 1n })], longest);
    expect((await rowOf(store(), longest, '日'.repeat(512))).values).toEqual({ n: 1n });
    await expect(write([created('r')], `${longest}x`)).rejects.toBeInstanceOf(LimitExceeded);
    await expect(store().range(table, `${longest}x`)).rejects.toBeInstanceOf(LimitExceeded);
  });

  test.each(['/', '\\', '#', '?', '\u0000', '\t', '\n', '\u001f', '\u007f', '\u009f', '\ud800'])(
    'the character %j in a key is refused, read or written',
    async (character) => {
      const key = `a${character}b`;
      const partition = aPartition();
      await expect(write([created('r')], key)).rejects.toBeInstanceOf(LimitExceeded);
      await expect(write([created(key)], partition)).rejects.toBeInstanceOf(LimitExceeded);
      await expect(write([{ kind: 'delete', row: key }], partition)).rejects.toBeInstanceOf(LimitExceeded);
      await expect(store().get(table, { partition, row: key })).rejects.toBeInstanceOf(LimitExceeded);
      await expect(store().getMany(table, [{ partition: key, row: 'r' }])).rejects.toBeInstanceOf(LimitExceeded);
      await expect(store().range(table, key)).rejects.toBeInstanceOf(LimitExceeded);
    },
  );

  test.each(['', '1a', 'a b', 'a-b', 'a.b', 'é', 'PartitionKey', 'rowKey', 'timestamp', 'etag', 'odata.type'])(
    'the property name %j is refused',
    (name) => expect(write([created('r', { [name]: 'x' })])).rejects.toBeInstanceOf(LimitExceeded),
  );

  test.each([NaN, Infinity, -Infinity, 'half a character: \udc00'])('the value %j is refused', (value) =>
    expect(write([created('r', { value })])).rejects.toBeInstanceOf(LimitExceeded),
  );

  test('one row twice in a transaction is refused', () =>
    expect(write([created('r'), { kind: 'delete', row: 'r' }])).rejects.toBeInstanceOf(LimitExceeded));

  test.each(['', 'ab', '1abc', 'a-b-c', 'a'.repeat(64)])('the table name %j is refused', (name) =>
    expect(store().get(name, { partition: 'p', row: 'r' })).rejects.toBeInstanceOf(LimitExceeded),
  );

  test.each([0, -1, 1.5, 1001])('a page of %d rows is refused', (limit) =>
    expect(store().range(table, aPartition(), { limit })).rejects.toBeInstanceOf(LimitExceeded),
  );
}

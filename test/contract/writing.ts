import { setTimeout } from 'node:timers/promises';
import { RowChanged, RowExists, type Operation, type TableStore } from '@record-insights/api/store/tableStore';
import { allRows, aPartition, rowOf, table, type StoreUnderTest } from './storeUnderTest';

export function describeWriting(store: StoreUnderTest): void {
  test('a row that was created is read as it was written', async () => {
    const partition = aPartition();
    await store().write(table, partition, [{ kind: 'create', row: 'r', values: { name: 'Ada', visits: 3n } }]);
    const { etag, ...row } = await rowOf(store(), partition, 'r');
    expect(row).toEqual({ partition, row: 'r', values: { name: 'Ada', visits: 3n } });
    expect(etag).toMatch(/./);
  });

  test('a write without operations changes nothing', async () => {
    const partition = aPartition();
    await store().write(table, partition, []);
    expect(await allRows(store(), partition)).toEqual([]);
  });

  test('rows of the same keys in another partition or table are other rows', async () => {
    const [partition, other] = [aPartition(), aPartition()];
    await store().write(table, partition, [{ kind: 'create', row: 'r', values: { n: 1n } }]);
    await store().write(table, other, [{ kind: 'create', row: 'r', values: { n: 2n } }]);
    await store().write('another', partition, [{ kind: 'create', row: 'r', values: { n: 3n } }]);
    expect((await rowOf(store(), partition, 'r')).values).toEqual({ n: 1n });
    expect((await rowOf(store(), other, 'r')).values).toEqual({ n: 2n });
  });

  test.each(['put', 'replace'] as const)('%s leaves nothing of the values before', async (kind) => {
    const partition = aPartition();
    await store().write(table, partition, [{ kind: 'create', row: 'r', values: { a: 1n, b: 'b' } }]);
    const { etag } = await rowOf(store(), partition, 'r');
    const values = { b: 'c' };
    await store().write(table, partition, [
      kind === 'put' ? { kind, row: 'r', values } : { kind, row: 'r', values, etag },
    ]);
    expect((await rowOf(store(), partition, 'r')).values).toEqual({ b: 'c' });
  });

  test('put makes the row where there is none', async () => {
    const partition = aPartition();
    await store().write(table, partition, [{ kind: 'put', row: 'r', values: { a: 1n } }]);
    expect((await rowOf(store(), partition, 'r')).values).toEqual({ a: 1n });
  });

  test('every write gives the row another etag, also the same values and a row made again', async () => {
    const partition = aPartition();
    const etags: string[] = [];
    const values = { a: 1n };
    for (const kind of ['create', 'put', 'put', 'delete', 'create'] as const) {
      await store().write(table, partition, [kind === 'delete' ? { kind, row: 'r' } : { kind, row: 'r', values }]);
      if (kind !== 'delete') etags.push((await rowOf(store(), partition, 'r')).etag);
    }
    expect(new Set(etags).size).toBe(4);
  });

  test('200 increments at once, each tried again when it was overtaken, add up to 200', async () => {
    const partition = aPartition();
    await store().write(table, partition, [{ kind: 'create', row: 'r', values: { n: 0n } }]);
    await Promise.all(Array.from({ length: 200 }, () => increment(store(), partition)));
    expect((await rowOf(store(), partition, 'r')).values).toEqual({ n: 200n });
  }, 60_000);

  describe('refuses the whole transaction', () => {
    /** Rows a and b, and the etag that b had before its last change. */
    async function given(): Promise<{ partition: string; stale: string }> {
      const partition = aPartition();
      await store().write(table, partition, [
        { kind: 'create', row: 'a', values: { n: 1n } },
        { kind: 'create', row: 'b', values: { n: 1n } },
      ]);
      const { etag: stale } = await rowOf(store(), partition, 'b');
      await store().write(table, partition, [{ kind: 'put', row: 'b', values: { n: 2n } }]);
      return { partition, stale };
    }

    const values = { n: 9n };
    const refused: readonly [string, (stale: string) => Operation, typeof RowExists | typeof RowChanged][] = [
      ['a create of a row that exists', () => ({ kind: 'create', row: 'b', values }), RowExists],
      ['a replace with a stale etag', (etag) => ({ kind: 'replace', row: 'b', values, etag }), RowChanged],
      ['a replace of a row that is gone', (etag) => ({ kind: 'replace', row: 'x', values, etag }), RowChanged],
      ['a delete with a stale etag', (etag) => ({ kind: 'delete', row: 'b', etag }), RowChanged],
      ['a delete with the etag of a row that is gone', (etag) => ({ kind: 'delete', row: 'x', etag }), RowChanged],
    ];
    describe.each(refused)('for %s', (_name, refusedOne, Refusal) => {
      test.each([0, 1, 2, 3])('at place %i, and says so', async (place) => {
        const { partition, stale } = await given();
        const before = await allRows(store(), partition);
        const operations: Operation[] = [
          { kind: 'put', row: 'a', values },
          { kind: 'create', row: 'c', values },
          { kind: 'delete', row: 'nothing' },
        ];
        operations.splice(place, 0, refusedOne(stale));
        const failure: unknown = await store()
          .write(table, partition, operations)
          .catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(Refusal);
        expect(failure).toHaveProperty('index', place);
        expect(await allRows(store(), partition)).toEqual(before);
      });
    });
  });

  describe('deletes', () => {
    test('a row in the state that the etag names, among other operations', async () => {
      const partition = aPartition();
      await store().write(table, partition, [{ kind: 'create', row: 'r', values: {} }]);
      const { etag } = await rowOf(store(), partition, 'r');
      await store().write(table, partition, [
        { kind: 'create', row: 'before', values: {} },
        { kind: 'delete', row: 'r', etag },
        { kind: 'put', row: 'after', values: {} },
      ]);
      expect((await allRows(store(), partition)).map(({ row }) => row)).toEqual(['after', 'before']);
    });

    test('whatever state a row is in when no etag is given, and misses no row', async () => {
      const partition = aPartition();
      await store().write(table, partition, [{ kind: 'create', row: 'r', values: {} }]);
      await store().write(table, partition, [
        { kind: 'delete', row: 'never' },
        { kind: 'delete', row: 'r' },
        { kind: 'create', row: 's', values: {} },
        { kind: 'delete', row: 'neither' },
      ]);
      expect((await allRows(store(), partition)).map(({ row }) => row)).toEqual(['s']);
    });
  });
}

/** Adds one to the row, again and again until nobody came between; waits a little, so that somebody gets through. */
async function increment(store: TableStore, partition: string, attempt = 0): Promise<void> {
  const { etag, values } = await rowOf(store, partition, 'r');
  if (typeof values['n'] !== 'bigint') throw new Error('n is not an Int64');
  try {
    await store.write(table, partition, [{ kind: 'replace', row: 'r', values: { n: values['n'] + 1n }, etag }]);
  } catch (error) {
    if (!(error instanceof RowChanged)) throw error;
    await setTimeout(Math.random() * Math.min(4000, 50 * 2 ** attempt));
    await increment(store, partition, attempt + 1);
  }
}

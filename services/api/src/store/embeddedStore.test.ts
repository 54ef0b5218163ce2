import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from './embeddedStore';
import { StoreUnavailable, type Operation, type TableStore } from './tableStore';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedded-'));
});
afterEach(() => rm(folder, { recursive: true }));

const put = (row: string, n: bigint): Operation => ({ kind: 'put', row, values: { n } });

async function opened<T>(use: (store: TableStore) => Promise<T>): Promise<T> {
  const store = await openEmbeddedStore(folder);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const refusal = (path: string): Promise<unknown> =>
  openEmbeddedStore(path).then(
    () => 'it opened',
    (error: unknown) => error,
  );

test('what was written is there when the store is opened again, and no etag is given twice', async () => {
  const etags = new Set<string | undefined>();
  for (const n of [1n, 2n, 3n]) {
    await opened((store) => store.write('table', 'p', [put('r', n), put('s', n)]));
    const row = await opened((store) => store.get('table', { partition: 'p', row: 'r' }));
    expect(row?.values).toEqual({ n });
    etags.add(row?.etag);
    await opened((store) => store.write('table', 'p', [{ kind: 'delete', row: 'r' }]));
  }
  expect(etags.size).toBe(3);
});

test('the store is made with its folders, and told of by one file', async () => {
  const deep = join(folder, 'a', 'b');
  const store = await openEmbeddedStore(deep);
  await store.write('table', 'p', [put('r', 1n)]);
  await store.close();
  expect((await stat(join(deep, 'data.mdb'))).size).toBeGreaterThan(0);
});

test('a file that another process is still making is waited for', async () => {
  await opened((store) => store.write('table', 'p', [put('r', 7n)]));
  const path = join(folder, 'data.mdb');
  const whole = await readFile(path);
  await writeFile(path, whole.subarray(0, 100));
  setTimeout(() => void writeFile(path, whole), 60);
  expect(await opened((store) => store.get('table', { partition: 'p', row: 'r' }))).toMatchObject({
    values: { n: 7n },
  });
});

test('a store that was closed says so', async () => {
  const store = await openEmbeddedStore(folder);
  await store.close();
  await store.close();
  await expect(store.get('table', { partition: 'p', row: 'r' })).rejects.toThrow('was closed: open it again');
  await expect(store.write('table', 'p', [put('r', 1n)])).rejects.toBeInstanceOf(StoreUnavailable);
});

describe('A folder that cannot be used is named with what to do', () => {
  const underProc = process.platform === 'linux' ? test : test.skip;
  underProc('when a parent refuses without saying why', async () => {
    expect(await refusal('/proc/record-insights')).toBeInstanceOf(StoreUnavailable);
  });

  test('when it is a file', async () => {
    await writeFile(join(folder, 'file'), 'text');
    const failure = await refusal(join(folder, 'file'));
    expect(failure).toBeInstanceOf(StoreUnavailable);
    expect(String(failure)).toMatch(/is not a folder with a store in it: name another folder/);
  });

  test('when it lies below a file', async () => {
    await writeFile(join(folder, 'file'), 'text');
    expect(String(await refusal(join(folder, 'file', 'below')))).toMatch(/name another folder/);
  });

  test('when data.mdb is a folder', async () => {
    await openEmbeddedStore(join(folder, 'data.mdb')).then((store) => store.close());
    expect(String(await refusal(folder))).toMatch(/is not a folder with a store in it/);
  });

  test.each([
    ['something else', 'a letter to the editor '.repeat(1000)],
    ['a few bytes', 'x'],
  ])('when its file is %s', async (_name, content) => {
    await writeFile(join(folder, 'data.mdb'), content);
    const failure = await refusal(folder);
    expect(failure).toBeInstanceOf(StoreUnavailable);
    expect(String(failure)).toMatch(/data\.mdb .* is damaged or not a store's: put a backup in its place/);
  });

  test('when its file was cut off', async () => {
    const rows = Array.from({ length: 100 }, (_, i) => put(`r${i}`, BigInt(i)));
    await opened(async (store) => {
      for (let partition = 0; partition < 50; partition++) await store.write('table', `p${partition}`, rows);
    });
    await truncate(join(folder, 'data.mdb'), 20_000);
    expect(String(await refusal(folder))).toMatch(/is damaged or not a store's/);
  });
});

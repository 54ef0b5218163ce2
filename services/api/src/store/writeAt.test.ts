import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from './embeddedStore';
import { limits, type Operation, type StoredRow, type TableStore } from './tableStore';
import { Overtaken, writeAt, type RowChange } from './writeAt';

let folder = '';
let store: TableStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'writeAt-'));
  store = await openEmbeddedStore(folder);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const plusOne = (row: string): RowChange => ({
  row,
  next: (before) => ({ n: ((before?.values['n'] as bigint | undefined) ?? 0n) + 1n }),
});
const stored = async (row: string): Promise<StoredRow['values'] | undefined> =>
  (await store.get('table', { partition: 'p', row }))?.values;
const write = (group: number, changes: readonly RowChange[], over = store): Promise<void> =>
  writeAt(over, 'table', 'p', group, changes);

test('a group makes and changes rows, and stamps them; done again it changes nothing', async () => {
  await write(1, [plusOne('a')]);
  for (let again = 0; again < 3; again++) await write(2, [plusOne('a'), plusOne('b')]);
  expect(await stored('a')).toEqual({ n: 2n, g: 2n });
  expect(await stored('b')).toEqual({ n: 1n, g: 2n });
});

test('a row that wants no change keeps the stamp that it has', async () => {
  await write(1, [plusOne('a')]);
  await write(2, [{ row: 'a', next: () => undefined }, plusOne('b')]);
  expect(await stored('a')).toEqual({ n: 1n, g: 1n });
});

test('who writes for a group that is finished is told so, and writes nothing', async () => {
  await write(5, [plusOne('a')]);
  await expect(write(4, [plusOne('b'), plusOne('a')])).rejects.toBeInstanceOf(Overtaken);
  expect([await stored('a'), await stored('b')]).toEqual([{ n: 1n, g: 5n }, undefined]);
});

test('several drivers of one group do what one does', async () => {
  const rows = Array.from({ length: 250 }, (_, i) => plusOne(`r${i}`));
  await write(1, rows);
  await Promise.all(Array.from({ length: 4 }, () => write(2, rows)));
  const { rows: found } = await store.range('table', 'p');
  expect(found.map(({ values }) => values)).toEqual(Array(250).fill({ n: 2n, g: 2n }));
});

test('a row that changed since it was read is read again, and what is next is made anew', async () => {
  await write(1, [plusOne('a')]);
  const known = new Map([['a', await store.get('table', { partition: 'p', row: 'a' })]]);
  await store.write('table', 'p', [{ kind: 'put', row: 'a', values: { n: 7n, g: 1n } }]);
  await writeAt(store, 'table', 'p', 2, [plusOne('a')], known);
  expect(await stored('a')).toEqual({ n: 8n, g: 2n });
});

test('rows of any size go out in as few transactions as the store takes', async () => {
  const sent: (readonly Operation[])[] = [];
  const counting: TableStore = {
    ...store,
    write: (table, partition, operations) => {
      sent.push(operations);
      return store.write(table, partition, operations);
    },
  };
  const heavy = Array.from({ length: 60 }, (_, i): RowChange => ({
    row: `heavy${String(i).padStart(2, '0')}`,
    next: () => ({ d0: new Uint8Array(limits.bytesPerProperty).fill(i) }),
  }));
  const light = Array.from({ length: 250 }, (_, i) => plusOne(`light${i}`));
  await write(1, [...heavy, ...light], counting);
  expect(sent.flat()).toHaveLength(310);
  expect(sent.length).toBeLessThan(6);
  const { rows } = await store.range('table', 'p', { before: 'i' });
  expect(rows.every(({ values: { d0 } }, i) => d0 instanceof Uint8Array && d0.every((byte) => byte === i))).toBe(true);
});

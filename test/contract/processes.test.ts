import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '@record-insights/api/store/embeddedStore';
import type { TableStore } from '@record-insights/api/store/tableStore';
import { bundle } from './bundle';
import { allRows, aPartition, rowOf, table } from './storeUnderTest';

let folder = '';
let store: TableStore;
const script = bundle('test/contract/anotherProcess.ts');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'processes-'));
  store = await openEmbeddedStore(folder);
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const another = (...task: readonly string[]): ChildProcess =>
  fork(script, [folder, ...task], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });

test.each([1, 2, 7, 40, 200])(
  'what a process that is killed had acknowledged is there, after %i transactions, and no half transaction',
  async (transactions) => {
    const partition = aPartition();
    const writer = another(partition, 'append');
    const ended = once(writer, 'exit');
    let acknowledged = -1;
    writer.on('message', (number) => {
      acknowledged = Number(number);
      if (acknowledged + 1 >= transactions) writer.kill('SIGKILL');
    });
    await ended;
    const rows = await allRows(store, partition);
    expect(acknowledged + 1).toBeGreaterThanOrEqual(transactions);
    expect(rows.length).toBeGreaterThanOrEqual((acknowledged + 1) * 5);
    expect(rows.length % 5).toBe(0);
    expect(rows.map(({ values }) => Number(values['number']))).toEqual(rows.map((_, i) => Math.floor(i / 5)));
  },
  30_000,
);

test('processes that count up one row at once lose nothing', async () => {
  const partition = aPartition();
  await store.write(table, partition, [{ kind: 'create', row: 'sum', values: { n: 0n } }]);
  const counting = Array.from({ length: 3 }, () => another(partition, 'count', '100'));
  const codes = await Promise.all(counting.map(async (one) => (await once(one, 'exit')) as [number]));
  expect(codes.map(([code]) => code)).toEqual([0, 0, 0]);
  expect((await rowOf(store, partition, 'sum')).values).toEqual({ n: 300n });
}, 30_000);

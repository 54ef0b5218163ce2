import { openEmbeddedStore } from '@record-insights/api/store/embeddedStore';
import { RowChanged, type Operation, type TableStore } from '@record-insights/api/store/tableStore';

const table = 'contract';
const [folder = '', partition = '', task = '', times = '0'] = process.argv.slice(2);

/** Writes transaction after transaction of five rows, telling of each when it is done, until somebody kills it. */
async function append(store: TableStore): Promise<never> {
  for (let number = 0; ; number++) {
    const rows = Array.from({ length: 5 }, (_, i): Operation => ({
      kind: 'create',
      row: `${String(number).padStart(6, '0')}-${i}`,
      values: { number: BigInt(number), bytes: new Uint8Array(2000).fill(number) },
    }));
    await store.write(table, partition, rows);
    process.send?.(number);
  }
}

/** Adds one to the row `sum`, so many times. */
async function count(store: TableStore): Promise<void> {
  for (let left = Number(times); left > 0;) {
    const sum = await store.get(table, { partition, row: 'sum' });
    if (typeof sum?.values['n'] !== 'bigint') throw new Error('There is no sum');
    const values = { n: sum.values['n'] + 1n };
    try {
      await store.write(table, partition, [{ kind: 'replace', row: 'sum', values, etag: sum.etag }]);
      left -= 1;
    } catch (error) {
      if (!(error instanceof RowChanged)) throw error;
    }
  }
}

async function main(): Promise<void> {
  const store = await openEmbeddedStore(folder);
  await (task === 'append' ? append(store) : count(store));
  await store.close();
}

void main();

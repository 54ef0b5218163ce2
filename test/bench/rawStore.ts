import { performance } from 'node:perf_hooks';
import { perSecond, tenths, type RawFigures } from './figures';
import { limits, type Operation, type TableStore } from '@record-insights/api/store/tableStore';

const table = 'rawbench';
const partitions = 64;
/** Transactions under way at once. */
const writers = 16;

export interface RawRows {
  /** Numbers of the rows, in the order in which they come. */
  readonly order: Uint32Array;
  readonly bytesPerRow: number;
}

/**
 * How fast the store takes rows by itself, in full and durable transactions: the measure that the service's own speed
 * is held against. Keys sort as the numbers of the rows.
 */
export async function measureRawWrites(store: TableStore, { order, bytesPerRow }: RawRows): Promise<RawFigures> {
  const data = new Uint8Array(bytesPerRow).fill(7);
  const transactions = fullTransactions(order);
  const before = process.cpuUsage();
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (const [partition, rows] of transactions) {
        await store.write(
          table,
          `p${partition}`,
          rows.map((row): Operation => ({ kind: 'create', row: String(row).padStart(9, '0'), values: { data } })),
        );
      }
    }),
  );
  const rowsPerSecond = perSecond(order.length, performance.now() - begun);
  const { user, system } = process.cpuUsage(before);
  return { rowsPerSecond, processorMicrosecondsPerRow: tenths((user + system) / order.length) };
}

/** The rows by partition, cut into transactions as they fill up. Taken by several writers, each is taken once. */
function* fullTransactions(order: Uint32Array): Generator<readonly [number, readonly number[]]> {
  const filling = Array.from({ length: partitions }, (): number[] => []);
  for (const row of order) {
    const partition = row % partitions;
    const rows = filling[partition] ?? [];
    rows.push(row);
    if (rows.length < limits.operationsPerTransaction) continue;
    yield [partition, rows];
    filling[partition] = [];
  }
  for (const [partition, rows] of filling.entries()) if (rows.length > 0) yield [partition, rows];
}

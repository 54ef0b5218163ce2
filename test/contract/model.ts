import fc from 'fast-check';
import {
  RowChanged,
  RowExists,
  type Operation,
  type TableStore,
  type Values,
} from '@record-insights/api/store/tableStore';
import { allRows, aPartition, plain, table, type StoreUnderTest } from './storeUnderTest';

/** An operation before it is known which etag its row has. */
interface Step {
  readonly kind: Operation['kind'];
  readonly row: string;
  readonly values: Values;
  readonly etag: 'current' | 'stale' | 'none';
}

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const double = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('5', '', 'a"b', 'x\ny'));
const value = fc.oneof(int64, double, fc.integer(), fc.boolean(), text, fc.uint8Array({ maxLength: 20 }));
const values = fc.dictionary(fc.stringMatching(/^[a-d][a-z0-9_]{0,2}$/), value, { maxKeys: 4, noNullPrototype: true });
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('create', 'replace', 'put', 'delete'),
  row: fc.constantFrom('a', 'B', 'a1', 'a!', 'é', '9'),
  values,
  etag: fc.constantFrom('current', 'current', 'none', 'stale'),
});
const transaction = fc.uniqueArray(step, { selector: ({ row }) => row, minLength: 1, maxLength: 5 });

/** @param runs how many random histories are tried */
export function describeModel(store: StoreUnderTest, runs: number): void {
  test('any history of writes leaves what it leaves in a plain map', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(transaction, { maxLength: 8 }), async (history) => {
        const partition = aPartition();
        const model = new Map<string, Values>();
        const past: string[] = [];
        for (const steps of history) {
          const outcome = await written(store(), partition, steps, past);
          expect(outcome).toBe(applied(model, steps));
        }
        const rows = (await allRows(store(), partition, 2)).map(({ row, values }) => [row, plain(values)]);
        const expected = [...model].map(([row, values]) => [row, plain(values)] as const);
        expect(rows).toEqual(expected.sort(([a], [b]) => (a < b ? -1 : 1)).map((entry) => [...entry]));
      }),
      { numRuns: runs },
    );
  }, 120_000);
}

/** Sends the steps; 'done', or the place and name of the refusal. `past` collects etags that are not current. */
async function written(store: TableStore, partition: string, steps: readonly Step[], past: string[]): Promise<string> {
  const before = await store.getMany(
    table,
    steps.map(({ row }) => ({ partition, row })),
  );
  const operations = steps.map(({ kind, row, values, etag }, i): Operation => {
    const current = before[i]?.etag ?? past[0] ?? 'W/"none"';
    // Etags are instants in some stores, so that an old one of another row may be the row's present one.
    const stale = past.find((one) => one !== current) ?? 'W/"none"';
    const named = etag === 'stale' ? stale : current;
    if (kind === 'replace') return { kind, row, values, etag: named };
    if (kind === 'delete') return etag === 'none' ? { kind, row } : { kind, row, etag: named };
    return { kind, row, values };
  });
  const outcome = await store.write(table, partition, operations).then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof RowExists || error instanceof RowChanged) return `${error.name} ${error.index}`;
      throw error;
    },
  );
  if (outcome === 'done') past.push(...before.flatMap((row) => (row ? [row.etag] : [])));
  return outcome;
}

/** The same on the map, where an etag is current exactly when the step says so and the row is there. */
function applied(model: Map<string, Values>, steps: readonly Step[]): string {
  for (const [index, { kind, row, etag }] of steps.entries()) {
    const exists = model.has(row);
    if (kind === 'create' && exists) return `RowExists ${index}`;
    const bound = kind === 'replace' || (kind === 'delete' && etag !== 'none');
    if (bound && (!exists || etag === 'stale')) return `RowChanged ${index}`;
  }
  for (const { kind, row, values } of steps)
    if (kind === 'delete') model.delete(row);
    else model.set(row, values);
  return 'done';
}

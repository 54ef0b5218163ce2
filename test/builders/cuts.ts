import fc from 'fast-check';
import type { Delivered } from '../oracle/rows';
import { cyclic } from './cyclic';

/** Rows sent together, and whether all that was sent so far is counted before the next. */
export interface Batch {
  readonly deliveries: readonly Delivered[];
  readonly settled: boolean;
}

/** One way for a history to arrive: in some order, some of it again, in some batches, the batches in some groups. */
export interface Cut {
  readonly keys: readonly number[];
  readonly again: readonly number[];
  readonly sizes: readonly number[];
  readonly settled: readonly boolean[];
}

const atLeastOne = <T>(one: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
  fc.array(one, { minLength: 1, maxLength, size: 'max' });

export const cuts: fc.Arbitrary<Cut> = fc.record({
  keys: atLeastOne(fc.nat(999), 60),
  again: fc.array(fc.nat(999), { maxLength: 10, size: 'max' }),
  sizes: atLeastOne(fc.integer({ min: 1, max: 20 }), 8),
  settled: atLeastOne(fc.boolean(), 8),
});

/** The history as the cut has it arrive. */
export function batchesOf(deliveries: readonly Delivered[], { keys, again, sizes, settled }: Cut): readonly Batch[] {
  const repeated = again.flatMap((n) => deliveries.slice(n % deliveries.length).slice(0, 1));
  const arriving = [...deliveries, ...repeated]
    .map((delivered, i) => ({ delivered, key: cyclic(keys, i) }))
    .sort((a, b) => a.key - b.key)
    .map(({ delivered }) => delivered);
  const batches: Batch[] = [];
  for (let start = 0; start < arriving.length;) {
    const size = cyclic(sizes, batches.length);
    batches.push({ deliveries: arriving.slice(start, start + size), settled: cyclic(settled, batches.length) });
    start += size;
  }
  return batches;
}

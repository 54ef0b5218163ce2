import { bytesOfOperation } from './checkLimits';
import { limits, type Operation } from './tableStore';

/** Cuts operations on one partition, in their order, into as few transactions as the store's limits allow. */
export function transactionsOf<T extends { readonly operation: Operation }>(
  partition: string,
  pending: readonly T[],
): readonly (readonly T[])[] {
  const transactions: T[][] = [];
  let bytes = Infinity;
  for (const one of pending) {
    const more = bytesOfOperation(partition, one.operation);
    const last = transactions.at(-1);
    if (last && last.length < limits.operationsPerTransaction && bytes + more <= limits.bytesPerTransaction) {
      last.push(one);
      bytes += more;
    } else {
      transactions.push([one]);
      bytes = more;
    }
  }
  return transactions;
}

/** The i-th of values that begin again after their last; there must be one. */
export function cyclic<T>(values: readonly T[], i: number): T {
  const value = values[i % values.length];
  if (value === undefined) throw new Error('There is nothing to choose from');
  return value;
}

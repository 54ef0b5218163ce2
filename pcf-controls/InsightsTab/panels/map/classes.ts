import { mostStep } from '../steps';

/** Countries with about as much, and their step of colour. */
export interface MapClass {
  readonly from: number;
  readonly to: number;
  /** 1 to 5. */
  readonly step: number;
}

/**
 * Counts in at most five classes of about as many countries each, the lowest first; equal counts are in one class.
 * The highest class always has the last step, the others are spread below it.
 */
export function classesOf(counts: readonly number[]): readonly MapClass[] {
  const rising = counts.filter((count) => count > 0).sort((a, b) => a - b);
  const classes = new Map<number, { from: number; to: number }>();
  for (const count of rising) {
    const quantile = Math.floor((rising.indexOf(count) / rising.length) * mostStep);
    classes.set(quantile, { from: classes.get(quantile)?.from ?? count, to: count });
  }
  return [...classes.values()].map((one, n) => ({ ...one, step: Math.round(((n + 1) / classes.size) * mostStep) }));
}

/** The step of a count; 0 for none. */
export const stepIn = (classes: readonly MapClass[], count: number): number =>
  classes.find(({ from, to }) => count >= from && count <= to)?.step ?? 0;

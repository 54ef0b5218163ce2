/** A part of a circle's line. */
export interface Arc {
  /** Where it begins, and how long it is, in the unit of the circumference. */
  readonly from: number;
  readonly length: number;
}

/** The least that can be seen. */
const least = 1;

/**
 * Parts of a circle as long as their counts, with a gap between them; one part alone is the whole circle, and a part
 * that there is can be seen.
 */
export function arcsOf(counts: readonly number[], around: number, gap: number): readonly Arc[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => ({ from: 0, length: 0 }));
  const parts = counts.filter((count) => count > 0).length;
  const between = parts > 1 ? gap : 0;
  let from = 0;
  return counts.map((count) => {
    if (count === 0) return { from, length: 0 };
    const whole = (count / total) * around;
    const arc = { from, length: Math.max(least, whole - between) };
    from += whole;
    return arc;
  });
}

/** What came of one version of a message: of so many sends so many succeeded, by whatever decides. */
export interface VersionResult {
  readonly sends: number;
  readonly successes: number;
}

/**
 * How sure it is that two versions differ, in percent: one less the p-value of the two-sided two-proportion z-test with
 * pooled variance (NIST/SEMATECH e-Handbook of Statistical Methods, 7.3.3), each version's successes as a share of its
 * own sends. A test of a null hypothesis, as the vendor's documentation describes its own.
 * @returns null where there is too little to tell: a version without sends, or successes of none or of all
 */
export function abConfidence(a: VersionResult, b: VersionResult): number | null {
  const sends = a.sends + b.sends;
  const successes = Math.min(a.successes, a.sends) + Math.min(b.successes, b.sends);
  if (a.sends === 0 || b.sends === 0 || successes === 0 || successes === sends) return null;
  const pooled = successes / sends;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.sends + 1 / b.sends));
  const difference = Math.min(a.successes / a.sends, 1) - Math.min(b.successes / b.sends, 1);
  return 100 * erf(Math.abs(difference / error) / Math.SQRT2);
}

/**
 * The error function for x ≥ 0, by its series where that is short and by the continued fraction of its complement
 * beyond (Abramowitz and Stegun, 7.1.6 and 7.1.14); right to 12 digits.
 */
function erf(x: number): number {
  const factor = (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x);
  if (x < 3) {
    let [term, sum] = [x, x];
    for (let n = 1; term > 1e-16 * sum; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return factor * sum;
  }
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (x + fraction);
  return 1 - factor / 2 / (x + fraction);
}

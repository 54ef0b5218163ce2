import type { Difference } from './difference';

/** Sums as they are kept: what each is named by, what is stored of it, and what rows bear out. */
export type KeptSums = readonly (readonly [name: string, stored: number, recounted: number])[];

const between = '\n';

/** Numbers that are added up over all shards before what is stored and what rows bear out are compared. */
export class Sums {
  private readonly sums = new Map<string, { stored: number; recounted: number }>();

  constructor(kept: KeptSums = []) {
    this.add(kept);
  }

  addStored(where: string, what: string, count: number): void {
    this.raise(where + between + what, count, 0);
  }

  addRecounted(where: string, what: string, count: number): void {
    this.raise(where + between + what, 0, count);
  }

  add(kept: KeptSums): void {
    for (const [name, stored, recounted] of kept) this.raise(name, stored, recounted);
  }

  kept(): KeptSums {
    return [...this.sums].map(([name, { stored, recounted }]) => [name, stored, recounted]);
  }

  differences(): readonly Difference[] {
    return [...this.sums].flatMap(([name, { stored, recounted }]) => {
      const [where = '', what = ''] = name.split(between);
      return stored === recounted ? [] : [{ where, what, stored, recounted }];
    });
  }

  private raise(name: string, stored: number, recounted: number): void {
    if (stored === 0 && recounted === 0) return;
    const sum = this.sums.get(name);
    if (!sum) this.sums.set(name, { stored, recounted });
    else {
      sum.stored += stored;
      sum.recounted += recounted;
    }
  }
}

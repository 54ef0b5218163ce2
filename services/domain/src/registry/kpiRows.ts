import type { Formula, Tally } from '../formula';
import { counters, type CounterId } from './counters';

/** A row of the KPI table. */
export interface KpiDef {
  readonly title: string;
  /** One plain sentence or two: what is counted, and what a reader might wonder about. */
  readonly tooltip: string;
  readonly unit: 'count' | 'percent';
  readonly formula: Formula;
  /** What is shown, and said, when there is nothing: zero is a number, none is no answer with its reason. */
  readonly empty: { readonly shows: 'zero' } | { readonly shows: 'none'; readonly because: string };
  /** Which way is good; volume is neither. */
  readonly good?: 'up' | 'down';
  /** Shown as a range, too: from what is surely people's to everything. */
  readonly range?: boolean;
  /** At a tile of a journey, the people of its rows can be saved as a segment. */
  readonly savable?: true;
  readonly example: { readonly given: Tally; readonly shows: number | null };
}

const zero = { shows: 'zero' } as const;
/** A KPI that is nothing but a counter. @param example a number as its worked example shows it */
export const counted = (counter: CounterId, tooltip: string, example: number, good?: 'up' | 'down'): KpiDef => ({
  title: counters[counter].title,
  tooltip,
  unit: 'count',
  formula: { op: 'counter', counter },
  empty: zero,
  ...(good ? { good } : {}),
  example: { given: { [counter]: example }, shows: example },
});
/** A counter for each of another. */
export const ratio = (of: CounterId, over: CounterId): Formula => ({
  op: 'ratio',
  of: { op: 'counter', counter: of },
  over: { op: 'counter', counter: over },
});

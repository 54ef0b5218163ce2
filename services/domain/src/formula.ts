import { assertNever } from './brand';
import { counters, type CounterId } from './registry/counters';

/** A tree of sums, differences and ratios over counters: value, inputs and printed formula are readings of it. */
export type Formula =
  | { readonly op: 'counter'; readonly counter: CounterId }
  | { readonly op: 'sum'; readonly of: readonly Formula[] }
  | { readonly op: 'difference'; readonly of: Formula; readonly minus: Formula }
  | { readonly op: 'ratio'; readonly of: Formula; readonly over: Formula };

export type Tally = Readonly<Partial<Record<CounterId, number>>>;

/** Null means no answer (a ratio over nothing); it is shown as –, never as 0%. A ratio of 0.25 is 25%. */
export function evaluate(formula: Formula, tally: Tally): number | null {
  switch (formula.op) {
    case 'counter':
      return tally[formula.counter] ?? 0;
    case 'sum':
      return formula.of
        .map((part) => evaluate(part, tally))
        .reduce((a, b) => (a === null || b === null ? null : a + b), 0);
    case 'difference':
      return combine(evaluate(formula.of, tally), evaluate(formula.minus, tally), (a, b) => a - b);
    case 'ratio':
      return combine(evaluate(formula.of, tally), evaluate(formula.over, tally), (a, b) => (b === 0 ? null : a / b));
    default:
      return assertNever(formula);
  }
}

function combine(a: number | null, b: number | null, how: (a: number, b: number) => number | null): number | null {
  return a === null || b === null ? null : how(a, b);
}

/** The counters a formula reads, each once, in the order printed. */
export function inputsOf(formula: Formula): readonly CounterId[] {
  return [...new Set(leaves(formula))];
}

function leaves(formula: Formula): readonly CounterId[] {
  switch (formula.op) {
    case 'counter':
      return [formula.counter];
    case 'sum':
      return formula.of.flatMap(leaves);
    case 'difference':
      return [...leaves(formula.of), ...leaves(formula.minus)];
    case 'ratio':
      return [...leaves(formula.of), ...leaves(formula.over)];
    default:
      return assertNever(formula);
  }
}

/** The formula in words ("opened, unique ÷ delivered"), or with what `show` gives for each counter. */
export function printFormula(formula: Formula, show: (counter: CounterId) => string = nameOf): string {
  const inner = (part: Formula): string =>
    part.op === 'counter' ? show(part.counter) : `(${printFormula(part, show)})`;
  switch (formula.op) {
    case 'counter':
      return show(formula.counter);
    case 'sum':
      return formula.of.map(inner).join(' + ');
    case 'difference':
      return `${inner(formula.of)} − ${inner(formula.minus)}`;
    case 'ratio':
      return `${inner(formula.of)} ÷ ${inner(formula.over)}`;
    default:
      return assertNever(formula);
  }
}

const nameOf = (counter: CounterId): string => counters[counter].title.toLowerCase();

/** The counter whose rows the formula counts, when it is nothing but that counter. */
export function rowsOf(formula: Formula): CounterId | undefined {
  return formula.op === 'counter' ? formula.counter : undefined;
}

import type { Dice } from '@record-insights/crm-host/sample/dice';

/** What can go wrong at any moment, with the highest chance a moment that a schedule may give it. */
const highest = {
  /** The store: a request is not answered and has no effect. */
  notHeard: 0.1,
  /** Its effect is there, its answer is lost. */
  answerLost: 0.1,
  /** It is given up, and takes effect a while later. */
  heardLate: 0.1,
  /** It is under way for long, but heard and answered. */
  slow: 0.2,
  /** 429 and 503. */
  tooBusy: 0.1,
  unavailable: 0.1,
  /** No write succeeds until there is space again. */
  diskFull: 0.01,
  /** A process ends; what it had sent may still arrive. A new one opens on the same store. */
  crash: 0.02,
  /** A process stands still and wakes later. */
  stall: 0.05,
  /** A process's clock is set, forwards or backwards. */
  clockJump: 0.02,
} as const;

export type Trouble = keyof typeof highest;
const kinds = Object.keys(highest) as readonly Trouble[];

/** What a sound store says when two get in each other's way, or somebody in their own: 409 and 412. */
export type Conflict = 'exists' | 'changed';

/** How often each happened. */
export type Counts = Readonly<Record<Trouble | Conflict, number>>;

/** The troubles of one schedule. */
export interface Troubles {
  /** Whether it happens now. */
  strikes(trouble: Trouble): boolean;
  /** Told of each conflict. */
  note(conflict: Conflict): void;
  readonly counts: Counts;
  /** From now on nothing goes wrong. */
  end(): void;
}

/** Each kind is absent, seldom or frequent, so that schedules differ in what they are about. */
const shares = [0, 0, 0.2, 1];

export function openTroubles(dice: Dice): Troubles {
  const rates = new Map(kinds.map((kind) => [kind, highest[kind] * dice.pick(shares)]));
  const counts = { ...counting(kinds), exists: 0, changed: 0 };
  return {
    counts,
    note: (conflict) => counts[conflict]++,
    strikes(trouble) {
      const strikes = dice.chance(rates.get(trouble) ?? 0);
      if (strikes) counts[trouble]++;
      return strikes;
    },
    end: () => rates.clear(),
  };
}

const counting = (all: readonly Trouble[]): Record<Trouble, number> =>
  Object.fromEntries(all.map((kind) => [kind, 0])) as Record<Trouble, number>;

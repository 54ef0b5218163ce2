import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that can be thrown again: the same seed and labels give the same throws. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** Whole number, both ends inside. */
  int(from: number, to: number): number;
  /** From one to the other, any fraction. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Index drawn by weight. */
  weighted(weights: readonly number[]): number;
  /** How many times in a row the chance held; never more than `most`. */
  streak(probability: number, most: number): number;
  /** Waiting time with the given mean. */
  wait(mean: number): number;
  shuffled<T>(items: readonly T[]): T[];
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
  guid(): string;
}

/** A stream of its own for each purpose, so that a change in one theme leaves the others as they were. */
export function diceOf(seed: number, ...labels: readonly (string | number)[]): Dice {
  const generator = xoroshiro128plus(hash(`${seed}/${labels.join('/')}`));
  const next = (): number => (generator.next() >>> 0) / 0x1_0000_0000;
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const hex = (digits: number): string => {
    let text = '';
    while (text.length < digits) text += (generator.next() >>> 0).toString(16).padStart(8, '0');
    return text.slice(0, digits);
  };
  return {
    next,
    int,
    between: (from, to) => from + next() * (to - from),
    chance: (probability) => next() < probability,
    pick: (items) => itemAt(items, int(0, items.length - 1)),
    weighted: (weights) => weightedIndex(weights, next()),
    streak: (probability, most) => {
      let times = 0;
      while (times < most && next() < probability) times += 1;
      return times;
    },
    wait: (mean) => -Math.log(1 - next()) * mean,
    shuffled: (items) => shuffled(items, int),
    hex,
    guid: () => guidOf(hex(32)),
  };
}

/** FNV-1a, spread once more, since neighbouring labels shall give unlike streams. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return value ^ (value >>> 13);
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`Nothing to draw from: item ${index} of ${items.length} is missing.`);
  return item;
}

function weightedIndex(weights: readonly number[], thrown: number): number {
  let left = thrown * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return found < 0 ? weights.length - 1 : found;
}

function shuffled<T>(items: readonly T[], int: Dice['int']): T[] {
  const left = [...items];
  for (let last = left.length - 1; last > 0; last -= 1) {
    const other = int(0, last);
    const held = itemAt(left, last);
    left[last] = itemAt(left, other);
    left[other] = held;
  }
  return left;
}

/** 32 hexadecimal digits with dashes, marked as a random (version 4) id. */
function guidOf(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

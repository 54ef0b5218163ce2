import type { Instant } from './instant';
import type { Interaction } from './interaction';
import { typeOf } from './registry/interactionTypes';
import { leadStages } from './registry/leadStages';

/** A lead's time in a stage. */
export interface StageStay {
  readonly stage: string;
  readonly from: Instant;
  /** Absent while the lead is there. */
  readonly until?: Instant;
}

/** A stage, and how long a lead was in it, all its stays together. */
export interface StageTime {
  readonly stage: string;
  /** Whole days up to now. */
  readonly days: number;
  readonly stays: readonly StageStay[];
}

const day = 24 * 60 * 60 * 1000;

/** Whole days from one instant to another, none where it lies before. */
export const wholeDays = (from: Instant, until: Instant): number => Math.max(0, Math.floor((until - from) / day));

/** Rows in the order in which they happened. */
export const inOrder = (rows: readonly Interaction[]): readonly Interaction[] =>
  [...rows].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/**
 * Where a lead stood one after the other. A stage lasts until the next change to another one; the one before the first
 * change, where that names it, began when the lead was created.
 * @param rows the lead's rows in full, in any order; those that tell of no stage are passed over
 */
export function stageStays(rows: readonly Interaction[], created: Instant | undefined): readonly StageStay[] {
  const stays: StageStay[] = [];
  const enter = (stage: string | undefined, from: Instant): void => {
    const last = stays.at(-1);
    if (stage === undefined || last?.stage === stage) return;
    if (last) stays[stays.length - 1] = { ...last, until: from };
    stays.push({ stage, from });
  };
  for (const { type, columns, at } of inOrder(rows)) {
    const { stage } = typeOf(type);
    if (!stage) continue;
    if (stays.length === 0 && created !== undefined && created < at) enter(columns[stage.previous], created);
    enter(columns[stage.now], at);
  }
  return stays;
}

/**
 * Days in each stage: those of the process in their order, reached or not, then others as they were entered. A lead
 * that was in none of the process's stages goes by another: only its own are told.
 */
export function stageTimes(stays: readonly StageStay[], now: Instant): readonly StageTime[] {
  const entered = [...new Set(stays.map(({ stage }) => stage))];
  const known = entered.some((stage) => leadStages.includes(stage)) ? leadStages : [];
  return [...new Set([...known, ...entered])].map((stage) => {
    const own = stays.filter((stay) => stay.stage === stage);
    const time = own.reduce((sum, { from, until = now }) => sum + Math.max(0, until - from), 0);
    return { stage, days: wholeDays(0, time), stays: own };
  });
}

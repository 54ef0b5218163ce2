import { rulesVersion } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { erase } from '../erase/erase';
import { shardCount } from '../keys';
import { passCount } from '../fold/rollupBasis';
import { rebuildRollups } from '../maintenance/rebuildRollups';
import { rebuildIds, rebuildShard } from '../maintenance/rebuildShard';
import type { Totals, VerdictChanges } from './groups';

/** What can stand in the sequence beside rows. */
export type CommandKind = 'rebuild' | 'reclassify' | 'erase';

/** One step of a command: what a group does for it. */
export interface CommandStep {
  readonly kind: CommandKind;
  /** The command's name among what waits. */
  readonly name: string;
  /** From 0. */
  readonly step: number;
  /** Version of the verdict rules at its first step; absent: it does not judge. */
  readonly rules?: number;
  /** Verdicts that its steps so far change. */
  readonly changed?: VerdictChanges;
}

/** How a command is carried out, one group a step; rows take turns with it. */
export interface CommandDef {
  readonly steps: number;
  /** Whether numbers are made again meanwhile; tabs then say so. */
  readonly recounts: boolean;
  /**
   * From the end of this step on older views can no longer be read, since that step changed what they would show, or a
   * later one will while it is under way. None when it is not among its steps.
   */
  readonly expiresViewsAt: number;
  /** Whether it marks every row anew, so that the verdict rules of its first step are in force at its end. */
  readonly judges: boolean;
  /**
   * Does a step as group `group`; done again, or by two at once, it ends in the same rows.
   * @returns the sums after it
   */
  readonly drive: (
    context: EngineContext,
    organisation: string,
    group: number,
    step: CommandStep,
    totals: Totals,
  ) => Promise<Totals>;
}

/** The person shard whose cells a step makes again; undefined where it makes ids or rollups. */
export const shardMadeBy = ({ step }: CommandStep): number | undefined =>
  step < shardCount || step >= 2 * shardCount ? undefined : step - shardCount;

/**
 * Makes the tables again from the rows in full, a person shard a step: first all ids, then all cells; last, from cells,
 * the rollups.
 */
const shardByShard = {
  steps: 2 * shardCount + passCount,
  recounts: true,
  judges: true,
  async drive(context, organisation, group, step, totals) {
    const [shard, rules] = [shardMadeBy(step), step.rules ?? rulesVersion];
    if (shard !== undefined) await rebuildShard(context, organisation, group, shard, rules);
    else if (step.step < shardCount) await rebuildIds(context, organisation, group, step.step);
    else await rebuildRollups(context, organisation, group, step.step - 2 * shardCount, rules);
    return totals;
  },
} satisfies Partial<CommandDef>;

export const commands: Readonly<Record<CommandKind, CommandDef>> = {
  rebuild: { ...shardByShard, expiresViewsAt: Infinity },
  reclassify: { ...shardByShard, expiresViewsAt: shardCount - 1 },
  erase: { steps: 2, recounts: false, expiresViewsAt: 0, judges: false, drive: erase },
};

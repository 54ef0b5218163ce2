import type { Step } from '@record-insights/api/context';
import type { Moment } from '@record-insights/api/heldByParent';

/** Steps follow each other in two lines that go on beside each other: taking in, and driving groups. */
const accepting: readonly Step[] = ['accept.bytes', 'accept.header'];
const folding: readonly Step[] = ['fold.packs', 'fold.cells', 'fold.ids', 'fold.refused', 'fold.facts'];
const lines: readonly (readonly (readonly Step[])[])[] = [
  accepting.map((step) => [step]),
  [['sweep'], ['group.name'], folding, ['done']],
];

export const allSteps: readonly Step[] = lines.flat(2);

export const isStep = (moment: Moment): moment is Step => (allSteps as readonly Moment[]).includes(moment);

/** Whether the step goes on beside groups, whether one is driven or not. */
export const isBesideGroups = (step: Step): boolean => accepting.includes(step);

/** Whether what a group takes is being written in the step. */
export const isOfGroup = (step: Step): boolean => folding.includes(step);

/** What a process is about, by what it told: a step goes on until the next of its line begins. */
export interface StepsUnderWay {
  begin(step: Step): void;
  /** What was taken in was acknowledged. */
  endAccept(): void;
  has(step: Step): boolean;
  /** Whether a group is named and, as far as was told, not done. */
  hasGroup(): boolean;
}

export function noSteps(): StepsUnderWay {
  const underWay = new Set<Step>();
  return {
    begin(step) {
      const line = lines.find((one) => one.flat().includes(step)) ?? [];
      for (const others of line) if (!others.includes(step)) for (const other of others) underWay.delete(other);
      underWay.add(step);
    },
    endAccept() {
      for (const step of accepting) underWay.delete(step);
    },
    has: (step) => underWay.has(step),
    hasGroup: () => folding.some((step) => underWay.has(step)),
  };
}

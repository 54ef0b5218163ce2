import type { Step } from '@record-insights/api/context';

/** Steps follow each other in two lines that go on beside each other: taking in, and driving groups. */
const lines: readonly (readonly (readonly Step[])[])[] = [
  [['accept.bytes'], ['accept.header']],
  [['sweep'], ['group.name'], ['fold.packs', 'fold.cells', 'fold.ids', 'fold.refused'], ['done']],
];

export const allSteps: readonly Step[] = lines.flat(2);

/** What a process is about, by what it told: a step goes on until the next of its line begins. */
export interface StepsUnderWay {
  begin(step: Step): void;
  /** What was taken in was acknowledged. */
  endAccept(): void;
  has(step: Step): boolean;
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
      for (const step of lines[0]?.flat() ?? []) underWay.delete(step);
    },
    has: (step) => underWay.has(step),
  };
}

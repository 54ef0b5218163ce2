import fc from 'fast-check';
import type { AccountQuestion } from '../oracle/account';
import type { ToldItem } from '../oracle/facts';
import { keptRows } from '../oracle/keeping';
import type { Row } from '../oracle/rows';
import { accounts } from './accounts';
import { batchesOf, cuts, type Batch } from './cuts';
import { cyclic } from './cyclic';
import { contacts, histories } from './histories';
import { memberships, type Sent } from './memberships';
import { questions } from './questions';
import type { World } from './worlds';

/** Everything that was ever sent, in any order: rows that hold, and items of the directory. */
export interface Sources {
  readonly kept: readonly Row[];
  readonly items: readonly ToldItem[];
}

/** A reader's question about an account, and whom of its contacts the reader may not read. */
export interface AskedOfAccount {
  readonly account: string;
  readonly question: AccountQuestion;
  readonly hidden: readonly string[];
}

/** Items of the directory, and the rows that come after them. */
export interface Step {
  readonly sent: readonly Sent[];
  readonly batch: Batch;
}

/** What arrives, and what is asked then. */
export interface AccountArrival {
  readonly world: World;
  readonly steps: readonly Step[];
  readonly sources: Sources;
  readonly asked: readonly AskedOfAccount[];
}

const asking = fc.record({
  account: fc.constantFrom(...accounts),
  askedIn: questions,
  scope: fc.constantFrom(undefined, 'joined' as const, 'full' as const),
  hidden: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...contacts]) }),
});

/** Any rows of few contacts amid anything that CRM tells of them; both in any order, some of it again. */
export const accountArrivals: fc.Arbitrary<AccountArrival> = fc
  .record({
    history: histories,
    cut: cuts,
    sentIn: memberships,
    places: fc.array(fc.nat(99), { minLength: 1, maxLength: 9 }),
    asked: fc.tuple(asking, asking),
  })
  .map(({ history, cut, sentIn, places, asked }) => {
    const { world, deliveries } = history;
    const kept = keptRows(deliveries);
    const sent = sentIn([...kept.map(({ at }) => Math.min(at, world.now)), world.now]);
    const batches = batchesOf(deliveries, cut);
    const steps = batches.map((batch): { batch: Batch; sent: Sent[] } => ({ batch, sent: [] }));
    for (const [i, one] of [...sent, ...sent.slice(0, 2)].entries())
      steps[cyclic(places, i) % steps.length]?.sent.push(one);
    const arrival: AccountArrival = {
      world,
      steps,
      sources: { kept, items: sent.map(({ told }) => told) },
      asked: asked.map(({ account, askedIn, scope, hidden }) => ({
        account,
        question: { ...askedIn(world).question, scope },
        hidden,
      })),
    };
    const text = (): string =>
      [
        fc.stringify(history),
        ...sent.map(({ told }) => `  ${JSON.stringify(told)}`),
        `  ${JSON.stringify(steps.map((step) => [step.sent.length, step.batch.deliveries.length, step.batch.settled]))}`,
        `  ${JSON.stringify(arrival.asked)}`,
      ].join('\n');
    return Object.assign(arrival, { [fc.toStringMethod]: text });
  });

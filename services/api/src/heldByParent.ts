import type { EngineContext, Step } from './context';
import type { TableStore } from './store/tableStore';

/** What the parent process is told before this one goes on: that a step begins, or a write, or that a write is durable. */
export type Moment = Step | 'write' | 'written';

/** To the parent. */
export interface HeldMoment {
  readonly kind: 'moment';
  readonly moment: Moment;
  /** What the parent answers when this process may go on. */
  readonly goOn: number;
}

/**
 * A store and a listener to steps that hold this process at each moment until the parent lets it go on, so that tests
 * can end it at any of them, however fast the machine is.
 */
export function heldByParent(store: TableStore): Pick<EngineContext, 'store' | 'onStep'> {
  const waiting = new Map<number, () => void>();
  let moments = 0;
  process.on('message', (goOn: number) => {
    waiting.get(goOn)?.();
    waiting.delete(goOn);
  });

  function hold(moment: Moment): Promise<void> {
    return new Promise((resolve) => {
      const goOn = moments++;
      waiting.set(goOn, resolve);
      process.send?.({ kind: 'moment', moment, goOn } satisfies HeldMoment);
    });
  }

  return {
    onStep: hold,
    store: {
      ...store,
      async write(table, partition, operations) {
        await hold('write');
        await store.write(table, partition, operations);
        await hold('written');
      },
    },
  };
}

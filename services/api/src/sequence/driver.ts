import type { EngineContext } from '../context';
import type { RecentRows } from './recentRows';
import { openSequence } from './sequence';

/** Keeps an organisation's sequence going for as long as something waits. */
export interface Driver {
  /** Something waits, or may. Returns at once. */
  kick(): void;
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>;
  /** Ends after the group under way. */
  stop(): Promise<void>;
}

const firstPause = 100;
const longestPause = 10_000;

export function openDriver(context: EngineContext, organisation: string, recent: RecentRows): Driver {
  const sequence = openSequence(context, organisation, recent);
  let running: Promise<void> | undefined;
  let asked = false;
  const stopping = new AbortController();
  const isStopped = (): boolean => stopping.signal.aborted;

  async function run(): Promise<void> {
    let pause = firstPause;
    while (asked && !isStopped()) {
      asked = false;
      try {
        while ((await sequence.step()) && !isStopped()) pause = firstPause;
      } catch (error) {
        context.log.error({ organisation, error: String(error) }, 'A group could not be finished; trying again');
        asked = true;
        await context.sleep(pause, stopping.signal);
        pause = Math.min(pause * 2, longestPause);
      }
    }
  }

  function kick(): void {
    asked = true;
    if (isStopped() || running) return;
    running = run().finally(() => {
      running = undefined;
      if (asked) kick();
    });
  }

  return {
    kick,
    async idle() {
      while (running) await running;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

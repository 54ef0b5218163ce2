import type { EngineContext } from './context';
import { freshnessOf } from './freshness';
import type { Accepted } from './ingest/accept';
import { openDriver, type Driver } from './sequence/driver';
import { enrol } from './sequence/organisations';
import { openRecentRows } from './sequence/recentRows';
import { ProblemError, type Organisation } from './service';

/** Rows that may wait before more are turned away for a while. */
const mostWaiting = 1_000_000;
/** Milliseconds that rows wait before they are taken in while the fold is far behind. */
const longestWait = 5_000;

/** Where everything comes in that changes an organisation, and what drives it on. */
export interface Intake {
  /** Resolves when the next start will find the organisation; comes before anything is kept that waits for its driver. */
  enrolled(organisation: Organisation): Promise<void>;
  /** Keeps so many rows by `accepting`, and has them counted. @throws ProblemError while too many wait */
  take(organisation: Organisation, rows: number, accepting: () => Promise<Accepted>): Promise<Accepted>;
  driverOf(organisation: Organisation): Driver;
  /** Ends after the groups under way. */
  stop(): Promise<void>;
}

export function openIntake(context: EngineContext): Intake {
  const recent = openRecentRows();
  const drivers = new Map<Organisation, Driver>();
  const enrolments = new Map<Organisation, Promise<unknown>>();
  const waitingRows = new Map<Organisation, number>();

  function driverOf(organisation: Organisation): Driver {
    const driver = drivers.get(organisation) ?? openDriver(context, organisation, recent);
    drivers.set(organisation, driver);
    return driver;
  }

  async function enrolled(organisation: Organisation): Promise<void> {
    const enrolment = enrolments.get(organisation) ?? enrol(context, organisation);
    enrolments.set(organisation, enrolment);
    try {
      await enrolment;
    } catch (error) {
      enrolments.delete(organisation);
      throw error;
    }
  }

  async function refuseWhenBehind(organisation: Organisation, rows: number): Promise<void> {
    const guess = (waitingRows.get(organisation) ?? 0) + rows;
    waitingRows.set(organisation, guess);
    if (guess <= mostWaiting) return;
    const { waiting } = await freshnessOf(context, organisation);
    waitingRows.set(organisation, waiting);
    if (waiting > mostWaiting)
      throw new ProblemError(
        'tooManyRequests',
        'Many rows wait to be counted. Send again in a minute; what was accepted is safe.',
      );
  }

  /** Waits for the fold to catch up, but not for ever: what is folded soon need not be read back. */
  async function giveWay(): Promise<void> {
    if (!recent.isFull()) return;
    const over = new AbortController();
    await Promise.race([recent.whenRoom(), context.sleep(longestWait, over.signal)]);
    over.abort();
  }

  return {
    enrolled,
    driverOf,
    async take(organisation, rows, accepting) {
      await refuseWhenBehind(organisation, rows);
      await enrolled(organisation);
      await giveWay();
      const accepted = await accepting();
      recent.remember(organisation, accepted.answer.batch, accepted.content);
      driverOf(organisation).kick();
      return accepted;
    },
    async stop() {
      await Promise.all([...drivers.values()].map((driver) => driver.stop()));
    },
  };
}

import { RestError } from '@azure/data-tables';
import { failureOf } from '@record-insights/api/store/azureFailure';
import { retrying } from '@record-insights/api/store/retry';
import { RowChanged, RowExists, StoreUnavailable, type TableStore } from '@record-insights/api/store/tableStore';
import type { Dice } from '@record-insights/crm-host/sample/dice';
import { newParty, spanOf, type Party, type Schedule } from './schedule';
import type { Troubles } from './troubles';

/** How a store's adapter treats what goes wrong. */
export type Manner =
  /** Every failure is told at once, as by the embedded store. */
  | 'tells'
  /** What passes is tried again a few times, as by the Azure store; rows are got one by one. */
  | 'tries';

/** Where the store lies. */
export interface Disk {
  readonly store: TableStore;
  /** It has no space before this time. */
  fullUntil: number;
}

/** A process's requests under way: when it ends, each may still arrive or not. */
export type Flights = Set<Party>;

const tries = { attempts: 4, firstDelay: 250, longestDelay: 30_000 };

/** What everything in a simulation shares. */
export interface Stage {
  readonly schedule: Schedule;
  readonly troubles: Troubles;
  readonly dice: Dice;
  readonly disk: Disk;
  readonly manner: Manner;
  /** What clocks show at the start. */
  readonly start: number;
  /** What should never have happened. */
  readonly violations: unknown[];
}

/** The store as a process sees it over a bad network. */
export function distantStore(
  { schedule, troubles, dice, disk, manner }: Stage,
  process: Party,
  flights: Flights,
): TableStore {
  /** A request: it arrives, has its effect, and its answer comes back, each in a turn of its own. */
  async function request<T>(effect: () => Promise<T>, isWrite: boolean): Promise<T> {
    const flight = newParty();
    flights.add(flight);
    await schedule.turn(flight, isWrite && troubles.strikes('slow') ? spanOf(dice) : 0);
    const outcome = await outcomeOf(effect, isWrite);
    flights.delete(flight);
    await schedule.turn(process);
    return outcome();
  }

  async function outcomeOf<T>(effect: () => Promise<T>, isWrite: boolean): Promise<() => T> {
    if (isWrite && schedule.now() < disk.fullUntil) return failing(new RestError('full', { statusCode: 503 }));
    if (troubles.strikes('tooBusy')) return failing(new RestError('busy', { statusCode: 429 }));
    if (troubles.strikes('unavailable')) return failing(new RestError('unavailable', { statusCode: 503 }));
    if (troubles.strikes('notHeard')) return failing(new NoAnswer('no answer'));
    if (isWrite && troubles.strikes('heardLate')) {
      void schedule
        .turn(newParty(), spanOf(dice))
        .then(effect)
        .catch(() => undefined);
      return failing(new NoAnswer('no answer'));
    }
    const outcome = await effect().then(
      (value) => () => value,
      (error: unknown) => {
        if (error instanceof RowExists) troubles.note('exists');
        if (error instanceof RowChanged) troubles.note('changed');
        return failing(error);
      },
    );
    return troubles.strikes('answerLost') ? failing(new NoAnswer('no answer')) : outcome;
  }

  const ways: Readonly<Record<Manner, <T>(call: () => Promise<T>) => Promise<T>>> = {
    tells: (call) =>
      call().catch((error: unknown) => {
        throw isFailure(error) ? new StoreUnavailable('The disk failed.', { cause: error }) : error;
      }),
    tries: (call) =>
      retrying(call, { ...tries, sleep: (ms) => schedule.turn(process, ms), random: dice.next }).catch(
        (error: unknown) => {
          throw isFailure(error) ? failureOf(error, 'the test', tries.attempts) : error;
        },
      ),
  };
  const send = ways[manner];
  const { store } = disk;
  const get: TableStore['get'] = (table, key) => send(() => request(() => store.get(table, key), false));

  return {
    get,
    getMany: (table, keys) =>
      manner === 'tries'
        ? Promise.all(keys.map((key) => get(table, key)))
        : send(() => request(() => store.getMany(table, keys), false)),
    range: (table, partition, range) => send(() => request(() => store.range(table, partition, range), false)),
    write: (table, partition, operations) => send(() => request(() => store.write(table, partition, operations), true)),
    close: () => Promise.resolve(),
  };
}

const failing = (error: unknown) => (): never => {
  throw error;
};

/** As the client of Azure has it when no answer came in time. */
class NoAnswer extends Error {
  override readonly name = 'TimeoutError';
}

const isFailure = (error: unknown): boolean => error instanceof RestError || error instanceof NoAnswer;

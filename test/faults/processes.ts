import { ordinaryContext, type EngineContext, type Step } from '@record-insights/api/context';
import { openService, type OpenService } from '@record-insights/api/openService';
import { StoreUnavailable } from '@record-insights/api/store/tableStore';
import { distantStore, type Flights, type Stage } from './network';
import { newParty, spanOf, type Party } from './schedule';

/** A process with the service in it. It ends at the latest with the simulation. */
export interface ServiceProcess extends Party {
  readonly service: OpenService;
  /** The call's answer; rejects with Crashed when the process ends before it. */
  ask<T>(call: (service: OpenService) => Promise<T>): Promise<T>;
}

export class Crashed extends Error {
  override readonly name = 'Crashed';
}

/** Processes on one store, of which one that ends is followed by another. */
export interface Processes {
  /** A running process; waits until there is one. */
  any(): Promise<ServiceProcess>;
  /** May let one end, stand still or get its clock set. */
  trouble(): void;
  /** Ends what troubles did to them. */
  wake(): void;
  /** How many ended in each step. */
  readonly crashes: ReadonlyMap<Step, number>;
  /** What their logs told last, for a failing test. */
  readonly lastError: () => string;
}

interface Running extends Party {
  readonly flights: Flights;
  skew: number;
  step: Step | undefined;
  end: (reason: Crashed) => void;
  readonly ended: Promise<never>;
}

const aDay = 24 * 60 * 60 * 1000;
/** Clocks are wrong by this much at most. */
const longestJump = 20 * aDay;

export function startProcesses(stage: Stage, count: number): Processes {
  const { schedule, troubles, dice } = stage;
  const network = newParty();
  const running = new Map<Running, ServiceProcess | undefined>();
  const crashes = new Map<Step, number>();
  let lastError = '';
  let names = 0;

  function contextOf(process: Running): EngineContext {
    return {
      ...ordinaryContext,
      store: distantStore(stage, process, process.flights),
      now: () => stage.start + schedule.now() + process.skew,
      sleep: (milliseconds) => schedule.turn(process, milliseconds),
      nameAt: (instant) => `${instant.toString(36).padStart(10, '0')}-${names++}`,
      secret: () => Buffer.from(dice.hex(64), 'hex'),
      onStep(step) {
        process.step = step;
        return schedule.turn(process);
      },
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (fields) => (lastError = JSON.stringify(fields)),
      },
    };
  }

  async function start(): Promise<void> {
    const process = newRunning();
    running.set(process, undefined);
    const context = contextOf(process);
    for (;;) {
      try {
        const service = await openService(context);
        const ask: ServiceProcess['ask'] = (call) => Promise.race([call(service), process.ended]);
        running.set(process, Object.assign(process, { service, ask }));
        return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        await schedule.turn(process, spanOf(dice));
      }
    }
  }

  function crash(process: Running): void {
    if (process.step) crashes.set(process.step, (crashes.get(process.step) ?? 0) + 1);
    process.isGone = true;
    for (const flight of process.flights) flight.isGone = dice.chance(0.5);
    process.end(new Crashed('The process ended'));
    running.delete(process);
    void schedule.turn(network, spanOf(dice)).then(begin);
  }

  const begin = (): Promise<unknown> => start().catch((error: unknown) => stage.violations.push(error));
  for (let i = 0; i < count; i++) void begin();

  return {
    crashes,
    lastError: () => lastError,
    async any() {
      for (;;) {
        const open = [...running.values()].filter((process) => process !== undefined);
        if (open.length > 0) return dice.pick(open);
        await schedule.turn(network, 100);
      }
    },
    trouble() {
      const all = [...running.keys()];
      if (all.length === 0) return;
      if (troubles.strikes('crash')) crash(dice.pick(all));
      if (troubles.strikes('stall')) dice.pick(all).stalledUntil = schedule.now() + spanOf(dice);
      if (troubles.strikes('clockJump')) dice.pick(all).skew = dice.int(-longestJump, longestJump);
      if (troubles.strikes('diskFull')) stage.disk.fullUntil = schedule.now() + spanOf(dice);
    },
    wake() {
      for (const process of running.keys()) process.stalledUntil = -Infinity;
      stage.disk.fullUntil = -Infinity;
    },
  };
}

function newRunning(): Running {
  let end: Running['end'] = () => undefined;
  const ended = new Promise<never>((_, reject) => (end = reject));
  ended.catch(() => undefined);
  return { ...newParty(), flights: new Set(), skew: 0, step: undefined, end, ended };
}

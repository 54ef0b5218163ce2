import type { Step } from '@record-insights/api/context';
import { changeSettings } from '@record-insights/api/settings';
import { diceOf } from '@record-insights/crm-host/sample/dice';
import { memoryStore } from '../harness/memoryStore';
import { startClients } from './clients';
import { holdLaw } from './law';
import type { Manner, Stage } from './network';
import { startProcesses } from './processes';
import { openSchedule } from './schedule';
import { scriptOf, type Script } from './script';
import { openTroubles, type Counts } from './troubles';

/** What happened in a simulation that held the law. */
export interface Report {
  readonly turns: number;
  /** Milliseconds that it lasted by its own clock. */
  readonly lasted: number;
  /** Groups that were done. */
  readonly groups: number;
  /** Numbers that were held against their lists meanwhile. */
  readonly compared: number;
  /** People who were erased. */
  readonly erasures: number;
  /** Processes that ended, by the step they were in. */
  readonly crashes: ReadonlyMap<Step, number>;
  readonly troubles: Counts;
}

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const mostTroubledTurns = 4000;
const mostTurns = 70_000;

/**
 * One schedule: sources send, readers look, processes fail, until everything sent was acknowledged and nobody has
 * anything to do. The same seed gives the same schedule.
 * @throws what broke the law: after all is delivered, answers are the oracle's, nothing acknowledged is missing, who
 * was erased is gone, and every number that was read meanwhile was the length of its list and of its CSV
 */
export async function simulate(seed: number): Promise<Report> {
  const script = scriptOf(seed);
  const stage = await stageOf(seed, script);
  const { troubles, schedule, dice, violations } = stage;
  const processes = startProcesses(stage, dice.pick([1, 2, 2, 3]));
  const clients = startClients(stage, processes, organisation, script);
  const troubledTurns = dice.int(0, mostTroubledTurns);
  let turns = 0;
  const isOver = (): boolean => violations.length > 0 || clients.isDone() || turns > troubledTurns;
  await schedule.run(isOver, () => {
    turns++;
    processes.trouble();
  });
  troubles.end();
  processes.wake();
  clients.endLooks();
  const isBroken = (): boolean => violations.length > 0;
  await schedule.run(isBroken, () => {
    turns++;
    if (turns > mostTurns) violations.push(new Error(`It does not come to rest: ${processes.lastError()}`));
  });
  for (const violation of violations) throw violation;
  if (!clients.isDone()) throw new Error('A client waits for an answer that never comes');
  const groups = await holdLaw(stage.disk.store, organisation, script, clients.erasures);
  return {
    turns,
    lasted: schedule.now(),
    groups,
    compared: clients.compared(),
    erasures: clients.erasures.size,
    crashes: processes.crashes,
    troubles: troubles.counts,
  };
}

async function stageOf(seed: number, script: Script): Promise<Stage> {
  const dice = diceOf(seed, 'schedule');
  const store = memoryStore();
  await changeSettings(store, organisation, { zone: script.zone, bestSendTimes: 'on' });
  return {
    dice,
    disk: { store, fullUntil: -Infinity },
    schedule: openSchedule(dice),
    troubles: openTroubles(dice),
    manner: dice.pick<Manner>(['tells', 'tries']),
    start: script.now,
    violations: [],
  };
}

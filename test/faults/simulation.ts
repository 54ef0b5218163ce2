import { deepStrictEqual } from 'node:assert';
import { silentLog, type EngineContext, type Step } from '@record-insights/api/context';
import { verify } from '@record-insights/api/maintenance/verify';
import { openService, type OpenService } from '@record-insights/api/openService';
import { changeSettings } from '@record-insights/api/settings';
import type { TableStore } from '@record-insights/api/store/tableStore';
import { diceOf } from '@record-insights/crm-host/sample/dice';
import { memoryStore } from '../harness/memoryStore';
import { isTestSend, keptRows, refusedRows } from '../oracle/keeping';
import { expectedOf, toldBy } from '../scenarios/answers';
import { startClients } from './clients';
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
 * @throws what broke the law: after all is delivered, answers are the oracle's, nothing acknowledged is missing, and
 * every number that was read meanwhile was the length of its list and of its CSV
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
  const groups = await holdLaw(stage.disk.store, script);
  const { crashes } = processes;
  return { turns, lasted: schedule.now(), groups, compared: clients.compared(), crashes, troubles: troubles.counts };
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

/** Opens the service once more and holds all that it tells against the oracle. @returns how many groups there were */
async function holdLaw(store: TableStore, { deliveries, questions, now }: Script): Promise<number> {
  const service = await openService({ store, now: () => now, ...neverFails });
  await service.settled(organisation);
  const kept = keptRows(deliveries);
  const refused = refusedRows(deliveries);
  const { view, waiting, interactions, testSends, refused: refusedCount } = await service.status(organisation);
  deepStrictEqual(
    { waiting, interactions, testSends, refused: refusedCount },
    { waiting: 0, interactions: kept.length, testSends: kept.filter(isTestSend).length, refused: refused.length },
  );
  deepStrictEqual(
    await toldRefusals(service),
    refused.map(({ reason, row }) => `${reason} ${JSON.stringify(row)}`).sort(),
  );
  const place = { service, organisation, setNow: () => undefined };
  for (const { contact, question } of questions)
    deepStrictEqual(await toldBy(place, contact, question), expectedOf(kept, contact, question, now));
  deepStrictEqual((await verify(service.context, organisation)).differences, []);
  await service.close();
  return view;
}

/** On a sound store the engine never has to try again. */
const neverFails: Pick<EngineContext, 'log' | 'sleep'> = {
  sleep: () => Promise.reject(new Error('The engine failed on a sound store')),
  log: {
    ...silentLog,
    error: (fields) => {
      throw new Error(JSON.stringify(fields));
    },
  },
};

async function toldRefusals(service: OpenService): Promise<readonly string[]> {
  const { rows } = await service.refused(organisation, { limit: 1000 });
  return rows.map(({ code, row }) => `${code} ${row}`).sort();
}

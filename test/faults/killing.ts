import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Step } from '@record-insights/api/context';
import type { Moment } from '@record-insights/api/heldByParent';
import { readDone, readGroup } from '@record-insights/api/sequence/groups';
import type { Dice } from '@record-insights/crm-host/sample/dice';
import type { Stage } from '../bench/stage';
import type { FakeCrm } from '../harness/fakeCrm';
import { startServiceProcess, type ServiceProcess, type ServiceProcessOptions } from '../harness/serviceProcess';
import type { Source } from './source';
import { allSteps, isBesideGroups, isOfGroup, isStep, noSteps, type StepsUnderWay } from './stepsUnderWay';

/** What killing came to. */
export interface Kills {
  readonly all: number;
  /** Those after which a group was named and not done. */
  readonly counting: number;
  /** The counting ones by the step in which they came. */
  readonly bySteps: Readonly<Record<Step, number>>;
}

export interface KillOptions {
  readonly stage: Stage;
  readonly crm: FakeCrm;
  readonly organisation: string;
  readonly source: Source;
  readonly dice: Dice;
  /** How many must count. */
  readonly wanted: number;
}

const mostKills = 150;

/**
 * Starts the service over and over, and kills it at a random moment inside a step that was drawn, until enough kills
 * count, at least one of them in each step.
 */
export async function killInEveryStep(options: KillOptions): Promise<Kills> {
  const { dice, wanted } = options;
  const bySteps = Object.fromEntries(allSteps.map((step) => [step, 0])) as Record<Step, number>;
  let [all, counting, isGroupOpen] = [0, 0, false];
  const missing = (): readonly Step[] => allSteps.filter((step) => bySteps[step] === 0);
  while ((counting < wanted || missing().length > 0) && all < mostKills) {
    // Of sweeps only the first of a process can come while a group is named and not done.
    const possible = allSteps.filter((step) => step !== 'sweep' || isGroupOpen);
    const needed = possible.filter((step) => missing().includes(step));
    const step = dice.pick(needed.length > 0 ? needed : possible);
    const isInside = await killInside(step, options);
    isGroupOpen = await isNamedAndNotDone(options);
    all++;
    if (isGroupOpen) counting++;
    if (isGroupOpen && isInside) bySteps[step]++;
  }
  return { all, counting, bySteps };
}

/** How the service is started on the stage. */
export const processOptions = ({ folder, kind, env }: Stage, crm: FakeCrm): ServiceProcessOptions => ({
  data: folder,
  store: kind,
  env,
  crm: crm.address,
});

/** So often at most the step passes before. */
const mostPassed = 3;
/** So many moments at most pass inside the step: none or few, where it writes little, and well into one. */
const mostMoments = [2, 4, 20];
/** Milliseconds that what goes on last has. */
const delays = [0, 1, 5];

/** @returns whether the process was still in the step when it was killed */
async function killInside(step: Step, { stage, crm, source, dice }: KillOptions): Promise<boolean> {
  const steps = noSteps();
  let passes = step === 'sweep' ? 0 : dice.int(0, mostPassed);
  let left = dice.int(0, dice.pick(mostMoments));
  let [isInside, isKilled] = [false, false];
  let ending: Promise<unknown> | undefined;
  const killed = new Promise<void>((resolve, reject) => {
    function onMoment(moment: Moment, goOn: () => void, process: ChildProcess): void {
      // What is told after the kill was decided waits for ever.
      if (isKilled) return;
      if (isStep(moment)) steps.begin(moment);
      // A kill in a step beside groups counts only while a group is under way: that one waits.
      if (!isInside && isBesideGroups(step) && isStep(moment) && isOfGroup(moment)) return;
      isInside ||= moment === step && (!isBesideGroups(step) || steps.hasGroup()) && passes-- === 0;
      isKilled = isInside && (left-- === 0 || !steps.has(step));
      if (!isKilled || dice.chance(0.5)) goOn();
      if (!isKilled) return;
      ending = Promise.all([once(process, 'exit'), once(process, 'disconnect')]);
      after(dice.pick(delays), () => {
        process.kill('SIGKILL');
        resolve();
      });
    }
    serve(startServiceProcess({ ...processOptions(stage, crm), onMoment }), source, steps).catch(reject);
    source.failed.catch(reject);
  });
  await killed;
  source.wait();
  await ending;
  return steps.has(step);
}

/** Has the source send to the process. @throws when the process ends */
async function serve(starting: Promise<ServiceProcess>, source: Source, steps: StepsUnderWay): Promise<never> {
  const { address, ended } = await starting;
  source.sendTo(address, () => steps.endAccept());
  throw new Error(`The service ended with ${await ended}`);
}

function after(milliseconds: number, act: () => void): void {
  if (milliseconds === 0) act();
  else setTimeout(act, milliseconds);
}

async function isNamedAndNotDone({ stage, organisation }: KillOptions): Promise<boolean> {
  const store = await stage.open();
  try {
    const { n } = await readDone(store, organisation);
    return (await readGroup(store, organisation, n + 1)) !== undefined;
  } finally {
    await store.close();
  }
}

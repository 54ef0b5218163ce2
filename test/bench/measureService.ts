import { performance } from 'node:perf_hooks';
import type { Bodies } from './bodies';
import { openClient, type Client } from './client';
import { perSecond, tenths, type ServiceFigures } from './figures';
import type { Mix } from './mix';
import { watchMemory } from './memory';
import { measureReads } from './reads';
import type { Stage } from './stage';
import { startFakeCrm, type FakeCrm } from '../harness/fakeCrm';
import { startServiceProcess, type ServiceProcess } from '../harness/serviceProcess';

export interface ServiceRun {
  readonly stage: Stage;
  readonly mix: Mix;
  readonly bodies: Bodies;
  /** Rows that the service accepts right before it is killed. */
  readonly lastBody: string;
  /** Folder for a CPU profile of the process, which then ends cleanly instead of being killed, so that it is written. */
  readonly profile: string | undefined;
}

/** The organisation whose rows are measured. */
export const benchOrganisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const requestsAtOnce = 2;

/** Runs the built service as a process of its own: rows in, reads, then a kill and a start with all those rows. */
export async function measureService(run: ServiceRun): Promise<ServiceFigures> {
  const crm = await startFakeCrm(benchOrganisation);
  const service = await start(run, crm);
  try {
    const client = await openClient(service.address, crm);
    const memory = watchMemory(service.process.pid);
    const taken = await takeIn(client, run.bodies);
    const reads = await measureReads(client, run.mix, run.bodies.rows);
    const peaks = await memory.stop();
    const bytes = await run.stage.bytes();
    const after = await kill(run, crm, service, client);
    const bytesPerRow = bytes === undefined ? null : Math.round(bytes / run.bodies.rows);
    return { ...taken, reads, ...peaks, ...after, bytesPerRow };
  } finally {
    service.process.kill('SIGKILL');
    await crm.stop();
  }
}

const start = ({ stage, profile }: ServiceRun, crm: FakeCrm): Promise<ServiceProcess> =>
  startServiceProcess({
    data: stage.folder,
    crm: crm.address,
    store: stage.kind,
    env: stage.env,
    nodeOptions: profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`],
  });

type Taken = Pick<
  ServiceFigures,
  | 'processorMicrosecondsPerRow'
  | 'acceptedPerSecond'
  | 'visibleAfter'
  | 'visiblePerSecond'
  | 'microsecondsPerRow'
  | 'groups'
>;

async function takeIn(client: Client, { files, rows }: Bodies): Promise<Taken> {
  const waiting = files.values();
  const before = await client.processorSeconds();
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: requestsAtOnce }, async () => {
      for (const file of waiting) await client.send(file);
    }),
  );
  const accepted = performance.now() - begun;
  const { view, interactions } = await client.settled();
  const visible = performance.now() - begun;
  if (interactions !== rows) throw new Error(`${rows} rows were sent and ${interactions} are counted`);
  return {
    acceptedPerSecond: perSecond(rows, accepted),
    visibleAfter: tenths(visible / 1000),
    visiblePerSecond: perSecond(rows, visible),
    microsecondsPerRow: tenths((visible * 1000) / rows),
    processorMicrosecondsPerRow: tenths((((await client.processorSeconds()) - before) * 1e6) / rows),
    groups: view,
  };
}

async function kill(
  run: ServiceRun,
  crm: FakeCrm,
  service: ServiceProcess,
  client: Client,
): Promise<Pick<ServiceFigures, 'listensAfterKill' | 'visibleAfterKill'>> {
  await client.send(run.lastBody);
  service.process.kill(run.profile === undefined ? 'SIGKILL' : 'SIGTERM');
  await service.ended;
  const begun = performance.now();
  const again = await start(run, crm);
  const listens = performance.now() - begun;
  await (await openClient(again.address, crm)).settled();
  const visible = performance.now() - begun;
  again.process.kill('SIGTERM');
  await again.ended;
  return { listensAfterKill: tenths(listens / 1000), visibleAfterKill: tenths(visible / 1000) };
}

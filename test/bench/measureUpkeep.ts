import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pass } from 'node:timers/promises';
import type { ErasureAnswer } from '@record-insights/domain';
import { rowsPerRequest, writeBodies } from './bodies';
import { openClient, type Client } from './client';
import { tenths, type UpkeepFigures } from './figures';
import { watchMemory } from './memory';
import type { Mix } from './mix';
import { benchOrganisation, type ServiceRun } from './measureService';
import { startFakeCrm } from '../harness/fakeCrm';
import { serverFile, startServiceProcess } from '../harness/serviceProcess';

/** A tenth of all rows are one person's, who is then erased. */
const shareOfOne = 0.1;
const commands = join(dirname(serverFile), 'commands/main.js');

/** What an admin does with a store that holds all rows: `verify`, `rebuild`, and forgetting one who has very many. */
export async function measureUpkeep({ stage, mix, bodies }: ServiceRun): Promise<UpkeepFigures> {
  const [verify, rebuild] = [await run(stage, 'verify'), await run(stage, 'rebuild')];
  const crm = await startFakeCrm(benchOrganisation);
  const service = await startServiceProcess({
    data: stage.folder,
    crm: crm.address,
    store: stage.kind,
    env: stage.env,
  });
  try {
    const memory = watchMemory(service.process.pid);
    const client = await openClient(service.address, crm);
    const rows = Math.round(bodies.rows * shareOfOne);
    const contact = mix.records.contact[0] ?? '';
    const numbers = Uint32Array.from({ length: rows }, (_, n) => bodies.rows + rowsPerRequest + n);
    const own = await writeBodies(join(stage.folder, 'own'), ofOne(mix, contact), numbers);
    for (const file of own.files) await client.send(file);
    await client.settled();
    return { verify, rebuild, erase: { rows, ...(await erase(client, contact)), ...(await memory.stop()) } };
  } finally {
    service.process.kill('SIGKILL');
    await crm.stop();
  }
}

const ofOne = (mix: Mix, contact: string): Mix => ({ ...mix, row: (n) => ({ ...mix.row(n), ContactId: contact }) });

async function erase(client: Client, contact: string): Promise<{ readonly seconds: number }> {
  const begun = performance.now();
  const { erasure } = await client.remove<ErasureAnswer>(`/v1/people/${contact}`);
  while (!(await client.get<ErasureAnswer>(`/v1/people/erasures/${erasure}`)).certificate) await pass(100);
  return { seconds: tenths((performance.now() - begun) / 1000) };
}

async function run({ folder, kind, env }: ServiceRun['stage'], command: string): Promise<UpkeepFigures['verify']> {
  const words = [commands, command, '--data', folder, '--store', kind, '--organisation', benchOrganisation];
  const begun = performance.now();
  const child = spawn(process.execPath, words, { env: { ...process.env, ...env }, stdio: 'ignore' });
  const memory = watchMemory(child.pid);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const [code] = await ended;
  const peaks = await memory.stop();
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
  return { seconds: tenths((performance.now() - begun) / 1000), ...peaks };
}

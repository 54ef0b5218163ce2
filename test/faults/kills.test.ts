import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { openService } from '@record-insights/api/openService';
import type { StatusAnswer } from '@record-insights/domain';
import { diceOf } from '@record-insights/crm-host/sample/dice';
import { openClient } from '../bench/client';
import { openStage, type Stage, type StoreKind } from '../bench/stage';
import { startFakeCrm, type FakeCrm } from '../harness/fakeCrm';
import { startServiceProcess } from '../harness/serviceProcess';
import { cell, type Row } from '../oracle/rows';
import { isTestSend, keptRows, refusedRows } from '../oracle/keeping';
import { dayIn, daysLater } from '../oracle/days';
import { toldBy } from '../scenarios/answers';
import { expectedOf } from '../scenarios/expected';
import { killInEveryStep, processOptions } from './killing';
import { openSource, type Source } from './source';
import { allSteps } from './stepsUnderWay';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const wanted = 20;
const rowsABatch: Readonly<Record<StoreKind, number>> = { embedded: 200, azure: 15 };

describe.each<StoreKind>(['embedded', 'azure'])('on the %s store', (kind) => {
  test('a service that is killed in any step ends in the numbers of one that never was', async () => {
    const crm = await startFakeCrm(organisation);
    const stage = await openStage(kind);
    const source = openSource(await crm.token(['interactions.write']), rowsABatch[kind]);
    try {
      const dice = diceOf(Date.now(), 'kills', kind);
      const kills = await killInEveryStep({ stage, crm, organisation, source, dice, wanted });
      console.info(kills);
      expect(kills.counting).toBeGreaterThanOrEqual(wanted);
      expect(allSteps.filter((step) => kills.bySteps[step] === 0)).toEqual([]);
      const status = await statusAtTheEnd(stage, crm, source);
      const kept = keptRows(source.deliveries);
      expect(status).toMatchObject({
        waiting: 0,
        interactions: kept.length,
        testSends: kept.filter(isTestSend).length,
        refused: refusedRows(source.deliveries).length,
      });
      expect(verified(stage)).toMatch(/^0 differences$/m);
      await compareContacts(stage, kept);
    } finally {
      source.stop();
      await stage.remove();
      await crm.stop();
    }
  }, 900_000);
});

/** Lets the source come to its end with a process that nobody kills. */
async function statusAtTheEnd(stage: Stage, crm: FakeCrm, source: Source): Promise<StatusAnswer> {
  const service = await startServiceProcess(processOptions(stage, crm));
  source.sendTo(service.address);
  await source.finish();
  const status = await (await openClient(service.address, crm)).settled();
  service.process.kill('SIGTERM');
  expect(await service.ended).toBe(0);
  return status;
}

/** What `npm run verify` prints. */
function verified({ folder, kind, env }: Stage): string {
  const file = join(__dirname, '../../services/api/dist/commands/main.js');
  const words = ['verify', '--data', folder, '--store', kind, '--organisation', organisation];
  return spawnSync(process.execPath, [file, ...words], { env: { ...process.env, ...env }, encoding: 'utf8' }).stdout;
}

/** Holds all that the tabs of some contacts tell against the oracle. */
async function compareContacts(stage: Stage, kept: readonly Row[]): Promise<void> {
  const now = Date.now();
  const service = await openService({ store: await stage.open(), now: () => now });
  await service.changeSettings(organisation, { bestSendTimes: 'on' });
  const place = { service, organisation, setNow: () => undefined };
  const today = dayIn('UTC', now);
  const question = { zone: 'UTC', from: daysLater(today, -300), to: today };
  for (const contact of mostFrequentContacts(kept, 5))
    expect(await toldBy(place, contact, question)).toEqual(expectedOf(kept, contact, question, now));
  await service.close();
}

function mostFrequentContacts(kept: readonly Row[], count: number): readonly string[] {
  const rows = new Map<string, number>();
  for (const row of kept) rows.set(cell(row, 'ContactId'), (rows.get(cell(row, 'ContactId')) ?? 0) + 1);
  rows.delete('');
  return [...rows]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([contact]) => contact);
}

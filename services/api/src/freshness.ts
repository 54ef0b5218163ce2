import type { Freshness } from '@record-insights/domain';
import type { EngineContext } from './context';
import { waitingBatches, type BatchHeader } from './ingest/batches';
import { commands, type CommandStep } from './sequence/commands';
import { readDone, readGroup, type Done, type Group } from './sequence/groups';
import type { Organisation } from './service';

/** Up to when everything received is counted, what waits, and whether numbers are being made again. */
export async function freshnessOf({ store, now }: EngineContext, organisation: Organisation): Promise<Freshness> {
  const done = await readDone(store, organisation);
  const [headers, last] = await Promise.all([
    waitingBatches(store, organisation),
    readGroup(store, organisation, done.n),
  ]);
  const waiting = headers.filter(({ batch, command }) => !command && last?.batches.includes(batch) !== true);
  const oldest = Math.min(now(), ...waiting.map(({ receivedAt }) => receivedAt));
  const recounting = recountUnderWay(done, headers, last);
  return {
    countedUntil: new Date(oldest).toISOString(),
    waiting: waiting.reduce((sum, { rows }) => sum + rows, 0),
    ...(recounting ? { rebuilding: { done: recounting.step, total: commands[recounting.kind].steps } } : {}),
  };
}

/** The command that makes numbers again: the one under way, else the one that waits. */
function recountUnderWay(
  { command }: Done,
  waiting: readonly BatchHeader[],
  last: Group | undefined,
): CommandStep | undefined {
  const asked = waiting.flatMap(({ batch, command: kind }) =>
    kind && last?.command?.name !== batch ? [{ kind, name: batch, step: 0 }] : [],
  );
  return [...(command ? [command] : []), ...asked].find(({ kind }) => commands[kind].recounts);
}

import type { Settings } from '@record-insights/domain';
import type { ShardRates } from '../fold/openRates';
import type { Basis } from '../fold/rollupBasis';
import { packText, unpackText } from '../ingest/batches';
import { part, tables } from '../keys';
import { bytesOf, slicesOf } from '../store/blobs';
import type { TableStore } from '../store/tableStore';
import type { Difference } from './difference';
import type { KeptSums } from './sums';

/** What a verification goes by and what it found so far: all that it needs to go on. */
export interface VerifyProgress {
  readonly view: number;
  /** Interactions that hold at the view, as its sums say. */
  readonly interactions: number;
  readonly settings: Settings;
  /** Open rates of each shard at the view, which a later group no longer tells. */
  readonly rates: readonly (readonly [shard: number, rates: ShardRates])[];
  /** What numbers of records with very many people go by at the view, by pass. */
  readonly bases: readonly Basis[];
  /** Those numbers and entries: what is stored at the view, and what the shards done bear out. */
  readonly sums: KeptSums;
  /** Shards done. */
  readonly shards: number;
  readonly rows: number;
  readonly held: number;
  readonly people: number;
  readonly compared: number;
  /** How many differences there are, and the first of them. */
  readonly differing: number;
  readonly named: readonly Difference[];
}

const row = 'progress';

/** Keeps how far a verification is, in the place of what was kept before. */
export async function keepProgress(store: TableStore, organisation: string, progress: VerifyProgress): Promise<void> {
  const values = slicesOf(await packText(JSON.stringify(progress)));
  await store.write(tables.verifications, part(organisation), [{ kind: 'put', row, values }]);
}

/** What an interrupted verification kept; nothing where an earlier version kept less than it takes to go on. */
export async function keptProgress(store: TableStore, organisation: string): Promise<VerifyProgress | undefined> {
  const kept = await store.get(tables.verifications, { partition: part(organisation), row });
  const progress = kept && (JSON.parse(await unpackText(bytesOf(kept.values))) as Partial<VerifyProgress>);
  return progress?.sums ? (progress as VerifyProgress) : undefined;
}

/** Forgets it, if there is any: differences name people. */
export async function forgetProgress(store: TableStore, organisation: string): Promise<void> {
  const partition = part(organisation);
  if (await store.get(tables.verifications, { partition, row }))
    await store.write(tables.verifications, partition, [{ kind: 'delete', row }]);
}

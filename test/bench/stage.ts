import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type StoreConfig } from '@record-insights/api/store/openStore';
import type { TableStore } from '@record-insights/api/store/tableStore';
import { startAzurite } from '../contract/azurite';

export const storeKinds = ['embedded', 'azure'] as const;
export type StoreKind = (typeof storeKinds)[number];

/** An empty store, for the service or for us, that is gone afterwards. */
export interface Stage {
  readonly kind: StoreKind;
  /** Folder for the service's data and for ours. */
  readonly folder: string;
  /** What the service is told of the store by the environment. */
  readonly env: Readonly<Record<string, string>>;
  open(): Promise<TableStore>;
  /** What the store takes on the disk; undefined where that cannot be seen. */
  bytes(): Promise<number | undefined>;
  remove(): Promise<void>;
}

const connectionName = 'RECORD_INSIGHTS_STORE_CONNECTION';
const prefixName = 'RECORD_INSIGHTS_TABLE_PREFIX';

/**
 * Azure Tables is the account that the environment names, under a prefix of its own (its tables stay), else an Azurite
 * of our own, in memory.
 */
export async function openStage(kind: StoreKind): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'record-insights-bench-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  if (kind === 'embedded') {
    const store = join(folder, 'store');
    return stage({ kind, folder: store }, folder, {}, () => bytesIn(store), remove);
  }
  const given = process.env[connectionName];
  const azurite = given === undefined ? await startAzurite() : undefined;
  const connectionString = given ?? azurite?.connectionString ?? '';
  const tablePrefix = `bench${Date.now()}`;
  const env = { [connectionName]: connectionString, [prefixName]: tablePrefix };
  return stage(
    { kind, connectionString, tablePrefix },
    folder,
    env,
    () => Promise.resolve(undefined),
    async () => {
      await azurite?.stop();
      await remove();
    },
  );
}

function stage(
  config: StoreConfig,
  folder: string,
  env: Stage['env'],
  bytes: Stage['bytes'],
  remove: Stage['remove'],
): Stage {
  return { kind: config.kind, folder, env, open: () => openStore(config), bytes, remove };
}

async function bytesIn(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Step } from '@record-insights/api/context';
import { openService, type OpenService } from '@record-insights/api/openService';
import { changeSettings } from '@record-insights/api/settings';
import { openAzureStore } from '@record-insights/api/store/azureStore';
import { openEmbeddedStore } from '@record-insights/api/store/embeddedStore';
import type { TableStore } from '@record-insights/api/store/tableStore';
import type { Batch } from '../builders/cuts';
import type { World } from '../builders/worlds';
import { startAzurite } from '../contract/azurite';
import { memoryStore } from '../harness/memoryStore';
import type { Delivered } from '../oracle/rows';
import type { StoreName } from './runs';

/** An open store with a service on it, whose clock and steps a test decides on. */
export interface Site {
  readonly service: OpenService;
  readonly store: TableStore;
  /** A new organisation in the world: its zone is set and the clock shows the world's time. */
  place(world: Pick<World, 'zone' | 'now'>): Promise<Place>;
  /** Called before every write and step of the engine, until it is set anew. */
  listen(onMoment: (moment: Moment) => Promise<void>): void;
  close(): Promise<void>;
}

export type Moment = Step | 'write';

/** An organisation of the site; nothing is in it yet. */
export interface Place {
  readonly service: OpenService;
  readonly organisation: string;
  /** Sets the clock. */
  setNow(now: number): void;
}

type Opened = Pick<Site, 'store' | 'close'>;

const stores: Readonly<Record<StoreName, () => Promise<Opened>>> = {
  memory: () => {
    const store = memoryStore();
    return Promise.resolve({ store, close: () => store.close() });
  },
  async embedded() {
    const folder = await mkdtemp(join(tmpdir(), 'scenarios-'));
    const store = await openEmbeddedStore(folder);
    const close = async (): Promise<void> => {
      await store.close();
      await rm(folder, { recursive: true });
    };
    return { store, close };
  },
  async azure() {
    const azurite = await startAzurite();
    const store = await openAzureStore({ connectionString: azurite.connectionString }, { tablePrefix: 'test' });
    const close = async (): Promise<void> => {
      await store.close();
      await azurite.stop();
    };
    return { store, close };
  },
};

export async function openSite(name: StoreName): Promise<Site> {
  const { store: opened, close } = await stores[name]();
  let now = 0;
  let onMoment: (moment: Moment) => Promise<void> = () => Promise.resolve();
  const store: TableStore = {
    ...opened,
    async write(table, partition, operations) {
      await onMoment('write');
      await opened.write(table, partition, operations);
    },
    close: () => Promise.resolve(),
  };
  const service = await openService({ store, now: () => now, onStep: (step) => onMoment(step) });
  return {
    service,
    store,
    async place(world) {
      const organisation = randomUUID();
      now = world.now;
      await changeSettings(store, organisation, { zone: world.zone, bestSendTimes: 'on' });
      return { service, organisation, setNow: (later) => (now = later) };
    },
    listen: (listener) => (onMoment = listener),
    async close() {
      await service.close();
      await close();
    },
  };
}

/** Sends a batch, as many times as it has folders. @returns what was sent, by the name under which it was accepted */
export async function deliver(
  { service, organisation }: Place,
  batch: Batch,
): Promise<ReadonlyMap<string, readonly Delivered[]>> {
  const sent = new Map<string, readonly Delivered[]>();
  for (const folder of new Set(batch.deliveries.map((delivered) => delivered.folder))) {
    const deliveries = batch.deliveries.filter((delivered) => delivered.folder === folder);
    const answer = await service.ingest(organisation, { rows: deliveries.map(({ row }) => row), folder });
    sent.set(answer.batch, deliveries);
  }
  if (batch.settled) await service.settled(organisation);
  return sent;
}

export async function deliverAll(place: Place, batches: readonly Batch[]): Promise<void> {
  for (const batch of batches) await deliver(place, batch);
  await place.service.settled(place.organisation);
}

/** Everything in one batch. */
export const inOneBatch = (deliveries: readonly Delivered[]): readonly Batch[] => [{ deliveries, settled: true }];

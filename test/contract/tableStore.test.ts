import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAzureStore } from '@record-insights/api/store/azureStore';
import { openEmbeddedStore } from '@record-insights/api/store/embeddedStore';
import type { TableStore } from '@record-insights/api/store/tableStore';
import { startAzurite } from './azurite';
import { describeBatches } from './batches';
import { describeLimits } from './limits';
import { describeModel } from './model';
import { describeReading } from './reading';
import { describeValues } from './values';
import { describeWriting } from './writing';

interface Opened {
  readonly store: TableStore;
  close(): Promise<void>;
}

async function embedded(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'contract-'));
  const store = await openEmbeddedStore(folder);
  const close = async (): Promise<void> => {
    await store.close();
    await rm(folder, { recursive: true });
  };
  return { store, close };
}

async function azure(): Promise<Opened> {
  const azurite = await startAzurite();
  const store = await openAzureStore({ connectionString: azurite.connectionString }, { tablePrefix: 'test' });
  const close = async (): Promise<void> => {
    await store.close();
    await azurite.stop();
  };
  return { store, close };
}

describe.each<[string, () => Promise<Opened>, number]>([
  ['the embedded store', embedded, 200],
  ['the Azure store', azure, 25],
])('%s', (_name, open, histories) => {
  let opened: Opened | undefined;
  beforeAll(async () => {
    opened = await open();
  }, 60_000);
  afterAll(() => opened?.close());
  const store = (): TableStore => {
    if (!opened) throw new Error('The store did not open');
    return opened.store;
  };

  describe('writing', () => describeWriting(store));
  describe('reading', () => describeReading(store));
  describe('values', () => describeValues(store));
  describe('limits', () => describeLimits(store));
  describe('batches', () => describeBatches(store));
  describe('histories', () => describeModel(store, histories));
});

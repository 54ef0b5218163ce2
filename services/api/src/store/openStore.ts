import { openAzureStore } from './azureStore';
import { openEmbeddedStore } from './embeddedStore';
import type { TableStore } from './tableStore';

/** Which store, and where. */
export type StoreConfig =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'azure'; readonly connectionString: string; readonly tablePrefix?: string }
  /** With the identity that the machine has (managed identity). */
  | { readonly kind: 'azure'; readonly endpoint: string; readonly tablePrefix?: string };

/** @throws StoreUnavailable */
export function openStore(config: StoreConfig): Promise<TableStore> {
  if (config.kind === 'embedded') return openEmbeddedStore(config.folder);
  return openAzureStore(config, config.tablePrefix === undefined ? {} : { tablePrefix: config.tablePrefix });
}

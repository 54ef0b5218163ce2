import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import { conditionalDeletes, type Conditions } from './conditionalDeletes';
import { StoreUnavailable } from './tableStore';
import type { RetryOptions } from './retry';

/** The account: by its connection string, or by its address and the identity that the machine has. */
export type AzureAccount = { readonly connectionString: string } | { readonly endpoint: string };

export interface AzureOptions {
  /** Stands before every table's name, so that several installations can share an account. */
  readonly tablePrefix?: string;
  /** Requests under way at once; 16 unless told. */
  readonly requestsAtOnce?: number;
  /** Milliseconds that one request may take; 30,000 unless told. */
  readonly timeout?: number;
  readonly retry?: Partial<RetryOptions>;
  readonly httpClient?: NonNullable<TableServiceClientOptions['httpClient']>;
}

export interface AzureTables {
  /** For messages: no secret in it. */
  readonly address: string;
  readonly conditions: Conditions;
  readonly clientOf: (table: string) => TableClient;
}

/**
 * Clients of an account's tables.
 * @throws StoreUnavailable when the account is not told right, or keeps its rows in no order
 */
export async function openTables(account: AzureAccount, { httpClient }: AzureOptions): Promise<AzureTables> {
  const conditions: Conditions = new WeakMap();
  const options: TableServiceClientOptions = {
    // Trying again is ours to do: a transaction's answer can hide a failure that passes.
    retryOptions: { maxRetries: 0 },
    additionalPolicies: [{ policy: conditionalDeletes(conditions), position: 'perCall' }],
    ...(httpClient ? { httpClient } : {}),
  };
  try {
    const clientOf = await clientsOf(account, options);
    const { host } = new URL(clientOf('probe').url);
    if (/\.table\.cosmos/i.test(host))
      throw new Error('Cosmos DB gives rows in no order, which the service needs; use a storage account');
    return { address: host, conditions, clientOf };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreUnavailable(`The Azure account cannot be used (${reason}).`, { cause: error });
  }
}

async function clientsOf(
  account: AzureAccount,
  options: TableServiceClientOptions,
): Promise<(table: string) => TableClient> {
  if ('connectionString' in account) {
    const { connectionString } = account;
    // Without TLS only where the connection string asks for it, as it does for Azurite on this machine.
    const allowInsecureConnection = /=http(:\/\/|;|$)/i.test(connectionString);
    return (table) =>
      TableClient.fromConnectionString(connectionString, table, { ...options, allowInsecureConnection });
  }
  // Loaded only where it is needed: it is large.
  const { DefaultAzureCredential } = await import('@azure/identity');
  const credential = new DefaultAzureCredential();
  return (table) => new TableClient(account.endpoint, table, credential, options);
}

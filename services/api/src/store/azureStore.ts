import { odata, type TableClient } from '@azure/data-tables';
import pLimit from 'p-limit';
import { openTables, type AzureAccount, type AzureOptions } from './azureTables';
import { failureOf, refusalIn } from './azureFailure';
import { conditionOf, toAction, toRow } from './azureRows';
import { checkKey, checkRange, checkTable, checkWrite } from './checkLimits';
import { retrying } from './retry';
import {
  limits,
  RowChanged,
  RowExists,
  StoreUnavailable,
  type Operation,
  type Page,
  type Range,
  type RowKey,
  type StoredRow,
  type TableStore,
} from './tableStore';

/** Sends one request, with the patience that the store was opened with. */
type Send = <T>(call: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/**
 * The store in Azure Tables: its tables are made when they are first used.
 *
 * A write whose answer was lost is sent again and may then find its own row: it rejects with RowExists or RowChanged
 * though it was done. Callers read the row again in both cases, and find what they wanted to write.
 *
 * A delete without etag in a transaction fails there when the row is missing; the transaction is then sent without it.
 * @throws StoreUnavailable
 */
export async function openAzureStore(account: AzureAccount, options: AzureOptions = {}): Promise<TableStore> {
  const tables = await openTables(account, options);
  const limited = pLimit(options.requestsAtOnce ?? 16);
  const { timeout = 30_000, tablePrefix = '' } = options;
  const retry = {
    attempts: 8,
    firstDelay: 250,
    longestDelay: 30_000,
    sleep: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
    random: Math.random,
    ...options.retry,
  };
  const send: Send = async (call) => {
    try {
      return await retrying(() => limited(() => call(AbortSignal.timeout(timeout))), retry);
    } catch (error) {
      throw failureOf(error, tables.address, retry.attempts);
    }
  };

  const made = new Map<string, Promise<TableClient>>();
  /** The client of a table, which is made unless it was there. */
  function tableOf(table: string): Promise<TableClient> {
    const known = made.get(table);
    if (known) return known;
    const client = tables.clientOf(tablePrefix + table);
    const making = send((abortSignal) => client.createTable({ abortSignal })).then(() => client);
    made.set(table, making);
    making.catch(() => made.delete(table));
    return making;
  }

  const get = async (table: string, key: RowKey): Promise<StoredRow | undefined> => {
    checkTable(table, tablePrefix);
    checkKey(key);
    return rowAt(send, await tableOf(table), key);
  };

  return {
    get,
    getMany: (table, keys) => Promise.all(keys.map((key) => get(table, key))),
    async range(table, partition, range = {}) {
      checkTable(table, tablePrefix);
      checkRange(partition, range);
      return pageOf(send, await tableOf(table), partition, range);
    },
    async write(table, partition, operations) {
      checkTable(table, tablePrefix);
      checkWrite(table, partition, operations);
      const client = await tableOf(table);
      await submit(operations, (part) =>
        send((abortSignal) => {
          tables.conditions.set(abortSignal, part.map(conditionOf));
          const actions = part.map((operation) => toAction(partition, operation));
          return client.submitTransaction(actions, { abortSignal });
        }),
      );
    },
    close: () => Promise.resolve(),
  };
}

async function rowAt(send: Send, client: TableClient, key: RowKey): Promise<StoredRow | undefined> {
  try {
    return toRow(await send((abortSignal) => client.getEntity(key.partition, key.row, { abortSignal })));
  } catch (error) {
    if (refusalIn(error)?.status === 'missing') return undefined;
    throw error;
  }
}

async function pageOf(send: Send, client: TableClient, partition: string, range: Range): Promise<Page> {
  const { from, before, limit = limits.rowsPerPage, continuation } = range;
  const filter = [
    odata`PartitionKey eq ${partition}`,
    ...(from === undefined ? [] : [odata`RowKey ge ${from}`]),
    ...(before === undefined ? [] : [odata`RowKey lt ${before}`]),
  ].join(' and ');
  return send(async (abortSignal) => {
    const settings = { maxPageSize: limit, ...(continuation === undefined ? {} : { continuationToken: continuation }) };
    for await (const page of client.listEntities({ queryOptions: { filter }, abortSignal }).byPage(settings)) {
      const next = page.continuationToken;
      return { rows: page.map(toRow), ...(next ? { continuation: next } : {}) };
    }
    return { rows: [] };
  });
}

/** Sends the operations until they are done or one of them is refused, leaving out deletes that find nothing. */
async function submit(
  operations: readonly Operation[],
  sendPart: (part: readonly Operation[]) => Promise<unknown>,
): Promise<void> {
  let part = operations.map((operation, index) => ({ operation, index }));
  while (part.length > 0) {
    try {
      await sendPart(part.map(({ operation }) => operation));
      return;
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      const failed = part[refusal.index ?? -1];
      if (!failed) throw new StoreUnavailable('Azure Tables did not say which operation it refused.', { cause: error });
      if (refusal.status === 'exists') throw new RowExists(failed.index);
      if (refusal.status !== 'missing' || !isFreeDelete(failed.operation)) throw new RowChanged(failed.index);
      part = part.filter((one) => one !== failed);
    }
  }
}

const isFreeDelete = (operation: Operation): boolean => operation.kind === 'delete' && operation.etag === undefined;

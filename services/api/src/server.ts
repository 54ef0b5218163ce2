import { recordTypes } from '@record-insights/domain';
import pino from 'pino';
import { serverConfig, startProblem, type ServerConfig } from './config';
import { heldByParent } from './heldByParent';
import { buildApp } from './http/app';
import { onBehalfOf, withOwnToken } from './entra/onBehalfOf';
import { entraIdentity } from './http/entraIdentity';
import { identityOf } from './http/identity';
import { crmRights } from './http/rights';
import { openService } from './openService';
import { readSettings } from './settings';
import { openStore } from './store/openStore';
import { StoreUnavailable } from './store/tableStore';
import { UsageError } from './usageError';

/** A running server. */
export interface Server {
  readonly port: number;
  /** Ends what is under way, then closes the store. */
  close(): Promise<void>;
}

/** Milliseconds that requests under way have to end when the server is told to stop. */
const longestEnd = 10_000;

/** @throws StoreUnavailable, or what listening on the port throws */
export async function startServer(config: ServerConfig): Promise<Server> {
  const { signIn } = config;
  const log = pino({ level: config.logLevel });
  const store = await openStore(config.store);
  const service = await openService({ log, ...(config.heldByParent ? heldByParent(store) : { store }) });
  const app = await buildApp({
    service,
    identify: signIn.kind === 'entra' ? entraIdentity(signIn) : identityOf(signIn),
    rights: crmRights({
      believedFor: config.rightsBelievedFor,
      crm: signIn.kind === 'entra' ? onBehalfOf(signIn) : withOwnToken(signIn.crm),
      tableOf: async ({ organisation }, recordType) =>
        recordTypes[recordType].tables[(await readSettings(store, organisation)).recordTables],
    }),
    origins: config.origins,
    logger: log,
  });
  app.addHook('onClose', () => service.close());
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await app.close();
    throw error;
  }
  const address = app.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : config.port,
    async close() {
      // Whoever reads an answer too slowly is cut off; the others get theirs whole.
      const cut = setTimeout(() => app.server.closeAllConnections(), longestEnd);
      await app.close();
      clearTimeout(cut);
    },
  };
}

/** Resolves when the parent process, if there is one, has been told. */
function tellPort(port: number): Promise<void> {
  return new Promise((told) => {
    if (process.send && process.connected)
      process.send({ kind: 'listening', port }, undefined, undefined, () => told());
    else told();
  });
}

/** Serves until it is told to stop; stops, too, when the process that started it is gone. */
async function main(): Promise<void> {
  let asked: Pick<ServerConfig, 'port' | 'host'> = { port: 0, host: '' };
  try {
    const config = serverConfig(process.argv.slice(2));
    asked = config;
    const server = await startServer(config);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(server));
    process.once('disconnect', () => void stop(server));
    await tellPort(server.port);
  } catch (error) {
    const told =
      error instanceof UsageError || error instanceof StoreUnavailable ? error.message : startProblem(error, asked);
    process.stderr.write(`${told ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
    leave(told === undefined ? 1 : 2);
  }
}

let stopping: Promise<void> | undefined;

/** Told to stop again, it goes on stopping. */
function stop(server: Server): Promise<void> {
  stopping ??= server.close().then(
    () => leave(0),
    (error: unknown) => {
      process.stderr.write(`The service did not stop cleanly: ${String(error)}\n`);
      leave(1);
    },
  );
  return stopping;
}

/** Ends the process when nothing is left to do. */
function leave(code: number): void {
  process.exitCode = code;
  if (process.connected) process.disconnect();
}

if (require.main === module) void main();

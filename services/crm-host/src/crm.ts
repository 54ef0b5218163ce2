import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { buildApp } from './app';
import { keysIn } from './auth/keys';
import { claimsOfIngest, signToken } from './auth/tokens';
import { openTeller } from './directory/teller';
import { toldRecords } from './directory/toldRecords';
import { localOrganisation } from './organisation';
import { defaultFolders, type PageOptions } from './pages/routes';
import { loadRecords } from './records/records';
import { userTable } from './tables';
import { rightsInWords, userOf } from './users';

export interface CrmOptions extends Partial<Pick<PageOptions, 'web' | 'controls' | 'forms'>> {
  /** 0 takes a free one. */
  readonly port: number;
  /** Data directory; the CRM keeps everything below `<data>/crm`. */
  readonly data: string;
  /** Where the service listens: `http://localhost:4281`. It is told of every record. */
  readonly serviceAddress: string;
  readonly logger?: Logger;
}

/** A running CRM. */
export interface Crm {
  readonly address: string;
  /** Who can sign in, and what they may do. */
  readonly users: readonly { readonly id: string; readonly name: string; readonly rights: string }[];
  close(): Promise<void>;
}

/** Starts the local CRM on this machine only: it asks nobody for a password. */
export async function startCrm(options: CrmOptions): Promise<Crm> {
  const folder = join(options.data, 'crm');
  const port = options.port === 0 ? await freePort() : options.port;
  const address = `http://localhost:${port}`;
  const logger = options.logger ?? pino({ level: 'warn' });
  const keys = await keysIn(join(folder, 'keys.json'));
  const token = (): Promise<string> => signToken(keys, claimsOfIngest(address, localOrganisation.id));
  const teller = openTeller({ ...options, token, logger });
  const loaded = await loadRecords(join(folder, 'records'));
  const records = await toldRecords(loaded, teller, join(folder, 'deleted.ndjson'));
  const identity = { keys, address, records };
  const folders = { ...defaultFolders(), ...options };
  await mkdir(folders.web, { recursive: true });
  await mkdir(folders.controls, { recursive: true });
  const app = await buildApp({ ...folders, identity, organisation: localOrganisation }, logger);
  await app.listen({ host: 'localhost', port });
  const users = records.rows(userTable.table).map(userOf);
  return {
    address,
    users: users.map((user) => ({ id: user.id, name: user.name, rights: rightsInWords(user) })),
    async close() {
      await teller.close();
      await app.close();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === 'object' && found ? found.port : 0));
    });
  });
}

import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { buildApp } from './app';
import { keysIn } from './auth/keys';
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
  /** Where the service listens: `http://localhost:4281`. */
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
  const records = await loadRecords(join(folder, 'records'));
  const identity = { keys: await keysIn(join(folder, 'keys.json')), address, records };
  const folders = { ...defaultFolders(), ...options };
  await mkdir(folders.web, { recursive: true });
  await mkdir(folders.controls, { recursive: true });
  const logger = options.logger ?? pino({ level: 'warn' });
  const app = await buildApp({ ...folders, identity, organisation: localOrganisation }, logger);
  await app.listen({ host: 'localhost', port });
  const users = records.rows(userTable.table).map(userOf);
  return {
    address,
    users: users.map((user) => ({ id: user.id, name: user.name, rights: rightsInWords(user) })),
    close: () => app.close(),
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

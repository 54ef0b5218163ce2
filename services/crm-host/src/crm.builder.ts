import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { buildApp } from './app';
import { keysIn } from './auth/keys';
import { claimsOfUser, sessionAudience, signToken } from './auth/tokens';
import { localOrganisation } from './organisation';
import { loadRecords, type Records } from './records/records';
import type { Row } from './row';
import { userTable } from './tables';
import { localUsers, userOf } from './users';

/** A CRM of a few records on a folder of its own, for tests. */
export interface TestCrm {
  readonly app: FastifyInstance;
  readonly folder: string;
  readonly records: Records;
  /** Headers of a request in the name of a user, as the service sends it. */
  as(name: string): Promise<{ authorization: string }>;
  /** Headers of a browser in which the user is signed in. */
  inBrowserOf(name: string): Promise<{ cookie: string }>;
  close(): Promise<void>;
}

const address = 'http://localhost:4280';
const userId = (index: number): string => String(localUsers[index]?.['systemuserid']);
export const idOf = (kind: number, index: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** Thirty contacts in three accounts; every third of both is owned by Sanna Vik, the rest by Emil Krogh. */
export function testRows(): Readonly<Record<string, readonly Row[]>> {
  const owner = (index: number): string => userId(index % 3 === 1 ? 1 : 0);
  const account = (index: number): Row => ({
    accountid: idOf(2, index),
    name: ['Aquila Pumps', 'Solheim Brewery', 'Nordlys Dairy'][index] ?? '',
    _ownerid_value: owner(index),
    statecode: 0,
  });
  const contact = (index: number): Row => ({
    contactid: idOf(1, index),
    fullname: `Person ${String(index).padStart(2, '0')}`,
    firstname: 'Person',
    lastname: String(index).padStart(2, '0'),
    jobtitle: index % 2 === 0 ? 'Maintenance manager' : 'Buyer',
    emailaddress1: `person${index}@example.com`,
    _parentcustomerid_value: idOf(2, index % 3),
    _ownerid_value: owner(index),
    statecode: 0,
    modifiedon: `2026-03-${String((index % 28) + 1).padStart(2, '0')}T08:00:00Z`,
  });
  return {
    account: Array.from({ length: 3 }, (_, index) => account(index)),
    contact: Array.from({ length: 30 }, (_, index) => contact(index)),
    rin_marketingemail: [{ rin_marketingemailid: idOf(3, 0), rin_name: 'Winter check', _ownerid_value: userId(0) }],
  };
}

export async function testCrm(rows = testRows()): Promise<TestCrm> {
  const folder = await mkdtemp(join(tmpdir(), 'crm-'));
  await mkdir(join(folder, 'records'));
  await Promise.all(
    Object.entries(rows).map(([table, list]) =>
      writeFile(join(folder, 'records', `${table}.json`), JSON.stringify(list)),
    ),
  );
  const records = await loadRecords(join(folder, 'records'));
  const identity = { keys: await keysIn(join(folder, 'keys.json')), address, records };
  const folders = { web: folder, controls: folder, forms: { base: folder, own: folder, solution: folder } };
  const place = { identity, organisation: localOrganisation, serviceAddress: 'http://localhost:4281', ...folders };
  const app = await buildApp(place, pino({ level: 'silent' }));
  const tokenOf = async (name: string, audience?: string): Promise<string> => {
    const row = records.rows(userTable.table).find((candidate) => candidate['fullname'] === name);
    return signToken(identity.keys, claimsOfUser(userOf(row ?? {}), address, localOrganisation.id), audience);
  };
  return {
    app,
    folder,
    records,
    as: async (name) => ({ authorization: `Bearer ${await tokenOf(name)}` }),
    inBrowserOf: async (name) => ({ cookie: `other=1; local_crm_session=${await tokenOf(name, sessionAudience)}` }),
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

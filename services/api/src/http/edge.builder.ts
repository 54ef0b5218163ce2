import { recordTypes } from '@record-insights/domain';
import type { LightMyRequestResponse, InjectOptions } from 'fastify';
import pino from 'pino';
import { startFakeCrm, type FakeCrm } from '../../../../test/harness/fakeCrm';
import { memoryStore } from '../../../../test/harness/memoryStore';
import { withOwnToken } from '../entra/onBehalfOf';
import { openService, type OpenService } from '../openService';
import type { InsightsService } from '../service';
import { buildApp } from './app';
import { identityOf, type Role } from './identity';
import { crmRights } from './rights';

export const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
export const contact = '11111111-1111-4111-8111-111111111111';
export const origin = 'http://crm.example';
export const now = Date.parse('2026-11-23T13:00:00Z');

/** The service behind HTTP, on a store in memory and beside a CRM that signs tokens. */
export interface Edge {
  readonly service: OpenService;
  readonly crm: FakeCrm;
  /** What was logged, one JSON a line. */
  readonly log: string[];
  /** Asks in the name of someone who has the roles; without any, of nobody. */
  ask(request: InjectOptions | string, ...roles: Role[]): Promise<LightMyRequestResponse>;
  /** Takes rows in and waits until they are counted. */
  taken(rows: readonly object[]): Promise<void>;
  openApi(): Promise<OpenApi>;
  close(): Promise<void>;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: ProblemSchema }>> }>
  >;
}

interface ProblemSchema {
  readonly properties?: { readonly code?: { readonly enum: readonly string[] } };
}

/** @param otherwise what the service does otherwise than it would */
export async function openEdge(otherwise: Partial<InsightsService> = {}): Promise<Edge> {
  const crm = await startFakeCrm(organisation);
  const log: string[] = [];
  const service = await openService({ store: memoryStore(), now: () => now });
  const app = await buildApp({
    service: { ...service, ...otherwise },
    identify: identityOf({
      issuer: crm.address,
      audience: 'record-insights',
      keys: new URL('/.well-known/jwks.json', crm.address),
    }),
    rights: crmRights({
      crm: withOwnToken(crm.address),
      believedFor: 30_000,
      tableOf: (_caller, recordType) => Promise.resolve(recordTypes[recordType].tables.own),
    }),
    origins: [origin],
    logger: pino({ level: 'info' }, { write: (line: string) => void log.push(line) }),
  });
  return {
    service,
    crm,
    log,
    async ask(request, ...roles) {
      const options = typeof request === 'string' ? { url: request } : request;
      const authorization = roles.length === 0 ? {} : { authorization: `Bearer ${await crm.token(roles)}` };
      return app.inject({ ...options, headers: { ...authorization, ...options.headers } });
    },
    async taken(rows) {
      await service.ingest(organisation, { rows });
      await service.settled(organisation);
    },
    openApi: async () => (await app.inject('/openapi.json')).json<OpenApi>(),
    async close() {
      await app.close();
      await service.close();
      await crm.stop();
    },
  };
}

/** An open of a message by the contact. */
export const anOpen = (
  id: string,
  columns: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> => ({
  InteractionType: 'EmailOpened',
  InternalMarketingInteractionId: id,
  Timestamp: '2026-11-20T10:00:00Z',
  ContactId: contact,
  MessageId: 'aaaaaaaa-0000-4000-8000-000000000001',
  SendingId: 's1',
  ...columns,
});

export const recordPath = `/v1/records/contact/${contact}`;

export const post = (url: string, payload: string | Buffer, contentType = 'application/json'): InjectOptions => ({
  method: 'POST',
  url,
  payload,
  headers: { 'content-type': contentType },
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A CRM that signs tokens and says who may read what, and nothing more. */
export interface FakeCrm {
  readonly address: string;
  token(roles: readonly string[], user?: string): Promise<string>;
  /** Records that nobody may read from now on, by id. */
  readonly unreadable: Set<string>;
  stop(): Promise<void>;
}

const audience = 'record-insights';

export async function startFakeCrm(organisation: string): Promise<FakeCrm> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  const unreadable = new Set<string>();
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    const isKeys = url.startsWith('/.well-known/jwks.json');
    const filter = new URL(url, 'http://crm').searchParams.get('$filter');
    const hidden = filter === null && [...unreadable].some((id) => url.includes(id));
    response.writeHead(hidden ? 403 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isKeys ? { keys: [jwk] } : filter === null ? {} : listed(filter, unreadable)));
  });
  const address = await listening(server);
  return {
    address,
    unreadable,
    token: (roles, user = 'tester') =>
      new SignJWT({ name: user, tid: organisation, roles: [...roles] })
        .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: 'JWT' })
        .setIssuer(address)
        .setAudience(audience)
        .setSubject(user)
        .setIssuedAt()
        .setExpirationTime('2h')
        .sign(privateKey),
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

/** The records that a filter asks for by their keys, without those that nobody may read. */
function listed(filter: string, unreadable: ReadonlySet<string>): { readonly value: readonly object[] } {
  const asked = [...filter.matchAll(/(\w+) eq ([\w-]+)/g)].map(([, key = '', id = '']) => ({ key, id }));
  return { value: asked.filter(({ id }) => !unreadable.has(id)).map(({ key, id }) => ({ [key]: id })) };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

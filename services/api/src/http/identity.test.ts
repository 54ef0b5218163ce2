import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type KeyLike } from 'jose';
import { identityOf, type Identify } from './identity';

const issuer = 'https://issuer.example';
const audience = 'record-insights';
let server: Server;
let trusted: KeyLike;
let other: KeyLike;
let identify: Identify;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'ES256', use: 'sig' };
  trusted = pair.privateKey;
  other = (await generateKeyPair('ES256')).privateKey;
  server = createServer((_request, response) => void response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  identify = identityOf({ issuer, audience, keys: addressOf(server) });
});
afterAll(() => void server.close());

const addressOf = (one: Server): URL => new URL(`http://127.0.0.1:${(one.address() as AddressInfo).port}`);

interface Token {
  readonly claims?: Record<string, unknown>;
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string;
  readonly key?: KeyLike | Uint8Array;
  readonly alg?: string;
}

function bearer(token: Token = {}): Promise<string> {
  const claims = { sub: 'someone', tid: 'tenant', roles: ['insights.read', 'other.role'], ...token.claims };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: token.alg ?? 'ES256', kid: 'k' })
    .setIssuer(token.issuer ?? issuer)
    .setAudience(token.audience ?? audience)
    .setExpirationTime(token.expires ?? '1h')
    .sign(token.key ?? trusted)
    .then((text) => `Bearer ${text}`);
}

test('a token of the issuer tells who asks, for which organisation, with the roles that are known here', async () => {
  const authorization = await bearer();
  expect(await identify(authorization)).toEqual({
    organisation: 'tenant',
    user: 'someone',
    roles: ['insights.read'],
    token: authorization.slice('Bearer '.length),
  });
});

test('a token without roles has none', async () => {
  expect((await identify(await bearer({ claims: { roles: 'insights.admin' } }))).roles).toEqual([]);
});

const refusals: Readonly<Record<string, () => Promise<string | undefined>>> = {
  nothing: () => Promise.resolve(undefined),
  'another scheme': () => Promise.resolve('Basic dXNlcjpwYXNz'),
  'what is no token': () => Promise.resolve('Bearer nonsense'),
  'a token of another key': () => bearer({ key: other }),
  'a token of another issuer': () => bearer({ issuer: 'https://elsewhere.example' }),
  'a token for another service': () => bearer({ audience: 'another' }),
  'a token that has expired': () => bearer({ expires: '-1h' }),
  'a token without organisation': () => bearer({ claims: { tid: undefined } }),
  'a token signed with a shared secret': () => bearer({ alg: 'HS256', key: new TextEncoder().encode('k'.repeat(32)) }),
  'a token that nobody signed': async () => {
    const [, payload] = (await bearer()).split('.');
    return `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload ?? ''}.`;
  },
};

test.each(Object.entries(refusals))('%s is not signed in', async (_what, authorization) => {
  await expect(identify(await authorization())).rejects.toMatchObject({ code: 'notSignedIn' });
});

test('keys that cannot be read are not the caller’s fault', async () => {
  const unreachable = identityOf({ issuer, audience, keys: new URL('http://127.0.0.1:1') });
  await expect(unreachable(await bearer())).rejects.toMatchObject({ code: 'crmUnavailable' });
});

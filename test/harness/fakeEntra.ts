import { createServer as createSecureServer } from 'node:https';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK, type KeyLike } from 'jose';

export const tenant = '11111111-2222-4333-8444-555555555555';
/** The service's registration. */
export const serviceClient = '77777777-8888-4999-8aaa-bbbbbbbbbbbb';
export const serviceSecret = 'a secret of the service';

/** A question to Entra's token endpoint, as a form. */
export type Grant = Readonly<Record<string, string>>;

/** Entra's answer to it. */
export interface GrantAnswer {
  readonly status?: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface TokenWords {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly audience?: string;
  /** Of version 2 unless told. */
  readonly issuer?: string;
  /** Seconds from now. */
  readonly starts?: number;
  readonly ends?: number;
  readonly algorithm?: string;
  readonly key?: KeyLike | Uint8Array;
}

/** Microsoft Entra as the service meets it: keys that change, tokens for the service, and the exchange of them. */
export interface FakeEntra {
  readonly address: string;
  /** A token for the service. */
  token(words?: TokenWords): Promise<string>;
  /** Signs with another key from now on; the former is no longer published. */
  changeKeys(): Promise<void>;
  /** What is answered to a grant; may be set. */
  onGrant: (grant: Grant) => GrantAnswer | Promise<GrantAnswer>;
  readonly grants: Grant[];
  stop(): Promise<void>;
}

interface SigningKey {
  readonly id: string;
  readonly key: KeyLike;
  readonly jwk: JWK;
}

/** Made once: making keys takes long. */
let firstKey: Promise<SigningKey> | undefined;

/** @param tls serves on https with that certificate */
export async function startFakeEntra(tls?: { readonly key: string; readonly cert: string }): Promise<FakeEntra> {
  let signing = await (firstKey ??= newKey('1'));
  const grants: Grant[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => void respond(request, response);
  const server = tls ? createSecureServer(tls, answer) : createServer(answer);
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const address = `${tls ? 'https' : 'http'}://localhost:${(server.address() as AddressInfo).port}`;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status = 200, body } = await answerTo(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  async function answerTo(request: IncomingMessage): Promise<GrantAnswer> {
    const { pathname } = new URL(request.url ?? '', address);
    if (pathname === `/${tenant}/discovery/v2.0/keys`) return { body: { keys: [signing.jwk] } };
    if (pathname === `/${tenant}/v2.0/.well-known/openid-configuration`)
      return {
        body: {
          issuer: `${address}/${tenant}/v2.0`,
          authorization_endpoint: `${address}/${tenant}/oauth2/v2.0/authorize`,
          token_endpoint: `${address}/${tenant}/oauth2/v2.0/token`,
          jwks_uri: `${address}/${tenant}/discovery/v2.0/keys`,
        },
      };
    if (pathname !== `/${tenant}/oauth2/v2.0/token`) return { status: 404, body: {} };
    const grant = Object.fromEntries(new URLSearchParams(await textOf(request)));
    grants.push(grant);
    return entra.onGrant(grant);
  }

  const entra: FakeEntra = {
    address,
    grants,
    onGrant: () => ({ status: 400, body: { error: 'unsupported_grant_type' } }),
    token({ claims = {}, audience = serviceClient, issuer, starts = -60, ends = 3600, algorithm, key } = {}) {
      const seconds = Math.floor(Date.now() / 1000);
      const user = { tid: tenant, oid: 'emil', sub: 'emil-here', scp: 'access_as_user', roles: ['insights.read'] };
      return new SignJWT({ ...user, ver: '2.0', ...claims })
        .setProtectedHeader({ alg: algorithm ?? 'RS256', kid: signing.id, typ: 'JWT' })
        .setIssuer(issuer ?? `${address}/${tenant}/v2.0`)
        .setAudience(audience)
        .setNotBefore(seconds + starts)
        .setExpirationTime(seconds + ends)
        .sign(key ?? signing.key);
    },
    changeKeys: async () => void (signing = await newKey(`${Number(signing.id) + 1}`)),
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
  return entra;
}

async function newKey(id: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return { id, key: privateKey, jwk: { ...(await exportJWK(publicKey)), kid: id, use: 'sig' } };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

import type { Route } from 'playwright-core';

export const tenant = '11111111-2222-4333-8444-555555555555';
export const client = '66666666-7777-4888-8999-000000000000';
export const scope = 'api://insights/access_as_user';
export const hint = 'emil.krogh@example.com';

/** Microsoft Entra as msal-browser meets it, in the place of the network: who is signed in there, and what it was asked. */
export class FakeEntra {
  isSignedIn = true;
  /** What the user does with the sign-in window. */
  user: 'signs in' | 'closes the window' = 'signs in';
  /** Seconds that tokens hold. The library renews those that hold for less than five minutes. */
  lifetime = 3600;
  readonly asked: URL[] = [];
  readonly #nonces = new Map<string, string>();

  constructor(private readonly accessToken: () => Promise<string>) {}

  readonly answer = async (route: Route): Promise<void> => {
    const url = new URL(route.request().url());
    if (url.pathname.endsWith('/authorize')) return this.#authorize(route, url);
    if (url.pathname.endsWith('/token')) return this.#token(route);
    return route.fulfill({ status: 404, body: '' });
  };

  async #authorize(route: Route, url: URL): Promise<void> {
    this.asked.push(url);
    const wanted = url.searchParams;
    const isSilent = wanted.get('prompt') === 'none';
    if (!isSilent && this.user === 'closes the window') {
      await route.fulfill({ contentType: 'text/html', body: '<script>window.close()</script>' });
      return;
    }
    if (!isSilent) this.isSignedIn = true;
    const code = `code-${this.asked.length}`;
    this.#nonces.set(code, wanted.get('nonce') ?? '');
    const refusal = { error: 'login_required', error_description: 'AADSTS50058: Nobody is signed in.' };
    const fields = new URLSearchParams({
      ...(this.isSignedIn ? { code } : refusal),
      state: wanted.get('state') ?? '',
    });
    const location = `${wanted.get('redirect_uri') ?? ''}#${fields.toString()}`;
    await route.fulfill({
      contentType: 'text/html',
      body: `<script>location.replace(${JSON.stringify(location)})</script>`,
    });
  }

  async #token(route: Route): Promise<void> {
    const code = new URLSearchParams(route.request().postData() ?? '').get('code') ?? '';
    const seconds = Math.floor(Date.now() / 1000);
    const who = { oid: 'user', tid: tenant, sub: 'user', preferred_username: hint, name: 'Emil Krogh' };
    const times = { iat: seconds, nbf: seconds, exp: seconds + 3600 };
    const issuer = { iss: `https://login.microsoftonline.com/${tenant}/v2.0`, aud: client, ver: '2.0' };
    const idToken = [{ alg: 'none' }, { ...who, ...times, ...issuer, nonce: this.#nonces.get(code) }, {}]
      .map(encoded)
      .join('.');
    await route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: {
        token_type: 'Bearer',
        scope,
        expires_in: this.lifetime,
        access_token: await this.accessToken(),
        id_token: idToken,
        client_info: encoded({ uid: 'user', utid: tenant }),
      },
    });
  }
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

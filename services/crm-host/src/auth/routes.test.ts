import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { testCrm, type TestCrm } from '../crm.builder';

let crm: TestCrm;
beforeEach(async () => (crm = await testCrm()));
afterEach(() => crm.close());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const signIn = async (payload: string): Promise<{ location: unknown; cookie: string }> => {
  const answer = await crm.app.inject({ method: 'POST', url: '/sign-in', headers: form, payload });
  return { location: answer.headers.location, cookie: String(answer.headers['set-cookie']) };
};
const emilId = (): string => String(crm.records.rows('systemuser')[0]!['systemuserid']);

describe('Signing in', () => {
  test('the page names everybody who can sign in and what they may do', async () => {
    const { body } = await crm.app.inject('/sign-in');
    for (const words of ['Emil Krogh', 'Sanna Vik', 'Jonas Dahl', 'Reads no records', 'no passwords']) {
      expect(body).toContain(words);
    }
  });

  test('choosing a user sets a session that the app knows, and goes on to where one wanted to go', async () => {
    const { location, cookie } = await signIn(`user=${emilId()}&return=${encodeURIComponent('/contacts?page=2')}`);
    expect(location).toBe('/contacts?page=2');
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/);
    const me = await crm.app.inject({ url: '/me', headers: { cookie: cookie.split(';')[0]! } });
    expect(me.json()).toMatchObject({ name: 'Emil Krogh', roles: ['insights.read', 'insights.admin'] });
  });

  test.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example'])(
    'never goes on to another site, as %s',
    async (address) => {
      expect((await signIn(`user=${emilId()}&return=${encodeURIComponent(address)}`)).location).toBe('/');
    },
  );

  test('somebody unknown is asked again and gets no session', async () => {
    expect(await signIn('user=nobody')).toEqual({ location: '/sign-in', cookie: 'undefined' });
  });

  test('a page of the app sends who is not signed in to sign in, and back', async () => {
    const { headers } = await crm.app.inject('/contacts?search=ma');
    expect(headers.location).toBe('/sign-in?return=%2Fcontacts%3Fsearch%3Dma');
  });

  test('signing out ends the session', async () => {
    const { headers } = await crm.app.inject({ method: 'POST', url: '/sign-out' });
    expect(headers['set-cookie']).toContain('Max-Age=0');
  });
});

describe('Tokens for the service', () => {
  test('are given to the signed-in user and hold against the published keys', async () => {
    const { token } = (await crm.app.inject({ url: '/auth/token', headers: await crm.inBrowserOf('Sanna Vik') })).json<{
      token: string;
    }>();
    const keys = (await crm.app.inject('/.well-known/jwks.json')).json<JSONWebKeySet>();
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), { audience: 'record-insights' });
    expect(payload).toMatchObject({ iss: 'http://localhost:4280', name: 'Sanna Vik', roles: ['insights.read'] });
  });

  test('are refused to who is not signed in, a bearer token included', async () => {
    expect((await crm.app.inject('/auth/token')).statusCode).toBe(401);
    expect((await crm.app.inject({ url: '/auth/token', headers: await crm.as('Emil Krogh') })).statusCode).toBe(401);
  });
});

describe('The app', () => {
  test('lets pages load from this CRM and the service only', async () => {
    const { headers, body } = await crm.app.inject({ url: '/contacts', headers: await crm.inBrowserOf('Emil Krogh') });
    expect(headers['content-security-policy']).toContain("connect-src 'self' http://localhost:4281;");
    expect(body).not.toMatch(/https?:/);
  });

  test('shows people an unknown address as a page of the app', async () => {
    const headers = { accept: 'text/html', ...(await crm.inBrowserOf('Emil Krogh')) };
    const answer = await crm.app.inject({ url: '/nowhere', headers });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  });

  test('answers an unknown address in words', async () => {
    const answer = await crm.app.inject('/nowhere');
    expect([answer.statusCode, answer.json()]).toEqual([
      404,
      { error: { code: 'notFound', message: 'There is nothing at this address.' } },
    ]);
  });
});

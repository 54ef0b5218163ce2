import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Problem } from '@record-insights/domain';
import { recordTypes } from '@record-insights/domain';
import { onBehalfOf } from '@record-insights/api/entra/onBehalfOf';
import { buildApp } from '@record-insights/api/http/app';
import { entraIdentity } from '@record-insights/api/http/entraIdentity';
import { crmRights } from '@record-insights/api/http/rights';
import { openService, type OpenService } from '@record-insights/api/openService';
import { generateKeyPair } from 'jose';
import pino from 'pino';
import { startFakeDataverse, type FakeDataverse } from '../harness/fakeDataverse';
import { serviceClient, serviceSecret, startFakeEntra, tenant, type FakeEntra, type Grant } from '../harness/fakeEntra';
import { memoryStore } from '../harness/memoryStore';

const contact = '11111111-1111-4111-8111-111111111111';
const overview = `/v1/records/contact/${contact}/insights/overview`;
/** Milliseconds that an answer of Dataverse is believed here. */
const believedFor = 300;

let entra: FakeEntra;
let dataverse: FakeDataverse;
let service: OpenService;
let app: Awaited<ReturnType<typeof buildApp>>;
const log: string[] = [];

/** What Entra gives for the token of a caller: one of Dataverse, for the user whom it names. */
const exchange = ({ assertion = '' }: Grant): { readonly body: Readonly<Record<string, unknown>> } => {
  const { oid } = JSON.parse(Buffer.from(assertion.split('.')[1]!, 'base64url').toString()) as { oid: string };
  return { body: { access_token: `dataverse-${oid}`, token_type: 'Bearer', expires_in: 3600 } };
};

beforeEach(async () => {
  log.length = 0;
  [entra, dataverse] = await Promise.all([startFakeEntra(), startFakeDataverse()]);
  entra.onGrant = exchange;
  dataverse.readable.set('dataverse-emil', new Set([contact])).set('dataverse-jonas', new Set());
  service = await openService({ store: memoryStore() });
  const tenants = new Map([[tenant, dataverse.address]]);
  app = await buildApp({
    service,
    identify: entraIdentity({ authority: entra.address, clientId: serviceClient, tenants }),
    rights: crmRights({
      crm: onBehalfOf({
        authority: entra.address.replace('http:', 'https:'),
        clientId: serviceClient,
        credential: { kind: 'secret', secret: serviceSecret },
        tenants,
        // The library speaks https alone; the made-up Entra of this file does not.
        fetch: (url, init) => fetch((url as string).replace('https:', 'http:'), init),
      }),
      tableOf: (_caller, recordType) => Promise.resolve(recordTypes[recordType].tables.vendor),
      believedFor,
    }),
    origins: [],
    logger: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
  });
});
afterEach(async () => {
  await app.close();
  await service.close();
  await Promise.all([entra.stop(), dataverse.stop()]);
});

/** Status and, of a refusal, its code; 'nobody' comes without a token. */
async function asked(token: string | undefined, url = overview): Promise<[number, string?]> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await app.inject({ url, headers });
  return answer.statusCode === 200 ? [200] : [answer.statusCode, answer.json<Problem>().code];
}
const detailOf = async (token: string): Promise<string> =>
  (await app.inject({ url: overview, headers: { authorization: `Bearer ${token}` } })).json<Problem>().detail;

describe('A token of Entra', () => {
  const v1 = `https://sts.windows.net/${tenant}/`;

  test.each([
    ['of version 2', {}],
    ['of version 1', { issuer: v1, audience: `api://${serviceClient}`, claims: { ver: '1.0' } }],
    ['that ended within the skew of clocks', { ends: -30 }],
    ['that starts within it', { starts: 30 }],
    ['of a program, which has roles alone', { claims: { scp: undefined, idtyp: 'app' } }],
  ])('%s is taken', async (_what, words) => {
    expect(await asked(await entra.token(words), '/v1/catalogue')).toEqual([200]);
  });

  test.each([
    ['that has expired', { ends: -90 }, 'expired'],
    ['that does not hold yet', { starts: 90 }, '(nbf)'],
    ['for another service', { audience: 'another' }, '(aud)'],
    ['of an issuer of another tenant', { issuer: `https://sts.windows.net/${serviceClient}/` }, '(iss)'],
    ['of a tenant that is not served', { claims: { tid: serviceClient } }, '(tid)'],
    ['of no tenant', { claims: { tid: undefined } }, '(tid)'],
    ['of nobody', { claims: { oid: undefined } }, '(oid)'],
    ['for another permission', { claims: { scp: 'openid' } }, '(scp)'],
  ])('%s is not', async (_what, words, named) => {
    const token = await entra.token(words);
    expect(await asked(token)).toEqual([401, 'notSignedIn']);
    expect(await detailOf(token)).toContain(named);
    expect(entra.grants).toEqual([]);
  });

  test('signed with another algorithm, with another key or by nobody is not', async () => {
    const pss = await generateKeyPair('PS256');
    const rsa = await generateKeyPair('RS256');
    const [header = '', claims = ''] = (await entra.token()).split('.');
    const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
    const hs = `${encoded({ alg: 'HS256', kid: '1' })}.${claims}`;
    const tokens = [
      await entra.token({ algorithm: 'PS256', key: pss.privateKey }),
      await entra.token({ key: rsa.privateKey }),
      `${hs}.${createHmac('sha256', serviceSecret).update(hs).digest('base64url')}`,
      `${encoded({ alg: 'none' })}.${claims}.`,
      `${header}.${claims}.`,
      'nonsense',
    ];
    for (const token of tokens) expect([token, ...(await asked(token))]).toEqual([token, 401, 'notSignedIn']);
    expect(await asked(undefined)).toEqual([401, 'notSignedIn']);
  });

  test('of a new key is taken while the service runs, and of a former one no longer', async () => {
    const former = await entra.token();
    expect(await asked(former)).toEqual([200]);
    await entra.changeKeys();
    const jump = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 6_000);
    expect(await asked(await entra.token())).toEqual([200]);
    jump.mockRestore();
    expect(await asked(former)).toEqual([401, 'notSignedIn']);
  });

  test('cannot be judged while Entra’s keys cannot be read', async () => {
    const token = await entra.token();
    await entra.stop();
    expect(await asked(token)).toEqual([503, 'crmUnavailable']);
  });
});

describe('The right on a record', () => {
  test('is asked of Dataverse as the user, for exactly that record, once in a while', async () => {
    const token = await entra.token();
    expect([await asked(token), await asked(token)]).toEqual([[200], [200]]);
    const path = `/api/data/v9.2/contacts(${contact})?$select=contactid`;
    expect(dataverse.asked).toEqual([{ path, token: 'dataverse-emil' }]);
    expect(entra.grants).toHaveLength(1);
    expect(entra.grants[0]).toMatchObject({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion: token,
      client_id: serviceClient,
      client_secret: serviceSecret,
    });
    expect(entra.grants[0]!['scope']!.split(' ')).toContain(`${dataverse.address}/.default`);
  });

  test('is one user’s and not another’s', async () => {
    expect(await asked(await entra.token())).toEqual([200]);
    expect(await asked(await entra.token({ claims: { oid: 'jonas' } }))).toEqual([403, 'noRight']);
  });

  test('that is withdrawn is gone when the answer is no longer believed, without another exchange', async () => {
    const token = await entra.token();
    expect(await asked(token)).toEqual([200]);
    dataverse.readable.get('dataverse-emil')!.clear();
    await setTimeout(believedFor + 50);
    expect(await asked(token)).toEqual([403, 'noRight']);
    expect(entra.grants).toHaveLength(1);
  });

  test('holds for as long as it is believed while CRM is out of reach; then, and where none is known, it is denied', async () => {
    const token = await entra.token();
    const jonas = await entra.token({ claims: { oid: 'jonas' } });
    expect(await asked(token)).toEqual([200]);
    await dataverse.stop();
    expect([await asked(token), await asked(jonas)]).toEqual([[200], [503, 'crmUnavailable']]);
    await setTimeout(believedFor + 50);
    expect(await asked(token)).toEqual([503, 'crmUnavailable']);
    await dataverse.start();
    expect(await asked(token)).toEqual([200]);
  });

  test('is denied while Entra does not answer', async () => {
    const token = await entra.token();
    expect(await asked(token, '/v1/catalogue')).toEqual([200]);
    await entra.stop();
    expect(await asked(token)).toEqual([503, 'crmUnavailable']);
  });
});

describe('A token of Dataverse', () => {
  test('is exchanged anew shortly before it ends', async () => {
    entra.onGrant = (grant) => ({ body: { ...exchange(grant).body, expires_in: 301 } });
    const token = await entra.token();
    expect(await asked(token)).toEqual([200]);
    await setTimeout(1_050);
    expect(await asked(token)).toEqual([200]);
    expect(entra.grants).toHaveLength(2);
  });

  test('that Dataverse does not take is not kept', async () => {
    const ids = dataverse.readable.get('dataverse-emil')!;
    dataverse.readable.delete('dataverse-emil');
    const token = await entra.token();
    expect(await asked(token)).toEqual([401, 'notSignedIn']);
    dataverse.readable.set('dataverse-emil', ids);
    expect(await asked(token)).toEqual([200]);
    expect(entra.grants).toHaveLength(2);
  });

  test.each([
    ['65001', { error: 'invalid_grant', suberror: 'consent_required' }, [503, 'consentMissing'], 'user_impersonation'],
    ['50076', { error: 'interaction_required' }, [401, 'notSignedIn'], 'Sign in'],
    ['500133', { error: 'invalid_grant' }, [401, 'notSignedIn'], 'Sign in'],
    ['7000215', { error: 'invalid_client' }, [503, 'crmSignInFailed'], 'RECORD_INSIGHTS_ENTRA_CLIENT_SECRET'],
    ['7000222', { error: 'invalid_client' }, [503, 'crmSignInFailed'], 'expired'],
    ['700016', { error: 'unauthorized_client' }, [503, 'crmSignInFailed'], 'RECORD_INSIGHTS_ENTRA_CLIENT_ID'],
    ['500011', { error: 'invalid_resource' }, [503, 'crmSignInFailed'], 'RECORD_INSIGHTS_ENTRA_TENANTS'],
    ['90000', { error: 'invalid_scope' }, [503, 'crmSignInFailed'], 'AADSTS90000'],
    ['90033', { error: 'temporarily_unavailable' }, [503, 'crmUnavailable'], 'Try again'],
  ])('that Entra refuses with AADSTS%s says what to do, and names nobody', async (number, words, answer, named) => {
    const said = `AADSTS${number}: User 'emil.krogh@example.com' may not.`;
    entra.onGrant = () => ({
      status: 400,
      body: { ...words, error_description: said, error_codes: [Number(number)], claims: '{}' },
    });
    const token = await entra.token();
    expect(await asked(token)).toEqual(answer);
    expect(await detailOf(token)).toContain(named);
    const told = log.join('');
    expect(told).not.toContain('emil.krogh');
    for (const secret of [token, serviceSecret]) expect(told).not.toContain(secret);
    if (answer[0] === 503) expect(told).toContain(`AADSTS${number}`);
  });
});

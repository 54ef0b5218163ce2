import { X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, importX509, jwtVerify } from 'jose';
import { selfSigned } from '../../../../test/harness/selfSigned';
import { onBehalfOf } from './onBehalfOf';

const tenant = '11111111-2222-4333-8444-555555555555';
const clientId = '77777777-8888-4999-8aaa-bbbbbbbbbbbb';
const emil = { organisation: tenant, user: 'emil', token: 'token of emil' };

test('a certificate proves who the service is without being sent its key', async () => {
  const { key, cert } = selfSigned('service.example');
  const fingerprint = new X509Certificate(cert).fingerprint256.replaceAll(':', '');
  const asked: [string, URLSearchParams][] = [];
  const crm = onBehalfOf({
    authority: 'https://login.microsoftonline.com',
    clientId,
    credential: { kind: 'certificate', key, certificate: cert, fingerprint },
    tenants: new Map([[tenant, 'https://crm.example']]),
    fetch: (url, init) => {
      asked.push([url as string, new URLSearchParams(init?.body as string)]);
      return Promise.resolve(Response.json({ access_token: 't', token_type: 'Bearer', expires_in: 3600 }));
    },
  });
  expect(await crm.accessOf(emil)).toEqual({ address: 'https://crm.example', token: 't' });
  const [[url, form] = ['', new URLSearchParams()]] = asked;
  expect(new URL(url).pathname).toBe(`/${tenant}/oauth2/v2.0/token`);
  const assertion = form.get('client_assertion') ?? '';
  expect(decodeProtectedHeader(assertion)).toMatchObject({
    'x5t#S256': Buffer.from(fingerprint, 'hex').toString('base64url'),
  });
  const { payload } = await jwtVerify(assertion, await importX509(cert, 'PS256'), { clockTolerance: 5 });
  expect(payload).toMatchObject({ iss: clientId, sub: clientId });
  expect(form.toString()).not.toContain('PRIVATE');
});

test('those who ask for one user at the same time share one exchange', async () => {
  let exchanges = 0;
  const crm = onBehalfOf({
    authority: 'https://login.microsoftonline.com',
    clientId,
    credential: { kind: 'secret', secret: 's' },
    tenants: new Map([[tenant, 'https://crm.example']]),
    fetch: () => {
      exchanges++;
      return Promise.resolve(Response.json({ access_token: 't', token_type: 'Bearer', expires_in: 3600 }));
    },
  });
  await Promise.all([crm.accessOf(emil), crm.accessOf(emil), crm.accessOf({ ...emil, token: 'a later one' })]);
  expect(exchanges).toBe(1);
  crm.forget(emil);
  await crm.accessOf(emil);
  expect(exchanges).toBe(2);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '../../../../test/harness/selfSigned';
import { serverConfig } from '../config';
import { entraConfig, entraVariables } from './entraConfig';

const tenant = '11111111-2222-4333-8444-555555555555';
const client = '77777777-8888-4999-8aaa-bbbbbbbbbbbb';
const enough = {
  RECORD_INSIGHTS_ENTRA_TENANTS: `${tenant}=https://one.crm4.dynamics.com`,
  RECORD_INSIGHTS_ENTRA_CLIENT_ID: client,
  RECORD_INSIGHTS_ENTRA_CLIENT_SECRET: 's',
};
const withoutSecret = { ...enough, RECORD_INSIGHTS_ENTRA_CLIENT_SECRET: undefined };
const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of that name with those texts. */
function fileWith(name: string, ...texts: readonly string[]): string {
  writeFileSync(join(folder, name), texts.join('\n'));
  return join(folder, name);
}

test('while the environment says nothing of Entra, the local CRM signs', () => {
  expect(entraConfig({ RECORD_INSIGHTS_ENTRA_TENANTS: ' ' })).toBeUndefined();
});

test('each tenant has its Dataverse, whose pages may call', () => {
  const other = client.toUpperCase();
  const tenants = `${tenant}=https://one.crm4.dynamics.com/, ${other}=https://two.crm4.dynamics.com`;
  const { signIn, origins } = serverConfig(['--origin', 'https://pages.example'], {
    ...enough,
    RECORD_INSIGHTS_ENTRA_TENANTS: tenants,
  });
  expect(signIn).toEqual({
    kind: 'entra',
    authority: 'https://login.microsoftonline.com',
    clientId: client,
    credential: { kind: 'secret', secret: 's' },
    tenants: new Map([
      [tenant, 'https://one.crm4.dynamics.com'],
      [client, 'https://two.crm4.dynamics.com'],
    ]),
  });
  expect(origins).toEqual(['https://one.crm4.dynamics.com', 'https://two.crm4.dynamics.com', 'https://pages.example']);
});

test('a certificate is read from one file, and known by its fingerprint', () => {
  const { key, cert } = selfSigned('service.example');
  const config = entraConfig({ ...withoutSecret, RECORD_INSIGHTS_ENTRA_CERTIFICATE: fileWith('both.pem', key, cert) });
  expect(config?.credential).toMatchObject({ kind: 'certificate', certificate: cert });
  expect(config?.credential).toHaveProperty('fingerprint', expect.stringMatching(/^[0-9A-F]{64}$/));
});

test.each([
  [
    { RECORD_INSIGHTS_ENTRA_CLIENT_ID: undefined },
    /^RECORD_INSIGHTS_ENTRA_TENANTS needs RECORD_INSIGHTS_ENTRA_CLIENT_ID/,
  ],
  [
    { RECORD_INSIGHTS_ENTRA_TENANTS: undefined },
    /^RECORD_INSIGHTS_ENTRA_CLIENT_ID needs RECORD_INSIGHTS_ENTRA_TENANTS/,
  ],
  [{ RECORD_INSIGHTS_ENTRA_CLIENT_ID: 'my app' }, /^RECORD_INSIGHTS_ENTRA_CLIENT_ID: my app is no id\. Give/],
  [{ RECORD_INSIGHTS_ENTRA_TENANTS: tenant }, /^RECORD_INSIGHTS_ENTRA_TENANTS: 1111.* names no Dataverse\. Give/],
  [{ RECORD_INSIGHTS_ENTRA_TENANTS: 'contoso=https://a.example' }, /^RECORD_INSIGHTS_ENTRA_TENANTS: contoso is no id/],
  [{ RECORD_INSIGHTS_ENTRA_TENANTS: `${tenant}=http://a.example` }, /: http:\/\/a\.example is no address\. Give/],
  [{ RECORD_INSIGHTS_ENTRA_TENANTS: `${tenant}=https://a.example/main.aspx` }, /main\.aspx is no address\. Give/],
  [{ RECORD_INSIGHTS_ENTRA_AUTHORITY: 'http://localhost:1' }, /^RECORD_INSIGHTS_ENTRA_AUTHORITY: .* is no address/],
  [{ RECORD_INSIGHTS_ENTRA_CLIENT_SECRET: undefined }, /^None of RECORD_INSIGHTS_ENTRA_CLIENT_SECRET, .* is set\./],
  [{ RECORD_INSIGHTS_ENTRA_MANAGED_IDENTITY: client }, /^More than one of .* is set\. Set one of them\.$/],
  [
    { RECORD_INSIGHTS_ENTRA_CLIENT_SECRET: undefined, RECORD_INSIGHTS_ENTRA_CERTIFICATE: '/none.pem' },
    /^RECORD_INSIGHTS_ENTRA_CERTIFICATE: \/none\.pem cannot be used\. Give a PEM file/,
  ],
])('says in one line what is wrong with %j', (changes, line) => {
  const environment = { ...enough, ...changes };
  expect(() => serverConfig([], environment)).toThrow(line);
  expect(() => serverConfig([], environment)).toThrow(/^[^\n]+$/);
});

test('a certificate without its key is none', () => {
  const { cert } = selfSigned('service.example');
  expect(() =>
    serverConfig([], { ...withoutSecret, RECORD_INSIGHTS_ENTRA_CERTIFICATE: fileWith('half.pem', cert) }),
  ).toThrow(/cannot be used/);
});

test('what is of a CRM that signs itself is not said beside Entra', () => {
  expect(() => serverConfig(['--issuer', 'http://localhost:1'], enough)).toThrow(
    /^--issuer is of a CRM that signs tokens itself\. Leave it out/,
  );
});

test('the admin guide tells each variable', () => {
  const guide = readFileSync(join(__dirname, '../../../../docs/admin-guide.md'), 'utf8');
  expect(Object.values(entraVariables).filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});

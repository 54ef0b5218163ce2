import { resolve } from 'node:path';
import { serverConfig, startProblem, storeConfig } from './config';

describe('The store', () => {
  test('lies below the data folder when nothing else is said', () => {
    expect(storeConfig({ store: 'embedded', data: 'd' }, {})).toEqual({ kind: 'embedded', folder: resolve('d/store') });
  });

  test.each([
    [{ RECORD_INSIGHTS_STORE_CONNECTION: 'c' }, { kind: 'azure', connectionString: 'c' }],
    [{ AZURE_STORAGE_CONNECTION_STRING: 'c' }, { kind: 'azure', connectionString: 'c' }],
    [
      { RECORD_INSIGHTS_STORE_ENDPOINT: 'https://e', RECORD_INSIGHTS_TABLE_PREFIX: 'p' },
      { kind: 'azure', endpoint: 'https://e', tablePrefix: 'p' },
    ],
  ])('of Azure is connected as the environment %j says', (environment, expected) => {
    expect(storeConfig({ store: 'azure', data: 'd' }, environment)).toEqual(expected);
  });
});

describe('The server', () => {
  test('listens on this machine only, trusts the local CRM and lets no page call, when nothing is said', () => {
    const { host, port, signIn, origins, heldByParent } = serverConfig([], {});
    expect([host, port, origins, heldByParent]).toEqual(['localhost', 4281, [], false]);
    expect(signIn).toEqual({
      kind: 'ownIssuer',
      issuer: 'http://localhost:4280',
      keys: new URL('http://localhost:4280/.well-known/jwks.json'),
      audience: 'record-insights',
      crm: 'http://localhost:4280',
    });
  });

  test('believes what CRM says of a right for half a minute unless told, and never for longer than one', () => {
    const seconds = (value: string) => serverConfig([], { RECORD_INSIGHTS_RIGHTS_SECONDS: value }).rightsBelievedFor;
    expect([serverConfig([], {}).rightsBelievedFor, seconds('1'), seconds('60')]).toEqual([30_000, 1_000, 60_000]);
    for (const value of ['61', '0', 'long'])
      expect(() => seconds(value)).toThrow(/^RECORD_INSIGHTS_RIGHTS_SECONDS=\w+ cannot be\. Give whole seconds/);
  });

  test('takes several origins, without what follows the host', () => {
    const { origins } = serverConfig(['--origin', 'https://a.example/', '--origin', 'https://b.example:444'], {});
    expect(origins).toEqual(['https://a.example', 'https://b.example:444']);
  });

  test.each([
    [['--prot', '1'], /^Unknown option '--prot'\. Options are: --port --host/],
    [['word'], /^Unexpected argument 'word'/],
    [['--port', '70000'], /^--port 70000 is no port\. Give a number/],
    [['--port', '1e3'], /^--port 1e3 is no port/],
    [['--issuer', 'here'], /^--issuer here is no address\. Give one as http/],
    [['--store', 'redis'], /^--store redis is not known\. Give one of: embedded, azure\.$/],
    [['--store', 'azure'], /^--store azure needs RECORD_INSIGHTS_STORE_CONNECTION or/],
  ])('says in one line what is wrong with %j', (words, line) => {
    expect(() => serverConfig(words, {})).toThrow(line);
    expect(() => serverConfig(words, {})).toThrow(/^[^\n]+$/);
  });

  test('says in one line that its port is taken, and nothing about what its user cannot mend', () => {
    const failure = (code: string): Error => Object.assign(new Error(code), { code });
    expect(startProblem(failure('EADDRINUSE'), { port: 4281, host: 'localhost' })).toBe(
      'Port 4281 is taken. Stop what uses it, or give another with --port.',
    );
    expect(startProblem(new Error('a bug'), { port: 4281, host: 'localhost' })).toBeUndefined();
  });
});

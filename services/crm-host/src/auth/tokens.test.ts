import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { localUsers, userOf } from '../users';
import { keysIn } from './keys';
import { claimsOfIngest, claimsOfUser, serviceAudience, sessionAudience, signToken, subjectOf } from './tokens';

const issuer = 'http://localhost:4280';
const tenant = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const emil = userOf(localUsers[0]!);
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crm-keys-'));
  file = join(folder, 'crm', 'keys.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('Tokens', () => {
  test('carry who asks, for whom and for how long, and hold against the published key', async () => {
    const keys = await keysIn(file);
    const token = await signToken(keys, claimsOfUser(emil, issuer, tenant));
    const options = { issuer, audience: 'record-insights', algorithms: ['ES256'] };
    const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [keys.publicJwk] }), options);
    expect(payload).toMatchObject({
      sub: emil.id,
      name: 'Emil Krogh',
      tid: tenant,
      roles: ['insights.read', 'insights.admin'],
    });
    expect(payload.exp! - payload.iat!).toBe(3600);
  });

  test('made for sending interactions allow that alone', () => {
    expect(claimsOfIngest(issuer, tenant).roles).toEqual(['interactions.write']);
  });

  test('of another issuer, for another audience or with other keys name nobody', async () => {
    const keys = await keysIn(file);
    const others = await keysIn(join(folder, 'other.json'));
    const token = await signToken(keys, claimsOfUser(emil, issuer, tenant));
    expect(await subjectOf(keys, token, issuer, serviceAudience)).toBe(emil.id);
    expect(await subjectOf(keys, token, issuer, sessionAudience)).toBeUndefined();
    expect(await subjectOf(keys, token, 'http://localhost:9', serviceAudience)).toBeUndefined();
    expect(await subjectOf(others, token, issuer, serviceAudience)).toBeUndefined();
    expect(await subjectOf(keys, `${token}x`, issuer, serviceAudience)).toBeUndefined();
  });
});

describe('Keys', () => {
  test('stay the same over restarts, and are private to their owner', async () => {
    const first = await keysIn(file);
    const second = await keysIn(file);
    expect(second.publicJwk).toEqual(first.publicJwk);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  test('are published without the secret part', async () => {
    const { publicJwk } = await keysIn(file);
    expect(Object.keys(publicJwk).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(await readFile(file, 'utf8')).toContain('"d"');
  });

  test('that cannot be used are named with the way out', async () => {
    const broken = join(folder, 'broken.json');
    await writeFile(broken, '{"keys":[]}');
    await expect(keysIn(broken)).rejects.toThrow('holds no private key. Delete it');
  });
});

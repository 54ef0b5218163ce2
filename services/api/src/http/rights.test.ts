import { setTimeout } from 'node:timers/promises';
import { recordId } from '@record-insights/domain';
import type { Caller } from './identity';
import { crmRights, type RecordRights } from './rights';

const id = recordId('11111111-1111-4111-8111-111111111111');
const sanna: Caller = { organisation: 'o', user: 'sanna', roles: ['insights.read'], token: 'token of sanna' };
const emil: Caller = { ...sanna, user: 'emil', token: 'token of emil' };

interface Asked {
  readonly address: string;
  readonly token: string | null;
}

/** Rights over a CRM that answers each token with a status. */
function rightsWith(
  statusOf: (token: string) => number,
  believedFor = 30_000,
): { rights: RecordRights; asked: Asked[] } {
  const asked: Asked[] = [];
  const rights = crmRights({
    crm: 'http://crm.example',
    believedFor,
    tableOf: () =>
      Promise.resolve({ table: 'rin_segment', set: 'rin_segments', key: 'rin_segmentid', name: 'rin_name' }),
    fetch: (address, init) => {
      const token = new Headers(init?.headers).get('authorization');
      asked.push({ address: address as string, token });
      return Promise.resolve(new Response(null, { status: statusOf(token ?? '') }));
    },
  });
  return { rights, asked };
}

test('CRM is asked for the record in its table, in the caller’s own name', async () => {
  const { rights, asked } = rightsWith(() => 200);
  expect(await rights.mayRead(sanna, 'segment', id)).toBe(true);
  expect(asked).toEqual([
    {
      address: `http://crm.example/api/data/v9.2/rin_segments(${id})?$select=rin_segmentid`,
      token: 'Bearer token of sanna',
    },
  ]);
});

test.each([
  [200, true],
  [403, false],
  [404, false],
])('an answer %i means %s', async (status, mayRead) => {
  expect(await rightsWith(() => status).rights.mayRead(sanna, 'segment', id)).toBe(mayRead);
});

test('one user’s right is never another’s', async () => {
  const { rights } = rightsWith((token) => (token.endsWith('emil') ? 200 : 403));
  expect([await rights.mayRead(emil, 'segment', id), await rights.mayRead(sanna, 'segment', id)]).toEqual([
    true,
    false,
  ]);
  expect(await rights.mayRead({ ...emil, organisation: 'other', token: 'x' }, 'segment', id)).toBe(false);
});

test('an answer is believed for a while and then asked for again', async () => {
  let status = 200;
  const { rights, asked } = rightsWith(() => status, 200);
  await Promise.all([rights.mayRead(sanna, 'segment', id), rights.mayRead(sanna, 'segment', id)]);
  status = 403;
  await rights.mayRead(sanna, 'segment', id);
  expect(asked).toHaveLength(1);
  await setTimeout(250);
  expect(await rights.mayRead(sanna, 'segment', id)).toBe(false);
});

test.each([
  [401, 'notSignedIn'],
  [302, 'crmUnavailable'],
  [429, 'crmUnavailable'],
  [500, 'crmUnavailable'],
])('an answer %i is %s, and not believed', async (status, code) => {
  let now = status;
  const { rights } = rightsWith(() => now);
  await expect(rights.mayRead(sanna, 'segment', id)).rejects.toMatchObject({ code });
  now = 200;
  expect(await rights.mayRead(sanna, 'segment', id)).toBe(true);
});

test('a CRM that cannot be reached is told as such', async () => {
  const rights = crmRights({
    crm: 'http://127.0.0.1:1',
    tableOf: () => Promise.resolve({ table: 'contact', set: 'contacts', key: 'contactid', name: 'fullname' }),
  });
  await expect(rights.mayRead(sanna, 'contact', id)).rejects.toMatchObject({ code: 'crmUnavailable' });
});

import { setTimeout } from 'node:timers/promises';
import { recordId } from '@record-insights/domain';
import { withOwnToken } from '../entra/onBehalfOf';
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
    crm: withOwnToken('http://crm.example'),
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
    crm: withOwnToken('http://127.0.0.1:1'),
    believedFor: 30_000,
    tableOf: () => Promise.resolve({ table: 'contact', set: 'contacts', key: 'contactid', name: 'fullname' }),
  });
  await expect(rights.mayRead(sanna, 'contact', id)).rejects.toMatchObject({ code: 'crmUnavailable' });
});

/** Ids of contacts, as GUIDs. */
const people = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `22222222-2222-4222-8222-${String(n).padStart(12, '0')}`);

/** Rights over a CRM whose list has every asked contact but some; or that answers with a status. */
function rightsOverList(
  unreadable: ReadonlySet<string>,
  answerOf: () => { readonly status: number; readonly body?: string } = () => ({ status: 200 }),
  believedFor = 30_000,
): { rights: RecordRights; asked: (readonly string[])[] } {
  const asked: (readonly string[])[] = [];
  const rights = crmRights({
    crm: withOwnToken('http://crm.example'),
    believedFor,
    tableOf: () => Promise.resolve({ table: 'contact', set: 'contacts', key: 'contactid', name: 'fullname' }),
    fetch: (address) => {
      const { pathname, searchParams } = new URL(address as string);
      const filter = searchParams.get('$filter') ?? '';
      const ids = [...filter.matchAll(/contactid eq ([\w-]+)/g)].map(([, one = '']) => one);
      const others = filter.replace(/contactid eq [\w-]+( or )?/g, '');
      asked.push(ids);
      const { status, body } = answerOf();
      if (pathname !== '/api/data/v9.2/contacts' || others !== '') throw new Error(`CRM was asked ${filter}`);
      const value = ids.filter((one) => !unreadable.has(one)).map((one) => ({ contactid: one.toUpperCase() }));
      return Promise.resolve(new Response(status === 200 ? (body ?? JSON.stringify({ value })) : null, { status }));
    },
  });
  return { rights, asked };
}

test('of many contacts those are readable that CRM lists, asked for in blocks of 200', async () => {
  const all = people(450);
  const unreadable = new Set([all[0]!, all[199]!, all[200]!, all[449]!]);
  const { rights, asked } = rightsOverList(unreadable);
  const readable = await rights.readable(sanna, 'contact', all);
  expect([...readable].sort()).toEqual(all.filter((one) => !unreadable.has(one)));
  expect(asked.map((ids) => ids.length)).toEqual([200, 200, 50]);
});

test('what CRM said of a contact is not asked again for a while, whether alone or among others', async () => {
  const [anna, bert, carl] = people(3) as [string, string, string];
  const { rights, asked } = rightsOverList(new Set([bert]));
  await rights.readable(sanna, 'contact', [anna, bert, bert]);
  expect(await rights.readable(sanna, 'contact', [bert, anna, carl])).toEqual(new Set([anna, carl]));
  expect(asked).toEqual([[anna, bert], [carl]]);
  expect(await rights.mayRead(sanna, 'contact', recordId(anna))).toBe(true);
  expect(await rights.mayRead(sanna, 'contact', recordId(bert))).toBe(false);
  expect(asked).toHaveLength(2);
});

test('a right on a contact that is taken away is gone when the answer is no longer believed', async () => {
  const [anna] = people(1) as [string];
  const unreadable = new Set<string>();
  const { rights } = rightsOverList(unreadable, undefined, 200);
  expect((await rights.readable(sanna, 'contact', [anna])).size).toBe(1);
  unreadable.add(anna);
  await setTimeout(250);
  expect((await rights.readable(sanna, 'contact', [anna])).size).toBe(0);
});

test('what one user may read of contacts is never another’s', async () => {
  const [anna] = people(1) as [string];
  const unreadable = new Set<string>();
  const { rights, asked } = rightsOverList(unreadable);
  await rights.readable(sanna, 'contact', [anna]);
  unreadable.add(anna);
  expect((await rights.readable(emil, 'contact', [anna])).size).toBe(0);
  expect(asked).toHaveLength(2);
});

test('whoever may read no contacts at all reads none; nothing is asked about nobody', async () => {
  const { rights, asked } = rightsOverList(new Set(), () => ({ status: 403 }));
  expect(await rights.readable(sanna, 'contact', people(3))).toEqual(new Set());
  expect(await rights.readable(sanna, 'contact', [])).toEqual(new Set());
  expect(asked).toHaveLength(1);
});

test('what is no GUID is no record of CRM, and spoils no question', async () => {
  const [anna] = people(1) as [string];
  const { rights, asked } = rightsOverList(new Set());
  expect(await rights.readable(sanna, 'contact', ['x or 1 eq 1', anna, ''])).toEqual(new Set([anna]));
  expect(asked).toEqual([[anna]]);
});

test.each([
  [401, 'notSignedIn'],
  [302, 'crmUnavailable'],
  [404, 'crmUnavailable'],
  [429, 'crmUnavailable'],
  [500, 'crmUnavailable'],
])('a list answered %i is %s, and nothing of it is believed', async (status, code) => {
  let now = status;
  const { rights } = rightsOverList(new Set(), () => ({ status: now }));
  await expect(rights.readable(sanna, 'contact', people(2))).rejects.toMatchObject({ code });
  now = 200;
  expect((await rights.readable(sanna, 'contact', people(2))).size).toBe(2);
});

test('a list that is no JSON is a CRM that cannot be asked', async () => {
  const { rights } = rightsOverList(new Set(), () => ({ status: 200, body: '<html>' }));
  await expect(rights.readable(sanna, 'contact', people(1))).rejects.toMatchObject({ code: 'crmUnavailable' });
});

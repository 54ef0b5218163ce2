import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { idOf, testCrm, type TestCrm } from '../crm.builder';
import type { Row } from '../row';

let crm: TestCrm;
beforeEach(async () => (crm = await testCrm()));
afterEach(() => crm.close());

const api = '/api/data/v9.2';
const [emil, sanna, jonas] = ['Emil Krogh', 'Sanna Vik', 'Jonas Dahl'];
const marta = `${api}/contacts(${idOf(1, 1)})`;

interface Answer {
  readonly value: readonly Record<string, unknown>[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.count'?: number;
}

async function get(url: string, name: string, more: Record<string, string> = {}): Promise<Answer> {
  const answer = await crm.app.inject({ url, headers: { ...(await crm.as(name)), ...more } });
  expect(answer.statusCode).toBe(200);
  return answer.json<Answer>();
}
const status = async (url: string, headers = {}): Promise<number> =>
  (await crm.app.inject({ url, headers })).statusCode;

describe('Reading one record', () => {
  test('gives the columns asked for and always the key', async () => {
    const answer = await crm.app.inject({ url: `${marta}?$select=fullname`, headers: await crm.as(emil) });
    expect(answer.json()).toEqual({
      '@odata.context': 'http://localhost:4280/api/data/v9.2/$metadata#contacts/$entity',
      '@odata.etag': `W/"${Date.parse('2026-03-02T08:00:00Z')}"`,
      fullname: 'Person 01',
      contactid: idOf(1, 1),
    });
  });

  test('adds the names of lookups and choices when they are wanted', async () => {
    const wanted = { prefer: 'odata.include-annotations="*"' };
    expect(await get(`${marta}?$select=_parentcustomerid_value,statecode`, emil, wanted)).toMatchObject({
      '_parentcustomerid_value@OData.Community.Display.V1.FormattedValue': 'Solheim Brewery',
      '_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
      'statecode@OData.Community.Display.V1.FormattedValue': 'Active',
    });
  });

  test('tells apart no sign-in, no right and no record', async () => {
    expect(await status(marta)).toBe(401);
    expect(await status(marta, await crm.as(jonas))).toBe(403);
    expect(await status(marta, await crm.as(sanna))).toBe(200);
    expect(await status(`${api}/contacts(${idOf(1, 0)})`, await crm.as(sanna))).toBe(403);
    expect(await status(`${api}/contacts(${idOf(1, 99)})`, await crm.as(emil))).toBe(404);
    expect(await status(`${api}/unknowns`, await crm.as(emil))).toBe(404);
    expect(await status(`${api}/contacts(7)`, await crm.as(emil))).toBe(400);
  });

  test('works for the signed-in browser as for a bearer token', async () => {
    expect(await status(marta, await crm.inBrowserOf(sanna))).toBe(200);
    expect(await status(marta, await crm.inBrowserOf(jonas))).toBe(403);
    expect(await status(marta, { authorization: 'Bearer made.up.token', ...(await crm.inBrowserOf(sanna)) })).toBe(401);
  });

  test('a refusal has the shape of OData errors', async () => {
    const answer = await crm.app.inject({ url: marta, headers: await crm.as(jonas) });
    expect(answer.json()).toEqual({
      error: { code: '0x80040220', message: `Principal has no read privilege on contact with id ${idOf(1, 1)}.` },
    });
  });
});

describe('Reading a list', () => {
  test('leaves out what the caller may not read, in the count too', async () => {
    const counts = await Promise.all(
      [emil, sanna, jonas].map(async (name) => (await get(`${api}/contacts?$count=true`, name))['@odata.count']),
    );
    expect(counts).toEqual([30, 10, 0]);
  });

  test('filters, sorts and cuts', async () => {
    const query = "$filter=contains(jobtitle,'buyer')&$orderby=fullname desc&$top=2&$select=fullname&$count=true";
    const answer = await get(`${api}/contacts?${query}`, emil);
    expect(answer.value.map((row) => row['fullname'])).toEqual(['Person 29', 'Person 27']);
    expect(answer['@odata.count']).toBe(15);
    expect(answer['@odata.nextLink']).toBeUndefined();
  });

  test('sorts a lookup by the name of what it points at', async () => {
    const { value } = await get(`${api}/contacts?$orderby=_parentcustomerid_value,fullname desc&$top=1`, emil);
    expect(value[0]!['fullname']).toBe('Person 27');
  });

  test('pages give every row once, in order', async () => {
    const small = { prefer: 'odata.maxpagesize=7' };
    const names: unknown[] = [];
    let url: string | undefined = `${api}/contacts?$orderby=fullname desc&$select=fullname`;
    const lengths: number[] = [];
    while (url !== undefined) {
      const page: Answer = await get(url, emil, small);
      names.push(...page.value.map((row) => row['fullname']));
      lengths.push(page.value.length);
      url = page['@odata.nextLink']?.replace('http://localhost:4280', '');
    }
    expect(lengths).toEqual([7, 7, 7, 7, 2]);
    expect(names).toEqual(Array.from({ length: 30 }, (_, index) => `Person ${String(29 - index).padStart(2, '0')}`));
  });

  test('a filter that cannot be read is a 400 that says where', async () => {
    const answer = await crm.app.inject({ url: `${api}/contacts?$filter=fullname`, headers: await crm.as(emil) });
    expect([answer.statusCode, answer.json<{ error: { message: string } }>().error.message]).toEqual([
      400,
      'In $filter, a column or an operator is expected at the end.',
    ]);
  });
});

describe('Changing records', () => {
  test('a new record belongs to its maker, is found again, and is on the disk', async () => {
    const headers = await crm.as(sanna);
    const payload = { fullname: 'Nils Berg', 'parentcustomerid_account@odata.bind': `/accounts(${idOf(2, 2)})` };
    const made = await crm.app.inject({ method: 'POST', url: `${api}/contacts`, headers, payload });
    expect(made.statusCode).toBe(204);
    const address = String(made.headers['odata-entityid']).replace('http://localhost:4280', '');
    expect(await get(address, sanna)).toMatchObject({ fullname: 'Nils Berg', _parentcustomerid_value: idOf(2, 2) });
    expect(await readFile(join(crm.folder, 'records', 'contact.json'), 'utf8')).toContain('Nils Berg');
  });

  test('an update changes what it names and nothing else, never the key', async () => {
    const payload = { jobtitle: 'Director', contactid: idOf(1, 5) };
    const headers = await crm.as(emil);
    expect((await crm.app.inject({ method: 'PATCH', url: marta, headers, payload })).statusCode).toBe(204);
    expect(await get(marta, emil)).toMatchObject({
      jobtitle: 'Director',
      fullname: 'Person 01',
      contactid: idOf(1, 1),
    });
  });

  test('a new first name renames the person', async () => {
    const headers = await crm.as(emil);
    await crm.app.inject({ method: 'PATCH', url: marta, headers, payload: { firstname: 'Marta' } });
    expect(await get(marta, emil)).toMatchObject({ fullname: 'Marta 01', firstname: 'Marta' });
  });

  test('a contact that gets another account keeps since when, and nothing else changes that', async () => {
    const headers = await crm.as(emil);
    const patch = (payload: object): unknown => crm.app.inject({ method: 'PATCH', url: marta, headers, payload });
    const read = (): Row => crm.records.row('contact', idOf(1, 1)) ?? {};
    await patch({ jobtitle: 'Director' });
    expect(read()).not.toHaveProperty('rin_accountsince');
    const before = Date.now();
    await patch({ 'parentcustomerid_account@odata.bind': `/accounts(${idOf(2, 2)})` });
    const moved = read();
    expect(Date.parse(String(moved['rin_accountsince']))).toBeGreaterThanOrEqual(before);
    expect(moved['modifiedon']).toBe(moved['rin_accountsince']);
    await patch({ jobtitle: 'Buyer' });
    const later = read();
    expect(later['rin_accountsince']).toBe(moved['rin_accountsince']);
    expect(Date.parse(String(later['modifiedon']))).toBeGreaterThan(Date.parse(String(moved['modifiedon'])));
    await patch({ 'parentcustomerid_account@odata.bind': null });
    expect(read()['rin_accountsince']).toBeNull();
  });

  test('a deleted record is gone', async () => {
    const headers = await crm.as(emil);
    expect((await crm.app.inject({ method: 'DELETE', url: marta, headers })).statusCode).toBe(204);
    expect(await status(marta, headers)).toBe(404);
  });

  test('who may not read a record may not change it', async () => {
    const headers = await crm.as(jonas);
    for (const method of ['PATCH', 'DELETE'] as const) {
      expect((await crm.app.inject({ method, url: marta, headers, payload: {} })).statusCode).toBe(403);
    }
  });

  test('another site cannot change anything through the browser of somebody signed in', async () => {
    const headers = { ...(await crm.inBrowserOf(emil)), origin: 'https://elsewhere.example' };
    expect((await crm.app.inject({ method: 'DELETE', url: marta, headers })).statusCode).toBe(401);
  });
});

describe('About the organisation', () => {
  test('WhoAmI names user and organisation', async () => {
    expect(await get(`${api}/WhoAmI`, emil)).toMatchObject({
      UserId: crm.records.rows('systemuser')[0]!['systemuserid'],
      OrganizationId: '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10',
    });
  });

  test('the address of the service is an environment variable', async () => {
    const query = "$filter=schemaname eq 'rin_ServiceAddress'&$select=defaultvalue";
    const { value } = await get(`${api}/environmentvariabledefinitions?${query}`, jonas);
    expect(value.map((row) => row['defaultvalue'])).toEqual(['http://localhost:4281']);
  });
});

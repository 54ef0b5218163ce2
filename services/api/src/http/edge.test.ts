import { gzipSync } from 'node:zlib';
import {
  directoryKindIds,
  directoryKindOf,
  recordId,
  type IngestAnswer,
  type InsightsAnswer,
  type ListAnswer,
  type PersonAnswer,
  type RefusedAnswer,
  type SettingsAnswer,
  type StatusAnswer,
} from '@record-insights/domain';
import { anOpen, contact, openEdge, organisation, origin, post, recordPath, type Edge } from './edge.builder';

let edge: Edge;
beforeEach(async () => {
  edge = await openEdge();
});
afterEach(() => edge.close());

const gzipped = (text: string) => ({
  ...post('/v1/interactions', gzipSync(text)),
  headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
});

describe('Interactions', () => {
  test.each([
    ['a JSON array', post('/v1/interactions', JSON.stringify([anOpen('a'), anOpen('b')]))],
    [
      'NDJSON with empty lines',
      post(
        '/v1/interactions',
        `${JSON.stringify(anOpen('a'))}\r\n\n${JSON.stringify(anOpen('b'))}`,
        'application/x-ndjson',
      ),
    ],
    ['gzip', gzipped(JSON.stringify([anOpen('a'), anOpen('b')]))],
    [
      'a body with a BOM',
      post(
        '/v1/interactions',
        `\uFEFF${JSON.stringify([anOpen('a'), anOpen('b')])}`,
        'application/json; charset=utf-8',
      ),
    ],
  ])('are taken in as %s', async (_what, request) => {
    const answer = await edge.ask(request, 'interactions.write');
    expect([answer.statusCode, answer.json<IngestAnswer>()]).toEqual([
      202,
      expect.objectContaining({ accepted: 2, refused: [] }),
    ]);
    await edge.service.settled(organisation);
    expect((await edge.service.status(organisation)).interactions).toBe(2);
  });

  test('that cannot be read are refused with their place, kept, listed and read again', async () => {
    const body = JSON.stringify([anOpen('a'), { InteractionType: 'EmailOpened' }, 5]);
    const { refused } = (await edge.ask(post('/v1/interactions', body), 'interactions.write')).json<IngestAnswer>();
    expect(refused.map(({ index, code, field }) => [index, code, field])).toEqual([
      [1, 'missingId', 'InternalMarketingInteractionId'],
      [2, 'notAnObject', 'row'],
    ]);
    await edge.service.settled(organisation);
    const first = (await edge.ask('/v1/refused?limit=1', 'insights.admin')).json<RefusedAnswer>();
    const second = (await edge.ask(`/v1/refused?cursor=${first.next ?? ''}`, 'insights.admin')).json<RefusedAnswer>();
    expect([first.total, ...[...first.rows, ...second.rows].map(({ code }) => code).sort()]).toEqual([
      2,
      'missingId',
      'notAnObject',
    ]);
    const replayed = await edge.ask({ method: 'POST', url: '/v1/refused/replay' }, 'insights.admin');
    expect(replayed.json()).toEqual({ accepted: 0, refused: 2 });
  });

  test.each([
    [
      'a line that is no JSON, by its number',
      post('/v1/interactions', '{}\n{}\n{"a":', 'application/x-ndjson'),
      400,
      /^Line 3 is no JSON/,
    ],
    ['an object instead of an array', post('/v1/interactions', '{}'), 400, /no JSON array/],
    ['an empty body', post('/v1/interactions', ''), 400, /empty/],
    ['what is no UTF-8', post('/v1/interactions', Buffer.from([0x5b, 0xff, 0x5d])), 400, /UTF-8/],
    ['gzip that is cut off', { ...gzipped('[]'), payload: gzipSync('[{"a":"b"}]').subarray(0, 20) }, 400, /gzip/],
    [
      'another packing',
      { ...gzipped('[]'), headers: { 'content-type': 'application/json', 'content-encoding': 'br' } },
      415,
      /gzip/,
    ],
    ['more than 16 MiB', post('/v1/interactions', ' '.repeat(16 * 1024 * 1024 + 1)), 413, /16 MiB/],
    ['a small body that unpacks to more than 16 MiB', gzipped(' '.repeat(64 * 1024 * 1024)), 413, /16 MiB/],
  ])('are not taken in from %s', async (_what, request, status, detail) => {
    const answer = await edge.ask(request, 'interactions.write');
    expect([answer.statusCode, answer.json<{ detail: string }>().detail]).toEqual([
      status,
      expect.stringMatching(detail),
    ]);
  });

  test('never come back in what is said about a body', async () => {
    const answer = await edge.ask(
      post('/v1/interactions', '[{"EmailAddress": "someone@example.com"'),
      'interactions.write',
    );
    expect(answer.body).not.toContain('someone');
  });
});

describe('Items of the directory', () => {
  const account = '22222222-2222-4222-8222-222222222222';
  const told = {
    kind: 'contact',
    id: contact,
    op: 'upsert',
    at: '2026-11-20T10:00:00Z',
    fields: { accountId: account, accountSince: '2026-11-19T00:00:00Z' },
  };

  test('are taken in with those of others, and told of a person', async () => {
    const lines = [told, { ...told, op: 'delete', at: '2026-11-18' }].map((item) => JSON.stringify(item)).join('\n');
    const answer = await edge.ask(post('/v1/directory', lines, 'application/x-ndjson'), 'interactions.write');
    expect([answer.statusCode, answer.json<IngestAnswer>()]).toEqual([
      202,
      expect.objectContaining({ accepted: 2, refused: [] }),
    ]);
    await edge.taken([anOpen('a')]);
    const person = (await edge.ask(`/v1/people/${contact}`, 'insights.admin')).json<PersonAnswer>();
    expect(person.rows).toHaveLength(1);
    expect(person.facts).toEqual([
      {
        kind: 'contact',
        id: contact,
        op: 'upsert',
        at: '2026-11-20T10:00:00.000Z',
        fields: { accountId: account, accountSince: '2026-11-19T00:00:00.000Z' },
      },
    ]);
  });

  test('that cannot be read are refused with their place, kept apart from rows, and read again', async () => {
    const body = JSON.stringify([5, told, { ...told, fields: { accountId: 'Solheim' } }]);
    const { accepted, refused } = (
      await edge.ask(post('/v1/directory', body), 'interactions.write')
    ).json<IngestAnswer>();
    expect([accepted, refused.map(({ index, code, field }) => [index, code, field])]).toEqual([
      1,
      [
        [0, 'noItem', 'item'],
        [2, 'notAGuid', 'fields.accountId'],
      ],
    ]);
    await edge.taken([anOpen('a')]);
    await edge.service.ingest(organisation, { rows: [5] });
    await edge.service.settled(organisation);
    expect((await edge.ask('/v1/refused', 'insights.admin')).json<RefusedAnswer>().total).toBe(3);
    const replayed = await edge.ask({ method: 'POST', url: '/v1/refused/replay' }, 'insights.admin');
    expect(replayed.json()).toEqual({ accepted: 0, refused: 3 });
    await edge.service.settled(organisation);
    const codes = (await edge.ask('/v1/refused', 'insights.admin')).json<RefusedAnswer>().rows.map(({ code }) => code);
    expect(codes.sort()).toEqual(['noItem', 'notAGuid', 'notAnObject']);
  });

  test('are not taken in from whoever may only read', async () => {
    expect((await edge.ask(post('/v1/directory', '[]'), 'insights.read')).statusCode).toBe(403);
  });

  test('are documented kind by kind, with what each field says', async () => {
    const { paths } = await edge.openApi();
    const documented = JSON.stringify(paths['/v1/directory']);
    const words = directoryKindIds.flatMap((kind) => [
      kind,
      ...Object.values(directoryKindOf(kind).fields).map(({ tells }) => tells),
    ]);
    expect(words.filter((one) => !documented.includes(JSON.stringify(one)))).toEqual([]);
  });
});

describe('A lead', () => {
  const lead = '33333333-3333-4333-8333-333333333333';
  const path = `/v1/records/lead/${lead}`;

  beforeEach(async () => {
    const item = { kind: 'lead', id: lead, op: 'upsert', at: '2026-11-20', fields: { contactId: contact } };
    await edge.service.directory(organisation, [item]);
    await edge.taken([anOpen('a')]);
  });

  test('is read through its contact, every number at its own address', async () => {
    const answer = (await edge.ask(`${path}/insights/overview`, 'insights.read')).json<InsightsAnswer>();
    expect([answer.record, answer.through]).toEqual([
      { type: 'lead', id: lead },
      { type: 'contact', id: contact },
    ]);
    const [tile] = answer.panels.flatMap((panel) => (panel.kind === 'kpiTiles' ? panel.kpis : []));
    expect(tile).toMatchObject({ id: 'contact.interactions', value: 1 });
    const list = (await edge.ask(tile?.rows ?? '', 'insights.read')).json<ListAnswer>();
    expect(list.rows.map(({ id }) => id)).toEqual(['a']);
    expect((await edge.ask(tile?.explain ?? '', 'insights.read')).statusCode).toBe(200);
  });

  test.each([
    ['the lead', lead],
    ['its contact', contact],
  ])('tells nothing to whom CRM does not show %s', async (_what, hidden) => {
    edge.crm.unreadable.add(hidden);
    for (const address of ['insights/overview', 'lists/contact.interactions', 'explain/contact.opensTotal']) {
      const answer = await edge.ask(`${path}/${address}`, 'insights.read');
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'noRight']);
    }
  });
});

describe('A record', () => {
  test('is read in any spelling of its id', async () => {
    await edge.taken([anOpen('a')]);
    const address = `/v1/records/contact/%7B${contact.replaceAll('-', '').toUpperCase()}%7D/insights/overview`;
    const answer = (await edge.ask(address, 'insights.read')).json<InsightsAnswer>();
    expect(answer.record).toEqual({ type: 'contact', id: contact });
  });

  test('opens every number at the address that it gives, page by page', async () => {
    await edge.taken(['a', 'b', 'c'].map((id) => anOpen(id)));
    const { panels } = (await edge.ask(`${recordPath}/insights/overview`, 'insights.read')).json<InsightsAnswer>();
    const [tile] = panels.flatMap((panel) => (panel.kind === 'kpiTiles' ? panel.kpis : []));
    const found: string[] = [];
    let address = `${tile?.rows ?? ''}&limit=2`;
    while (address !== '') {
      const page = (await edge.ask(address, 'insights.read')).json<ListAnswer>();
      expect(page.total).toBe(tile?.value);
      found.push(...page.rows.map(({ id }) => id));
      address = page.next ?? '';
    }
    expect(found.sort()).toEqual(['a', 'b', 'c']);
  });

  test('gives its rows as a file that no spreadsheet runs', async () => {
    await edge.taken([
      { ...anOpen('=1+1'), InteractionType: 'EmailClicked', LinkId: 'l', LinkFriendlyName: '=HYPERLINK("x")' },
    ]);
    const address = `${recordPath}/lists/contact.clicksTotal`;
    const { headers, body } = await edge.ask({ url: address, headers: { accept: 'text/csv' } }, 'insights.read');
    expect([headers['content-type'], headers['content-disposition']]).toEqual([
      'text/csv; charset=utf-8',
      'attachment; filename="contact.clicksTotal_2026-10-25_2026-11-23.csv"',
    ]);
    expect(body).toMatch(/^\uFEFFClicked \(UTC\),.*\r\n/);
    expect(body).toContain(`,"'=HYPERLINK(""x"")",`);
    expect(body).toMatch(/,'=1\+1\r\n$/);
  });

  test.each([
    ['from=2026-02-30', 'from', /2026-01-31/],
    ['from=2026-01-01&from=2026-01-02', 'from', /once/],
    ['form=2026-01-01', 'form', /There are: from, to/],
    ['limit=1001', 'limit', /from 1 to 1000/],
    ['verdict=bots', 'verdict', /all or people/],
    ['cursor=%2F', 'cursor', /page before/],
  ])('is not read with %s: the field and the fix are named', async (query, field, detail) => {
    const answer = await edge.ask(`${recordPath}/lists/contact.interactions?${query}`, 'insights.read');
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      expect.objectContaining({ field, detail: expect.stringMatching(detail) as string }),
    ]);
  });

  test('leaves nothing of a person in the log', async () => {
    await edge.ask(`${recordPath}/insights/overview?journey=${contact}`, 'insights.read');
    const lines = edge.log.join('');
    expect(lines).toContain('"route":"/v1/records/:recordType/:id/insights/:category","status":200');
    expect(lines).not.toContain(contact);
  });
});

describe('The organisation', () => {
  test('has settings that an administrator changes and a reader reads', async () => {
    const change = { ...post('/v1/settings', '{"zone":"Europe/Oslo"}'), method: 'PUT' } as const;
    expect((await edge.ask(change, 'insights.read')).statusCode).toBe(403);
    expect((await edge.ask(change, 'insights.admin')).statusCode).toBe(200);
    const { settings } = (await edge.ask('/v1/settings', 'insights.read')).json<SettingsAnswer>();
    expect(settings.find(({ name }) => name === 'zone')?.value).toBe('Europe/Oslo');
  });

  test('tells what is counted', async () => {
    await edge.taken([anOpen('a'), {}]);
    expect((await edge.ask('/v1/status', 'interactions.write')).json<StatusAnswer>()).toMatchObject({
      interactions: 1,
      refused: 1,
      waiting: 0,
    });
  });
});

describe('Whoever calls', () => {
  test.each(['/healthz', '/readyz', '/metrics', '/openapi.json', '/docs/'])('needs no token for %s', async (url) => {
    expect((await edge.ask(url)).statusCode).toBe(200);
  });

  test('is told within seconds that the store does not answer', async () => {
    const silent = await openEdge({ ready: () => new Promise(() => undefined) });
    expect((await silent.ask('/readyz')).statusCode).toBe(503);
    await silent.close();
  });

  test('from a page of the CRM may read the answer, from another page not', async () => {
    const from = async (page: string) =>
      (await edge.ask({ url: '/healthz', headers: { origin: page } })).headers['access-control-allow-origin'];
    expect([await from(origin), await from('http://elsewhere.example')]).toEqual([origin, undefined]);
  });

  test('is measured by route', async () => {
    await edge.ask(`${recordPath}/insights/overview`, 'insights.read');
    const { body } = await edge.ask('/metrics');
    expect(body).toContain(
      'http_request_duration_seconds_count{method="GET",route="/v1/records/:recordType/:id/insights/:category",status="200"} 1',
    );
    expect(body).not.toContain(contact);
  });
});

test('nothing that the service tells is lost when it is written out', async () => {
  await edge.taken([anOpen('a'), {}]);
  const told = async (url: string): Promise<unknown> => (await edge.ask(url, 'insights.read', 'insights.admin')).json();
  const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const { service } = edge;
  expect(await told('/v1/catalogue')).toEqual(asJson({ ...(await service.catalogue(organisation)), texts: {} }));
  expect(await told('/v1/glossary')).toEqual(asJson(service.glossary()));
  expect(await told('/v1/settings')).toEqual(asJson(await service.settings(organisation)));
  expect(await told('/v1/status')).toEqual(asJson(await service.status(organisation)));
  expect(await told('/v1/refused')).toEqual(asJson(await service.refused(organisation, {})));
  for (const category of ['overview', 'emailInteractions']) {
    const query = { recordType: 'contact', id: recordId(contact), category } as const;
    expect(await told(`${recordPath}/insights/${category}`)).toEqual(
      asJson(await service.insights(organisation, query)),
    );
  }
});

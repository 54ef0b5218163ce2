import { recordId, type InsightsAnswer } from '@record-insights/domain';
import { openService, type OpenService } from '@record-insights/api/openService';
import { memoryStore } from '../harness/memoryStore';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const anna = '11111111-1111-4111-8111-111111111111';
const email = '22222222-2222-4222-8222-222222222222';
const journey = '33333333-3333-4333-8333-333333333333';
const [early, late, unknown] = ['4', '5', '6'].map((n) => `${n}4444444-4444-4444-8444-444444444444`) as [
  string,
  string,
  string,
];

interface Used {
  readonly iteration: string;
  readonly tile?: string;
}

const sent = ({ iteration, tile = '' }: Used, n: number): object => ({
  InteractionType: 'EmailSent',
  InternalMarketingInteractionId: `i${n}`,
  Timestamp: '2026-11-20T10:00:00Z',
  ContactId: anna,
  MessageId: email,
  SendingId: `sending ${n}`,
  CustomerJourneyId: journey,
  CustomerJourneyIterationId: iteration,
  ActivityId: tile,
});

const item = (kind: string, id: string, fields: object): object => ({
  kind,
  id,
  op: 'upsert',
  at: '2026-11-20T09:00:00Z',
  fields,
});

async function given(rows: readonly object[], items: readonly object[]): Promise<OpenService> {
  const service = await openService({ store: memoryStore(), now: () => Date.parse('2026-11-23T13:00:00Z') });
  if (rows.length > 0) await service.ingest(organisation, { rows });
  if (items.length > 0) await service.directory(organisation, items);
  await service.settled(organisation);
  return service;
}

const record = { recordType: 'email', id: recordId(email) } as const;
const insightsOf = (service: OpenService, category = 'overview'): Promise<InsightsAnswer> =>
  service.insights(organisation, { ...record, category });

test('what is not kept of an email has no list, and a number that no tile shows is not explained', async () => {
  const service = await given([sent({ iteration: early }, 1)], []);
  await expect(service.list(organisation, { ...record, list: 'email.websiteVisits' })).rejects.toMatchObject({
    code: 'unknownList',
    field: 'list',
  });
  await expect(service.explain(organisation, { ...record, kpi: 'email.uniqueLinkClicks' })).rejects.toMatchObject({
    code: 'unknownKpi',
    field: 'kpi',
  });
});

test('where an email was used is told with what the directory knows: runs by their start, tiles by their name', async () => {
  const definition = [{ ActivityId: '01_0', Properties: { Items: [{ Name: 'Invite' }] } }];
  const service = await given(
    [
      { iteration: unknown, tile: '01_1' },
      { iteration: late, tile: '01_0' },
      { iteration: early, tile: '01_0' },
    ].map(sent),
    [
      item('journey', journey, { name: 'Winter check', definition }),
      item('journeyIteration', early, { journeyId: journey, startsAt: '2026-11-01T08:00:00Z' }),
      item('journeyIteration', late, { journeyId: journey, startsAt: '2026-11-10T08:00:00Z' }),
    ],
  );
  expect((await insightsOf(service)).usages).toEqual([
    {
      journey,
      iterations: [
        { iteration: early, startsAt: '2026-11-01T08:00:00.000Z' },
        { iteration: late, startsAt: '2026-11-10T08:00:00.000Z' },
        { iteration: unknown },
      ],
      tiles: [{ tile: '01_0', name: 'Invite' }, { tile: '01_1' }],
    },
  ]);
});

test('a list of an email, and its file, have no column that names the email', async () => {
  const service = await given([sent({ iteration: early }, 1)], []);
  const list = { ...record, list: 'email.sent' } as const;
  const { columns } = await service.list(organisation, list);
  expect(columns.map(({ id }) => id)).toEqual(['person', 'journey', 'emailAddress']);
  const { rows } = await service.csv(organisation, list);
  const lines: (readonly string[])[] = [];
  for await (const line of rows) lines.push(line);
  const [heads] = lines;
  expect(heads).toContain('Journey');
  expect(heads).not.toContain('Email');
});

test('versions of a message are numbered as they went live, the newest first', async () => {
  const version = (id: string, fields: object): object => item('emailVersion', id, { emailId: email, ...fields });
  const service = await given(
    [],
    [
      version('b', { liveFrom: '2026-11-02T08:00:00Z', html: '<p>second</p>' }),
      version('c', { liveFrom: '2026-11-03T08:00:00Z' }),
      version('a', { html: '<p>first</p>' }),
      version('d', { liveFrom: '2026-11-04T08:00:00Z', html: '<p>fourth</p>' }),
    ],
  );
  const [heatMap] = (await insightsOf(service, 'links')).panels;
  expect(heatMap).toMatchObject({
    contents: [
      { version: 4, liveFrom: '2026-11-04T08:00:00.000Z', html: '<p>fourth</p>' },
      { version: 2, liveFrom: '2026-11-02T08:00:00.000Z', html: '<p>second</p>' },
      { version: 1, html: '<p>first</p>' },
    ],
  });
});

test('whether it was ever live is told beside whether any row names it', async () => {
  const draft = item('liveState', email, { state: 'neverLive' });
  expect(await insightsOf(await given([], [draft]))).toMatchObject({ live: 'neverLive', noRows: true });
  const sentAllTheSame = await insightsOf(await given([sent({ iteration: early }, 1)], [draft]));
  expect([sentAllTheSame.live, sentAllTheSame.noRows]).toEqual(['neverLive', undefined]);
});

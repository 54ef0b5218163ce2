import type { ListAnswer, PipelineAnswer, PipelineTile, WayAnswer } from '@record-insights/domain';
import { openEdge, organisation, type Edge } from './edge.builder';

const journey = '33333333-3333-4333-8333-333333333333';
const [first, second] = ['4', '5'].map((n) => `${n}4444444-4444-4444-8444-444444444444`) as [string, string];
const email = 'aaaaaaaa-0000-4000-8000-000000000001';
const [anna, bert, cleo] = ['1', '2', '6'].map((n) => n.repeat(8) + '-1111-4111-8111-111111111111') as [
  string,
  string,
  string,
];
const path = `/v1/records/journey/${journey}`;

const definition = [
  { ActivityId: '01', ActivityTypeId: 'bpf_root' },
  { ActivityId: '01_0', ActivityTypeId: 'Segment', ParentActivityId: '01' },
  {
    ActivityId: '01_0_0',
    ActivityTypeId: 'Email',
    ParentActivityId: '01_0',
    Properties: {
      Items: [
        { ItemId: email, Name: 'Welcome' },
        { ActivityTypeId: 'LandingPage', Name: 'Shop' },
      ],
    },
  },
];

let edge: Edge;
let made = 0;
const row = (who: string, type: string, tile: string, more: object = {}): object => ({
  InteractionType: type,
  InternalMarketingInteractionId: `i${made++}`,
  Timestamp: `2026-11-05T10:00:${String(made % 60).padStart(2, '0')}Z`,
  ContactId: who,
  CustomerJourneyId: journey,
  CustomerJourneyIterationId: first,
  ActivityId: tile,
  ...more,
});
const mail = (who: string, type: string, more: object = {}): object =>
  row(who, type, '01_0_0', { MessageId: email, SendingId: `s${who}`, ...more });

const item = (kind: string, id: string, fields: object, at = '2026-11-01T09:00:00Z'): object => ({
  kind,
  id,
  op: 'upsert',
  at,
  fields,
});

beforeEach(async () => {
  edge = await openEdge();
  await edge.service.directory(organisation, [
    item('journey', journey, { name: 'Welcome', definition }),
    item('liveState', journey, { state: 'live' }),
    item('journeyIteration', second, { journeyId: journey, startsAt: '2026-12-01T00:00:00Z' }),
    item('journeyIteration', first, { journeyId: journey, startsAt: '2026-11-01T00:00:00Z' }),
  ]);
  await edge.taken([
    row(anna, 'PassThroughActivityContactProcessed', '01_0'),
    mail(anna, 'EmailSent'),
    mail(anna, 'EmailDelivered'),
    mail(anna, 'EmailOpened'),
    row(bert, 'ActivityContactBlockedConsent', '01_0'),
    row(cleo, 'PassThroughActivityContactProcessed', '01_0'),
    row(cleo, 'PassThroughActivityContactProcessed', '01_0', { CustomerJourneyIterationId: second }),
    row(cleo, 'EmailSent', 'gone'),
  ]);
});
afterEach(() => edge.close());

async function get<T>(url: string): Promise<T> {
  const answer = await edge.ask(url, 'insights.read');
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return answer.json<T>();
}
const pipeline = (query = ''): Promise<PipelineAnswer> => get(`${path}/pipeline${query}`);
const counts = ({ volumes }: PipelineTile): readonly number[] =>
  [volumes.total, volumes.processed, volumes.processing, volumes.queued, volumes.stopped].map(({ count }) => count);

test('a pipeline tells each tile with its people, its iterations by their start, and whether it is live', async () => {
  const answer = await pipeline();
  expect(answer).toMatchObject({
    journey,
    live: 'live',
    iterations: [
      { iteration: first, startsAt: '2026-11-01T00:00:00.000Z' },
      { iteration: second, startsAt: '2026-12-01T00:00:00.000Z' },
    ],
    notOnPipeline: { count: 1 },
  });
  expect(answer.tiles.map((tile) => [tile.id, tile.parent, tile.name, ...counts(tile)])).toEqual([
    ['01_0', undefined, 'Audience', 4, 3, 0, 0, 1],
    ['01_0_0', '01_0', 'Welcome', 3, 1, 2, 0, 0],
  ]);
  expect(answer.tiles[1]).toMatchObject({
    kindTitle: 'Send an email',
    record: { type: 'email', id: email },
    items: [{ kindTitle: 'Marketing page', name: 'Shop' }],
  });
  const kpis = answer.tiles[1]?.kpis.map(({ id, value, percent }) => [id, value, percent]) ?? [];
  expect(kpis.slice(0, 2)).toEqual([
    ['journey.delivered', 1, 1 / 3],
    ['journey.opensUnique', 1, 1 / 3],
  ]);
});

test('an iteration has its own people, and nobody where none was', async () => {
  expect((await pipeline(`?iteration=${second}`)).tiles.map(counts)).toEqual([
    [1, 1, 0, 0, 0],
    [1, 0, 1, 0, 0],
  ]);
  expect((await pipeline(`?iteration=${journey}`)).tiles.map(counts)).toEqual([
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
  ]);
});

const stoppedAt = async (): Promise<ListAnswer> => get((await pipeline()).tiles[0]!.volumes.stopped.rows);

test('rows behind a number say whose they are and why', async () => {
  expect((await stoppedAt()).rows).toMatchObject([{ contact: bert, type: 'ActivityContactBlockedConsent' }]);
});

test('rows behind a number hide whom the caller may not read', async () => {
  edge.crm.unreadable.add(bert);
  const { rows, total } = await stoppedAt();
  expect([total, rows[0]?.hidden, rows[0]?.contact]).toEqual([1, true, undefined]);
});

test('a list of a tile that the journey does not have is unknown', async () => {
  const [audience] = (await pipeline()).tiles;
  const address = audience!.volumes.stopped.rows.replace('tile=01_0', 'tile=nowhere');
  expect((await edge.ask(address, 'insights.read')).json()).toMatchObject({ status: 404, code: 'unknownList' });
});

test('people of a view are listed as they were, when more have come since', async () => {
  const [audience] = (await pipeline()).tiles;
  await edge.taken([row('77777777-1111-4111-8111-111111111111', 'PassThroughActivityContactProcessed', '01_0')]);
  expect((await get<ListAnswer>(audience!.volumes.processed.rows)).total).toBe(3);
  expect((await pipeline()).tiles[0]?.volumes.processed.count).toBe(4);
});

test('a way tells where a contact came by in each iteration', async () => {
  const { steps, contact } = await get<WayAnswer>(`${path}/way/${cleo}`);
  expect(contact).toBe(cleo);
  expect(steps.map(({ iteration, tile, outcomeTitle }) => [iteration, tile, outcomeTitle])).toEqual([
    [first, '01_0', 'Passed on'],
    [first, '01_0_0', 'Waiting'],
    [second, '01_0', 'Passed on'],
    [second, '01_0_0', 'Waiting'],
  ]);
});

test('whoever may not read the contact sees no way of it, and those of others', async () => {
  edge.crm.unreadable.add(cleo);
  const asked = await edge.ask(`${path}/way/${cleo}`, 'insights.read');
  expect(asked.json()).toMatchObject({ status: 403, code: 'noRight' });
  expect((await get<WayAnswer>(`${path}/way/${anna}`)).steps).toHaveLength(2);
});

test.each(['pipeline', `way/${anna}`])('whoever may not read the journey sees no %s', async (what) => {
  edge.crm.unreadable.add(journey);
  expect((await edge.ask(`${path}/${what}`, 'insights.read')).json()).toMatchObject({ status: 403, code: 'noRight' });
});

test.each(['pipeline', `way/${anna}`])('other records have no %s', async (what) => {
  const answer = await edge.ask(`/v1/records/email/${email}/${what}`, 'insights.read');
  expect(answer.json()).toMatchObject({ status: 404, code: 'unknownCategory' });
});

test('a definition that cannot be read gives no tiles, and all rows are on none', async () => {
  await edge.service.directory(organisation, [
    item('journey', journey, { definition: { tiles: 7 } }, '2026-11-02T09:00:00Z'),
  ]);
  await edge.service.settled(organisation);
  const { tiles, notOnPipeline } = await pipeline();
  expect([tiles, notOnPipeline.count]).toEqual([[], 8]);
  expect((await get<ListAnswer>(notOnPipeline.rows)).total).toBe(8);
});

describe('a test of two versions', () => {
  const fields = {
    emailId: email,
    journeyId: journey,
    tile: '01_0_0',
    shareA: 20,
    shareB: 20,
    metric: 'openRate',
    state: 'finished',
    winner: 'B',
  };
  beforeEach(() => edge.service.directory(organisation, [item('abTest', 'one test', fields)]));

  test('says that rows do not tell versions apart', async () => {
    await edge.service.settled(organisation);
    const { abTest } = (await pipeline()).tiles[1]!;
    expect(abTest).toEqual({ state: 'finished', metric: 'openRate', shares: { a: 20, b: 20, rest: 60 }, winner: 'B' });
  });

  test('tells what came of each version, and how sure it is that they differ', async () => {
    const people = Array.from({ length: 20 }, (_, n) => `88888888-1111-4111-8111-${String(n).padStart(12, '0')}`);
    const version = (n: number): object => ({ MessageVariationName: n < 10 ? 'A' : 'b' });
    await edge.taken([
      ...people.map((who, n) => mail(who, 'EmailSent', version(n))),
      ...people.slice(8).map((who, n) => mail(who, 'EmailOpened', version(n + 8))),
    ]);
    const { abTest } = (await pipeline()).tiles[1]!;
    expect(
      abTest?.versions?.map(({ version: name, sent, opensUnique }) => [name, sent.count, opensUnique.count]),
    ).toEqual([
      ['A', 10, 2],
      ['B', 10, 10],
    ]);
    expect(abTest?.confidence).toBeGreaterThan(99.9);
    for (const told of abTest?.versions ?? [])
      expect((await get<ListAnswer>(told.opensUnique.rows)).total).toBe(told.opensUnique.count);
  });
});

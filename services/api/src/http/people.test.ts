import type { ErasureAnswer, ExplainAnswer, InsightsAnswer, PersonAnswer } from '@record-insights/domain';
import { contact, openEdge, organisation, type Edge } from './edge.builder';

let edge: Edge;
beforeEach(async () => {
  edge = await openEdge();
  await edge.taken(
    [1, 2].map((n) => ({
      InteractionType: 'EmailOpened',
      InternalMarketingInteractionId: `o${n}`,
      Timestamp: `2026-11-2${n}T10:00:00Z`,
      ContactId: contact,
      MessageId: 'm1',
      City: 'Bergen',
    })),
  );
});
afterEach(() => edge.close());

const person = `/v1/people/${contact}`;
const rowsHeld = async (): Promise<PersonAnswer['rows']> =>
  (await edge.ask(person, 'insights.admin')).json<PersonAnswer>().rows;

test('everything held about a person is given to an administrator, and to nobody else', async () => {
  expect((await rowsHeld()).map((row) => row['City'])).toEqual(['Bergen', 'Bergen']);
  expect((await edge.ask(person, 'insights.read')).statusCode).toBe(403);
  expect((await edge.ask(person)).statusCode).toBe(401);
});

test('a person is erased in any spelling of the id, and a certificate tells what was done', async () => {
  const url = `/v1/people/%7B${contact.toUpperCase()}%7D`;
  const ordered = await edge.ask({ method: 'DELETE', url }, 'insights.admin');
  expect(ordered.statusCode).toBe(202);
  const { erasure } = ordered.json<ErasureAnswer>();
  await edge.service.settled(organisation);
  const done = await edge.ask(`/v1/people/erasures/${erasure}`, 'insights.admin');
  expect(done.json<ErasureAnswer>().certificate).toMatchObject({ people: 1, rowsOverwritten: 2, found: 0 });
  expect(await rowsHeld()).toEqual([]);
  expect(edge.log.join('\n').toLowerCase()).not.toContain(contact);
});

test('many are erased by one order; what is no id is refused by name', async () => {
  const post = (contacts: unknown): ReturnType<Edge['ask']> =>
    edge.ask({ method: 'POST', url: '/v1/people/erasures', payload: { contacts } }, 'insights.admin');
  expect((await post(['Anna'])).json()).toMatchObject({ status: 400, field: 'contact' });
  expect((await post([])).json()).toMatchObject({ status: 400, code: 'malformedBody' });
  expect(await rowsHeld()).toHaveLength(2);
  expect((await post([contact])).statusCode).toBe(202);
});

test('an erasure that nobody ordered is not found', async () => {
  expect((await edge.ask('/v1/people/erasures/none', 'insights.admin')).statusCode).toBe(404);
});

test('every number says at its own address how it came about', async () => {
  const answer = await edge.ask(`/v1/records/contact/${contact}/insights/emailInteractions`, 'insights.read');
  const kpis = answer.json<InsightsAnswer>().panels.flatMap((panel) => (panel.kind === 'kpiTiles' ? panel.kpis : []));
  expect(kpis.length).toBeGreaterThan(0);
  for (const kpi of kpis) {
    const { parts } = (await edge.ask(kpi.explain ?? 'none', 'insights.read')).json<ExplainAnswer>();
    expect(parts.map(({ counter, value }) => [counter, value])).toEqual(
      kpi.inputs.map(({ counter, value }) => [counter, value]),
    );
    for (const { received, leftOut, value } of parts)
      expect(received - leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(value);
  }
});

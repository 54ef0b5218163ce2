import { insights, recordId } from '@record-insights/domain';
import { changeSettings } from '../settings';
import { contact, openEdge, organisation, recordPath, type Edge } from './edge.builder';

/** What is sent is written out by schemas: a part that a schema forgets would be lost on the way. */

let edge: Edge;
beforeAll(async () => {
  edge = await openEdge();
  await changeSettings(edge.service.context.store, organisation, { bestSendTimes: 'on' });
  const row = (InteractionType: string, n: number, columns: object = {}): object => ({
    InteractionType,
    InternalMarketingInteractionId: `${InteractionType} ${n}`,
    Timestamp: `2026-11-02T08:${String(n).padStart(2, '0')}:00Z`,
    ContactId: contact,
    MessageId: 'm',
    SendingId: `s${n}`,
    ...columns,
  });
  await edge.taken([
    ...[1, 2, 3, 4, 5].flatMap((n) => [row('EmailDelivered', n), row('EmailOpened', n)]),
    row('WebsiteClicked', 6, { Link: 'https://www.example.com/' }),
    row('FormSubmitted', 7, { SubmittedValues: 'Name: Anna' }),
    row('SegmentSubscribed', 8, { SegmentId: '44444444-4444-4444-8444-444444444444' }),
  ]);
});
afterAll(() => edge.close());

const categories = insights.contact?.categories.map(({ id }) => id) ?? [];

test.each(categories)('a tab gets %s as whole as the service gives it', async (category) => {
  const query = { recordType: 'contact', id: recordId(contact), category } as const;
  const sent = (await edge.ask(`${recordPath}/insights/${category}`, 'insights.read')).json<unknown>();
  expect(sent).toEqual(await edge.service.insights(organisation, query));
});

test.each(['contact.formSubmissions', 'contact.linksClicked'])('a tab gets the list %s as whole', async (list) => {
  const query = { recordType: 'contact', id: recordId(contact), list } as const;
  const sent = (await edge.ask(`${recordPath}/lists/${list}`, 'insights.read')).json<unknown>();
  expect(sent).toEqual(await edge.service.list(organisation, query));
});

test('a tab gets how a lead grew as whole', async () => {
  const lead = '33333333-3333-4333-8333-333333333333';
  const model = '55555555-5555-4555-8555-555555555555';
  const items = [
    { kind: 'lead', id: lead, fields: { contactId: contact, createdAt: '2026-10-01' } },
    { kind: 'scoringModel', id: model, fields: { salesReadyFrom: 70 } },
  ];
  await edge.service.directory(
    organisation,
    items.map((item) => ({ ...item, op: 'upsert', at: '2026-11-01' })),
  );
  const row = (InteractionType: string, columns: object): object => ({
    InteractionType,
    InternalMarketingInteractionId: InteractionType,
    Timestamp: '2026-11-02T08:00:00Z',
    LeadId: lead,
    ...columns,
  });
  await edge.taken([
    row('LeadStageChanged', { Stage: 'Sales acceptance', PreviousStage: 'Inquiry' }),
    row('LeadScored', { ScoringModelId: model, Score: '12.5', Grade: 'C', SalesReady: 'True' }),
  ]);
  const query = { recordType: 'lead', id: recordId(lead), category: 'overview' } as const;
  const sent = (await edge.ask(`/v1/records/lead/${lead}/insights/overview`, 'insights.read')).json<unknown>();
  expect(sent).toEqual(await edge.service.insights(organisation, query));
  expect(sent).toMatchObject({ through: { type: 'contact', id: contact } });
});

test('a tab gets the catalogue as whole', async () => {
  const sent = (await edge.ask('/v1/catalogue', 'insights.read')).json<unknown>();
  expect(sent).toEqual({ ...(await edge.service.catalogue(organisation)), texts: {} });
});

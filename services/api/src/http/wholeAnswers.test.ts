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

test('a tab gets the catalogue as whole', async () => {
  const sent = (await edge.ask('/v1/catalogue', 'insights.read')).json<unknown>();
  expect(sent).toEqual(await edge.service.catalogue(organisation));
});

import { recordId, type ListAnswer } from '@record-insights/domain';
import { openService, type OpenService } from '@record-insights/api/openService';
import { memoryStore } from '../harness/memoryStore';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const anna = '11111111-1111-4111-8111-111111111111';
const site = '22222222-2222-4222-8222-222222222222';
const form = '33333333-3333-4333-8333-333333333333';
const list = '44444444-4444-4444-8444-444444444444';

let made = 0;
const row = (type: string, at: string, columns: Readonly<Record<string, string>> = {}): object => ({
  InteractionType: type,
  InternalMarketingInteractionId: `i${String(++made).padStart(3, '0')}`,
  Timestamp: `2026-11-${at}:00Z`,
  ContactId: anna,
  ...columns,
});

async function given(...rows: readonly object[]): Promise<OpenService> {
  const service = await openService({ store: memoryStore(), now: () => Date.parse('2026-11-23T13:00:00Z') });
  await service.ingest(organisation, { rows });
  await service.settled(organisation);
  return service;
}

const query = (name: string) => ({ recordType: 'contact' as const, id: recordId(anna), list: `contact.${name}` });
const listOf = (service: OpenService, name: string): Promise<ListAnswer> => service.list(organisation, query(name));

async function csvOf(service: OpenService, name: string): Promise<readonly (readonly string[])[]> {
  const lines: (readonly string[])[] = [];
  for await (const line of (await service.csv(organisation, query(name))).rows) lines.push(line);
  return lines;
}

test('pages visited tell site, page, duration and whether the visitor is new, from before the person was known too', async () => {
  const visit = { VisitorId: 'v', WebsiteId: site, VisitDuration: '65', VisitorReturningStatus: 'New' };
  const service = await given(
    row('WebsiteVisited', '01T10:00', { ...visit, ContactId: '', PageAddress: 'https://a.example/' }),
    row('FormVisited', '02T10:00', { VisitorId: 'v', FormId: form, ReferrerUri: 'https://b.example/embedded' }),
  );
  const { rows, columns, total } = await listOf(service, 'websiteVisits');
  expect(columns.map(({ id }) => id)).toEqual(['website', 'page', 'duration', 'visitor']);
  expect(total).toBe(2);
  expect(rows.map(({ fields }) => columns.map(({ id }) => fields[id]))).toEqual([
    [undefined, 'https://b.example/embedded', undefined, undefined],
    [site, 'https://a.example/', '65', 'New'],
  ]);
});

test('each full address is listed once, with its clicks, the last one and its name as people read it', async () => {
  const [a, b] = ['a', 'b'].map((name) => `https://a.example/?page=${'x'.repeat(150)}${name}`) as [string, string];
  const click = (at: string, Link: string): object =>
    row('WebsiteClicked', at, { Link, LinkFriendlyName: 'More on pumps&nbsp;&gt;', WebsiteId: site });
  const service = await given(click('01T10:00', a), click('03T10:00', a), click('02T10:00', b), click('02T09:00', a));
  const { rows, columns, timeTitle } = await listOf(service, 'linksClicked');
  expect([timeTitle, columns.at(-1)]).toEqual(['Last clicked', { id: 'times', title: 'Times', shows: 'count' }]);
  expect(rows.map(({ at, rows: times, fields }) => [at, times, fields['times'], fields['target']])).toEqual([
    ['2026-11-03T10:00:00.000Z', 3, '3', a],
    ['2026-11-02T10:00:00.000Z', 1, '1', b],
  ]);
  expect(rows[0]?.fields['linkName']).toBe('More on pumps\u00a0>');
});

test('a submission’s CSV has one column a field, whichever forms were sent', async () => {
  const service = await given(
    row('FormSubmitted', '02T10:00', { FormId: form, SubmittedValues: 'Name: Anna\r\nQuestion: one\ntwo\r\nTopic: a' }),
    row('FormSubmitted', '01T10:00', { SubmittedValues: 'Email: a&amp;b\r\nTopic: b\r\nTopic: c', Result: 'Failure' }),
  );
  const [head, ...lines] = await csvOf(service, 'formSubmissions');
  expect(head).toEqual([
    ...['Submitted (UTC)', 'Interaction type', 'Form', 'Page', 'Result', 'Times'],
    ...['Name', 'Question', 'Topic', 'Email'],
    'Interaction id',
  ]);
  expect(lines.map((line) => line.slice(2, -1))).toEqual([
    [form, '', '', '1', 'Anna', 'one\ntwo', 'a', ''],
    ['', '', 'Failure', '1', '', '', 'b\nc', 'a&b'],
  ]);
});

test('durations in a CSV say their unit', async () => {
  const service = await given(row('WebsiteVisited', '01T10:00', { VisitDuration: '65' }));
  const [head, line] = await csvOf(service, 'websiteVisits');
  expect([head?.[4], line?.[4]]).toEqual(['Duration (seconds)', '65']);
});

test('lists and events are told by the ids under which CRM knows them', async () => {
  const service = await given(
    row('SegmentSubscribed', '01T10:00', { SegmentId: list }),
    row('SessionRegistrationCanceled', '02T10:00', { SessionId: site }),
  );
  const [joined, cancelled] = [await listOf(service, 'listJoins'), await listOf(service, 'eventCancellations')];
  expect(joined.rows[0]?.fields['subscriptionList']).toBe(list);
  expect(cancelled.rows[0]?.fields).toMatchObject({ eventSession: site, eventOrSession: 'Session' });
  const { named } = await service.catalogue(organisation);
  expect(named.map(({ id, table: { table } }) => [id, table])).toEqual([
    ['subscriptionList', 'rin_segment'],
    ['event', 'rin_event'],
    ['eventSession', 'rin_eventsession'],
  ]);
});

import { recordId } from '@record-insights/domain';
import { verify } from '@record-insights/api/maintenance/verify';
import { openService, type OpenService } from '@record-insights/api/openService';
import { memoryStore } from '../harness/memoryStore';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const anna = '11111111-1111-4111-8111-111111111111';
const berit = '22222222-2222-4222-8222-222222222222';
const visitor = '79f08280000000000000000000000001';

const visit = (id: string, at: string, more: object = {}): object => ({
  InteractionType: 'WebsiteVisited',
  InternalMarketingInteractionId: id,
  Timestamp: `2026-11-${at}:00Z`,
  VisitorId: visitor,
  PageId: '33333333-0000-4000-8000-000000000001',
  ...more,
});
const tie = (id: string, at: string, contact: string, more: object = {}): object =>
  visit(id, at, { InteractionType: 'FormSubmitted', ContactId: contact, ...more });

async function opened(): Promise<OpenService> {
  return openService({ store: memoryStore(), now: () => Date.parse('2026-11-23T13:00:00Z') });
}

async function take(service: OpenService, ...rows: readonly object[]): Promise<void> {
  await service.ingest(organisation, { rows });
  await service.settled(organisation);
}

const listOf = async (service: OpenService, contact: string, view?: number): Promise<readonly string[]> => {
  const query = { recordType: 'contact' as const, id: recordId(contact), list: 'contact.interactions', view };
  return (await service.list(organisation, query)).rows.map(({ id }) => id);
};

test('what a stranger did shows once the stranger is known, and not before', async () => {
  const service = await opened();
  await take(service, visit('v1', '01T10:00'), visit('v2', '02T10:00'));
  expect(await listOf(service, anna)).toEqual([]);
  await take(service, tie('t1', '03T10:00', anna));
  expect(await listOf(service, anna)).toEqual(['t1', 'v2', 'v1']);
});

test('a view taken before the tie goes on without it', async () => {
  const service = await opened();
  await take(service, tie('t0', '01T09:00', berit), visit('v1', '02T10:00'));
  const { view } = await service.status(organisation);
  await take(service, tie('t1', '02T09:00', anna));
  expect(await listOf(service, berit, view)).toEqual(['v1', 't0']);
  expect(await listOf(service, berit)).toEqual(['t0']);
  expect(await listOf(service, anna)).toEqual(['v1', 't1']);
});

test('a tie that is corrected to another contact takes the past along', async () => {
  const service = await opened();
  await take(service, visit('v1', '01T10:00'), tie('t1', '03T10:00', anna, { Version: 1 }));
  await take(service, tie('t1', '03T10:00', berit, { Version: 2 }));
  expect(await listOf(service, anna)).toEqual([]);
  expect(await listOf(service, berit)).toEqual(['t1', 'v1']);
});

test('a tie that is corrected to name no visitor gives the past back', async () => {
  const service = await opened();
  await take(service, visit('v1', '01T10:00'), tie('t1', '03T10:00', anna, { Version: 1 }));
  await take(service, tie('t1', '03T10:00', anna, { Version: 2, VisitorId: '' }));
  expect(await listOf(service, anna)).toEqual(['t1']);
});

test('the anonymous past stays anonymous when the setting says so', async () => {
  const service = await opened();
  await take(service, visit('v1', '01T10:00'), tie('t1', '03T10:00', anna));
  await service.changeSettings(organisation, { joinAnonymousPast: 'off' });
  expect(await listOf(service, anna)).toEqual(['t1']);
});

test('recounting from the rows in full finds ties and their past in order, before and after a rebuild', async () => {
  const service = await opened();
  await take(service, tie('t1', '03T10:00', anna), visit('v1', '01T10:00'), tie('t2', '05T10:00', berit));
  await take(service, visit('v2', '06T10:00'), tie('t1', '04T10:00', anna, { Version: 2 }));
  expect((await verify(service.context, organisation)).differences).toEqual([]);
  await service.command(organisation, 'rebuild');
  expect((await verify(service.context, organisation)).differences).toEqual([]);
  expect(await listOf(service, anna)).toEqual(['t1', 'v1']);
  expect(await listOf(service, berit)).toEqual(['v2', 't2']);
});

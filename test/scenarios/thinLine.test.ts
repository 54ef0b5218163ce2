import { recordId, type InsightsAnswer, type KpiAnswer, type ListRow } from '@record-insights/domain';
import { openService, type OpenService } from '@record-insights/api/openService';
import { memoryStore } from '../harness/memoryStore';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const contact = '11111111-1111-4111-8111-111111111111';
const now = Date.parse('2026-11-23T13:00:00Z');

async function openWith(rows: readonly object[]): Promise<OpenService> {
  const service = await openService({ store: memoryStore(), now: () => now });
  await service.ingest(organisation, { rows });
  await service.settled(organisation);
  return service;
}

const row = (type: string, id: string, at: string, more: object = {}): object => ({
  InteractionType: type,
  InternalMarketingInteractionId: id,
  Timestamp: at,
  ContactId: contact,
  MessageId: 'aaaaaaaa-0000-4000-8000-000000000001',
  SendingId: 's1',
  ...more,
});

const overview = (service: OpenService, category = 'overview'): Promise<InsightsAnswer> =>
  service.insights(organisation, { recordType: 'contact', id: recordId(contact), category });

const kpi = (answer: InsightsAnswer, id: string): KpiAnswer | undefined =>
  answer.panels.flatMap((panel) => (panel.kind === 'kpiTiles' ? panel.kpis : [])).find((one) => one.id === id);

async function rowsBehind(service: OpenService, address: string | undefined): Promise<readonly ListRow[]> {
  const url = new URL(address ?? '', 'http://service');
  const list = url.pathname.split('/').at(-1) ?? '';
  const answer = await service.list(organisation, {
    recordType: 'contact',
    id: recordId(contact),
    list,
    ...Object.fromEntries(url.searchParams),
    view: Number(url.searchParams.get('view')),
  });
  return answer.rows;
}

test('an exported row becomes a number that opens its row', async () => {
  const service = await openWith([row('EmailOpened', 'a1', '2026-11-20T10:00:00Z')]);
  const answer = await overview(service);
  expect(kpi(answer, 'contact.interactions')?.value).toBe(1);
  const rows = await rowsBehind(service, kpi(answer, 'contact.interactions')?.rows);
  expect(rows.map(({ id, type }) => [id, type])).toEqual([['a1', 'EmailOpened']]);
  await service.close();
});

test('a row delivered again, in another spelling, changes nothing', async () => {
  const service = await openWith([row('EmailOpened', '0F0A1C5E6A344C8E9F5E5A3D3A1F2BAA', '2026-11-20T10:00:00Z')]);
  await service.ingest(organisation, {
    rows: [row('EmailOpened', '{crm0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2baa}', '11/20/2026 10:00:00 AM +00:00')],
  });
  await service.settled(organisation);
  expect(kpi(await overview(service, 'emailInteractions'), 'contact.opensTotal')?.value).toBe(1);
  await service.close();
});

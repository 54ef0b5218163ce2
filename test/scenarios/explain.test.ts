import { recordId, type ExplainedPart, type RecordType } from '@record-insights/domain';
import { openService, type OpenService } from '@record-insights/api/openService';
import { memoryStore } from '../harness/memoryStore';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const anna = '11111111-1111-4111-8111-111111111111';

const row = (type: string, id: string, at: string, more: object = {}): object => ({
  InteractionType: type,
  InternalMarketingInteractionId: id,
  Timestamp: at,
  ContactId: anna,
  MessageId: 'm1',
  ...more,
});
const history = [
  row('EmailDelivered', 'd1', '2026-11-01T10:00:00Z', { SendingId: 's1' }),
  row('EmailDelivered', 'd2', '2026-11-02T10:00:00Z', { SendingId: 's2' }),
  row('EmailSoftRemoteBounced', 'b2', '2026-11-02T11:00:00Z', { SendingId: 's2' }),
  row('EmailOpened', 'o1', '2026-11-03T10:00:00Z'),
  row('EmailOpened', 'o2', '2026-11-03T11:00:00Z'),
  row('EmailOpened', 'o3', '2026-09-03T11:00:00Z'),
  row('EmailOpened', 'o4', '2026-11-03T12:00:00Z', { UsageType: 'Test' }),
  row('EmailOpened', '', '2026-11-03T12:00:00Z', { ContactId: `{${anna.toUpperCase()}}` }),
];

async function parts(
  service: OpenService,
  kpi: string,
  [recordType, id]: readonly [RecordType, string] = ['contact', anna],
): Promise<readonly ExplainedPart[]> {
  return (await service.explain(organisation, { recordType, id: recordId(id), kpi })).parts;
}

async function filled(): Promise<OpenService> {
  const service = await openService({ store: memoryStore(), now: () => Date.parse('2026-11-23T13:00:00Z') });
  await service.ingest(organisation, { rows: history });
  await service.settled(organisation);
  return service;
}
const told = ({ received, leftOut, value }: ExplainedPart): unknown => [
  received,
  Object.fromEntries(leftOut.map(({ reason, count }) => [reason, count])),
  value,
];

test('a rate is explained by both of its parts', async () => {
  const [opens, delivered] = await parts(await filled(), 'contact.openRate');
  expect(told(opens!)).toEqual([5, { testSend: 1, outsidePeriod: 1, repeat: 1, refused: 1 }, 1]);
  expect(told(delivered!)).toEqual([2, { takenBack: 1 }, 1]);
});

test('every refused row that names the person is told', async () => {
  const service = await filled();
  await service.ingest(organisation, { rows: [row('EmailOpened', '', '2026-11-04T12:00:00Z')] });
  await service.settled(organisation);
  expect((await parts(service, 'contact.opensTotal')).map(told)[0]).toEqual([
    6,
    { testSend: 1, outsidePeriod: 1, refused: 2 },
    2,
  ]);
});

test('numbers of very many people are explained alike, by what is kept of them', async () => {
  const service = await filled();
  const bob = { ContactId: '22222222-2222-4222-8222-222222222222' };
  const more = [
    row('EmailDelivered', 'd3', '2026-11-01T10:00:00Z', { SendingId: 's1', ...bob }),
    row('EmailOpened', 'o5', '2026-11-05T10:00:00Z', bob),
    row('EmailOpened', 'o6', '2026-11-05T10:00:00Z', { ...bob, MessageId: 'm2' }),
  ];
  await service.ingest(organisation, { rows: more });
  await service.settled(organisation);
  const [opens, delivered] = await parts(service, 'email.openRate', ['email', 'm1']);
  expect(told(opens!)).toEqual([6, { testSend: 1, outsidePeriod: 1, repeat: 1, refused: 1 }, 2]);
  expect(told(delivered!)).toEqual([3, { takenBack: 1 }, 2]);
  const [total] = await parts(service, 'email.opensTotal', ['email', 'm1']);
  expect(told(total!)).toEqual([6, { testSend: 1, outsidePeriod: 1, refused: 1 }, 3]);
});

test('the tile of an email leads to how its number came about', async () => {
  const service = await filled();
  const { panels } = await service.insights(organisation, {
    recordType: 'email',
    id: recordId('m1'),
    category: 'overview',
  });
  const tiles = panels.flatMap((panel) => (panel.kind === 'kpiTiles' ? panel.kpis : []));
  expect(tiles.length).toBeGreaterThan(10);
  for (const { id, value, explain = '', inputs } of tiles) {
    expect(explain).toMatch(`/v1/records/email/m1/explain/${id}?`);
    const explained = await parts(service, id, ['email', 'm1']);
    expect(explained.map((part) => part.value)).toEqual(inputs.map((input) => input.value));
    for (const part of explained)
      expect(part.received - part.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(part.value);
    if (inputs.length === 1) expect(value).toBe(explained[0]!.value);
  }
});

test('a number that the record type does not have is refused by name', async () => {
  await expect(parts(await filled(), 'contact.sneezes')).rejects.toMatchObject({ code: 'unknownKpi', field: 'kpi' });
});

test('an erased person’s tab says so, and nothing is explained any more', async () => {
  const service = await filled();
  await service.erase(organisation, [recordId(anna)]);
  await service.settled(organisation);
  const answer = await service.insights(organisation, {
    recordType: 'contact',
    id: recordId(anna),
    category: 'overview',
  });
  expect(answer.erased).toBe(true);
  expect((await parts(service, 'contact.opensTotal')).map(told)).toEqual([[0, {}, 0]]);
});

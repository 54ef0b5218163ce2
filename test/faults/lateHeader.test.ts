import { recordId } from '@record-insights/domain';
import { writeHeader } from '@record-insights/api/ingest/batches';
import { openService } from '@record-insights/api/openService';
import { memoryStore } from '../harness/memoryStore';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const contact = '11111111-1111-4111-8111-111111111111';
const receivedAt = Date.parse('2026-11-23T13:00:00Z');

const opened = (id: string): object => ({
  InteractionType: 'EmailOpened',
  InternalMarketingInteractionId: id,
  Timestamp: '2026-11-20T10:00:00Z',
  ContactId: contact,
});

test('a header that arrives once more after its batch was folded and swept holds nothing up', async () => {
  const store = memoryStore();
  const service = await openService({ store, now: () => receivedAt });
  const { batch } = await service.ingest(organisation, { rows: [opened('a1')] });
  await service.settled(organisation);
  await service.ingest(organisation, { rows: [opened('a2')] });
  await service.settled(organisation);
  await writeHeader(store, organisation, { batch, rows: 1, receivedAt });
  await service.ingest(organisation, { rows: [opened('a3')] });
  const { view } = await service.status(organisation);
  await service.settled(organisation);
  const list = { recordType: 'contact', id: recordId(contact), list: 'contact.opensTotal' } as const;
  expect((await service.list(organisation, list)).rows.map(({ id }) => id).sort()).toEqual(['a1', 'a2', 'a3']);
  expect(await service.status(organisation)).toMatchObject({ view: view + 1, waiting: 0, interactions: 3 });
  await service.close();
}, 10_000);

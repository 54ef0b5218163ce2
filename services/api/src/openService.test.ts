import { memoryStore } from '../../../test/harness/memoryStore';
import { openService } from './openService';
import { organisations } from './sequence/organisations';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const row = {
  InteractionType: 'EmailOpened',
  InternalMarketingInteractionId: 'a',
  Timestamp: '2026-11-20T10:00:00Z',
  ContactId: '11111111-1111-4111-8111-111111111111',
};

test.each([
  ['its settings were changed', (service) => service.changeSettings(organisation, { zone: 'Europe/Oslo' })],
  ['somebody waited for it', (service) => service.settled(organisation)],
  ['a command was given', (service) => service.command(organisation, 'rebuild')],
  ['nothing', () => Promise.resolve()],
] satisfies readonly (readonly [string, (service: Awaited<ReturnType<typeof openService>>) => Promise<unknown>])[])(
  'an organisation is found at the next start when %s came before its first rows',
  async (_what, first) => {
    const store = memoryStore();
    const service = await openService({ store });
    await first(service);
    await service.ingest(organisation, { rows: [row] });
    await service.settled(organisation);
    expect(await organisations(store)).toEqual([organisation]);
    await service.close();
  },
);

test('an organisation that could not be remembered is tried again with the next rows', async () => {
  const store = memoryStore();
  let fails = true;
  const service = await openService({
    store: { ...store, get: (table, key) => (fails ? Promise.reject(new Error('away')) : store.get(table, key)) },
  });
  await expect(service.ingest(organisation, { rows: [row] })).rejects.toThrow('away');
  fails = false;
  expect(await service.ingest(organisation, { rows: [row] })).toMatchObject({ accepted: 1 });
  await service.close();
});

import { readInteraction, recordId } from '@record-insights/domain';
import type { Step } from '@record-insights/api/context';
import { blankRows, readRows, writePack } from '@record-insights/api/fold/packs';
import { verify } from '@record-insights/api/maintenance/verify';
import { openService, type OpenService } from '@record-insights/api/openService';
import type { TableStore } from '@record-insights/api/store/tableStore';
import { memoryStore } from '../harness/memoryStore';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const anna = '11111111-1111-4111-8111-111111111111';
const berit = '22222222-2222-4222-8222-222222222222';
const visitor = '79f08280-0000-4000-8000-000000000001';

const row = (type: string, id: string, more: object): Record<string, unknown> => ({
  InteractionType: type,
  InternalMarketingInteractionId: id,
  Timestamp: '2026-11-20T10:00:00Z',
  ...more,
});

interface Opened {
  readonly service: OpenService;
  /** Calls once, when a group is about to be marked done for the nth time from now on. */
  beforeDone(n: number, act: () => Promise<void>): void;
}

async function opened(): Promise<Opened> {
  let [left, act] = [0, (): Promise<void> => Promise.resolve()];
  const onStep = async (step: Step): Promise<void> => {
    if (step === 'done' && --left === 0) await act();
  };
  const service = await openService({ store: memoryStore(), now: () => Date.parse('2026-11-23T13:00:00Z'), onStep });
  return { service, beforeDone: (n, once) => ([left, act] = [n, once]) };
}

async function take(service: OpenService, ...rows: readonly object[]): Promise<void> {
  await service.ingest(organisation, { rows });
  await service.settled(organisation);
}

const interactionsOf = (service: OpenService, contact: string, view?: number): Promise<readonly string[]> =>
  service
    .list(organisation, { recordType: 'contact', id: recordId(contact), list: 'contact.interactions', view })
    .then(({ rows }) => rows.map(({ id }) => id));

const differences = async (service: OpenService): Promise<readonly unknown[]> =>
  (await verify(service.context, organisation)).differences;

test('a row of the same Version, delivered once more, does not take the place of what is left of an erased one', async () => {
  const { service } = await opened();
  const nobodys = row('EmailOpened', 'a1', { MessageId: 'm1', City: 'Oslo', State: 'Oslo', PostalCode: '0150' });
  await take(service, nobodys);
  await take(service, { ...nobodys, ContactId: anna });
  await service.erase(organisation, [recordId(anna)]);
  await service.settled(organisation);
  await take(service, nobodys);
  expect(await differences(service)).toEqual([]);
  await service.command(organisation, 'rebuild');
  await take(service, nobodys);
  expect(await differences(service)).toEqual([]);
  await service.close();
});

test('a row that says, while a person is erased, that their visitor is somebody else too is no trace of them', async () => {
  const { service, beforeDone } = await opened();
  await take(service, row('FormSubmitted', 'a1', { ContactId: anna, VisitorId: visitor }));
  beforeDone(1, async () => {
    await service.ingest(organisation, {
      rows: [row('FormSubmitted', 'b1', { ContactId: berit, VisitorId: visitor })],
    });
  });
  const { erasure } = await service.erase(organisation, [recordId(anna)]);
  await service.settled(organisation);
  expect((await service.erasure(organisation, erasure)).certificate).toMatchObject({ visitors: 1, found: 0 });
  expect(await interactionsOf(service, berit)).toEqual(['b1']);
  await service.close();
});

test('a view from before an erasure can no longer be read while its rows are being overwritten', async () => {
  const { service, beforeDone } = await opened();
  await take(service, row('EmailOpened', 'a1', { ContactId: anna, MessageId: 'm1' }));
  const { view } = await service.status(organisation);
  expect(await interactionsOf(service, anna, view)).toEqual(['a1']);
  let read: Promise<unknown> = Promise.resolve();
  beforeDone(2, async () => {
    read = interactionsOf(service, anna, view).catch((error: unknown) => error);
    await read;
  });
  await service.erase(organisation, [recordId(anna)]);
  await service.settled(organisation);
  expect(await read).toMatchObject({ code: 'viewExpired' });
  await service.close();
});

test('a stalled driver of one erasure leaves alone what a later erasure moved', async () => {
  const store = memoryStore();
  const rows = ['a1', 'a2', 'a3'].map((id) => readInteraction(row('EmailOpened', id, {}), Date.parse('2026-11-23')));
  const interactions = rows.flatMap((read) => (read.ok ? [read.interaction] : []));
  await writePack(store, organisation, 0, 1, interactions);
  let wake = (): void => undefined;
  const woken = new Promise<void>((resolve) => (wake = resolve));
  let first: Promise<void> | undefined;
  await new Promise<void>((stalls) => {
    const stalling: TableStore = {
      ...store,
      async range(table, partition, range) {
        stalls();
        await woken;
        return store.range(table, partition, range);
      },
    };
    first = blankRows(stalling, organisation, 0, 1, new Set([0]), 5);
  });
  await blankRows(store, organisation, 0, 1, new Set([0]), 5);
  await blankRows(store, organisation, 0, 1, new Set([1]), 9);
  wake();
  await first;
  const places = [0, 1, 2].map((position) => ({ shard: 0, group: 1, position }));
  const ids = (await readRows(store, organisation, places)).map((left) => left?.id);
  expect(ids).toEqual([undefined, undefined, 'a3']);
});

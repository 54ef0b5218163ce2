import { recordId } from '@record-insights/domain';
import { tables } from '@record-insights/api/keys';
import { verify, type Verification } from '@record-insights/api/maintenance/verify';
import { openService, type OpenService } from '@record-insights/api/openService';
import type { TableStore } from '@record-insights/api/store/tableStore';
import { memoryStore } from '../harness/memoryStore';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const contact = (n: number): string => `11111111-1111-4111-8111-${String(n).padStart(12, '0')}`;
const contacts = 40;

const rowsOf = (delivery: number): object[] =>
  Array.from({ length: 200 }, (_, i) => ({
    InteractionType: ['EmailDelivered', 'EmailOpened'][i % 2],
    InternalMarketingInteractionId: `${delivery}-${i}`,
    Timestamp: `2026-11-${String((i % 20) + 1).padStart(2, '0')}T10:00:00Z`,
    MessageId: `m${i % 4}`,
    ContactId: contact(i % contacts),
  }));

/** A service with rows, whose clock goes on by ten seconds whenever it is looked at. */
async function filled(): Promise<{ readonly service: OpenService; readonly store: TableStore }> {
  const store = memoryStore();
  let now = Date.parse('2026-11-23T13:00:00Z');
  const service = await openService({ store, now: () => (now += 10_000) });
  await take(service, 1);
  return { service, store };
}

async function take(service: OpenService, delivery: number): Promise<void> {
  await service.ingest(organisation, { rows: rowsOf(delivery) });
  await service.settled(organisation);
}

interface Ran {
  readonly found: Verification;
  readonly news: readonly string[];
  /** How many parts were done each time that it told. */
  readonly done: readonly number[];
}

async function ran(service: OpenService, endAfter = Infinity): Promise<Ran> {
  const [news, done]: [string[], number[]] = [[], []];
  const found = await verify(service.context, organisation, {
    onNews: (one) => news.push(one),
    onProgress(parts) {
      done.push(parts);
      if (parts === endAfter) throw new Error('interrupted');
    },
  });
  return { found, news, done };
}

const interrupted = (service: OpenService, after: number): Promise<void> =>
  expect(ran(service, after)).rejects.toThrow('interrupted');

/** Loses the records of somebody in a part. */
async function lose(store: TableStore, part: (shards: readonly number[]) => number): Promise<void> {
  const pages = await Promise.all(
    Array.from({ length: 64 }, async (_, shard) => {
      const name = `${organisation}!${shard.toString(36).padStart(8, '0')}`;
      return (await store.range(tables.cells, name)).rows;
    }),
  );
  const filledParts = pages.flatMap(({ length }, shard) => (length > 0 ? [shard] : []));
  const page = pages[part(filledParts)]?.[0];
  if (!page) throw new Error('There is no page of records');
  await store.write(tables.cells, page.partition, [{ kind: 'delete', row: page.row }]);
}

const first = (shards: readonly number[]): number => shards[0] ?? 0;
const last = (shards: readonly number[]): number => shards.at(-1) ?? 0;

test('one that was interrupted goes on where it was, and ends as if it had not been', async () => {
  const { service } = await filled();
  const { found } = await ran(service);
  await interrupted(service, 20);
  await interrupted(service, 45);
  const again = await ran(service);
  expect(again.news).toEqual([`Goes on with view ${found.view} after part 45 of 64.`]);
  expect(again.done).toEqual(Array.from({ length: 19 }, (_, i) => 46 + i));
  expect(again.found).toEqual(found);
  expect(found).toMatchObject({ rows: 200, people: contacts, differing: 0 });
  expect((await ran(service)).news).toEqual([]);
});

test('what it found before it was interrupted is told at the end', async () => {
  const { service, store } = await filled();
  await lose(store, first);
  await lose(store, last);
  const { found } = await ran(service);
  await interrupted(service, 32);
  expect((await ran(service)).found).toEqual(found);
  expect(new Set(found.differences.map(({ where }) => where.split(',')[0])).size).toBeGreaterThan(2);
  expect(found.differing).toBe(found.differences.length);
});

test('it goes on with the view that it began with, though rows came since', async () => {
  const { service } = await filled();
  const { found } = await ran(service);
  await interrupted(service, 32);
  await take(service, 2);
  await take(service, 3);
  expect((await ran(service)).found).toEqual(found);
  expect((await ran(service)).found).toMatchObject({ rows: 600, differing: 0 });
});

test.each([
  ['its view can no longer be read', 'reclassify', /^View \d+ can no longer be read\. Begins anew\.$/],
  ['numbers were made again', 'rebuild', /^Numbers were made again since.* Begins anew\.$/],
] as const)('it begins anew and says why when %s', async (_why, command, news) => {
  const { service, store } = await filled();
  await lose(store, first);
  await interrupted(service, 32);
  await service.command(organisation, command);
  const again = await ran(service);
  expect(again.news).toEqual([expect.stringMatching(news)]);
  expect(again.done[0]).toBe(1);
  expect(again.found).toMatchObject({ rows: 200, differing: 0 });
});

test('it begins anew when its view can no longer be read while it goes on', async () => {
  const { service } = await filled();
  const news: string[] = [];
  let judged: Promise<void> | undefined;
  const found = await verify(service.context, organisation, {
    onNews: (one) => news.push(one),
    onProgress: (parts) => {
      if (parts === 3) judged ??= service.command(organisation, 'reclassify');
    },
  });
  await judged;
  expect(news.length).toBeGreaterThan(0);
  expect(found).toMatchObject({ rows: 200, differing: 0 });
});

test('nothing is kept of somebody who is erased while it is interrupted', async () => {
  const { service, store } = await filled();
  await lose(store, first);
  await interrupted(service, 63);
  const kept = (): Promise<number> => store.range(tables.verifications, organisation).then(({ rows }) => rows.length);
  expect(await kept()).toBe(1);
  await service.erase(organisation, [recordId(contact(0))]);
  await service.settled(organisation);
  expect(await kept()).toBe(0);
});

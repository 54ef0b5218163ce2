import { tables } from '@record-insights/api/keys';
import { verify } from '@record-insights/api/maintenance/verify';
import { openService, type OpenService } from '@record-insights/api/openService';
import type { StoredRow, TableStore } from '@record-insights/api/store/tableStore';
import { memoryStore } from '../harness/memoryStore';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';

async function filled(): Promise<{ readonly service: OpenService; readonly store: TableStore }> {
  const store = memoryStore();
  const service = await openService({ store, now: () => Date.parse('2026-11-23T13:00:00Z') });
  const rows = Array.from({ length: 60 }, (_, i) => ({
    InteractionType: ['WebsiteVisited', 'EmailOpened', 'EmailDelivered'][i % 3],
    InternalMarketingInteractionId: `i${i}`,
    Timestamp: `2026-11-${String((i % 20) + 1).padStart(2, '0')}T10:00:00Z`,
    MessageId: `m${i % 4}`,
    VisitorId: `v${i % 5}`,
    ...(i % 3 === 0 ? {} : { ContactId: `c${i % 7}` }),
  }));
  await service.ingest(organisation, { rows });
  await service.settled(organisation);
  return { service, store };
}

/** The rows of all shards of a table. */
async function rowsIn(store: TableStore, table: string): Promise<readonly StoredRow[]> {
  const shards = Array.from({ length: 64 }, (_, shard) => `${organisation}!${shard.toString(36).padStart(8, '0')}`);
  return (await Promise.all(shards.map((shard) => store.range(table, shard)))).flatMap(({ rows }) => rows);
}

const damages: Readonly<Record<string, (store: TableStore) => Promise<void>>> = {
  'a page of records that is lost': async (store) => {
    const [page] = await rowsIn(store, tables.cells);
    await store.write(tables.cells, page!.partition, [{ kind: 'delete', row: page!.row }]);
  },
  'a page that stands where none belongs': async (store) => {
    const pages = await rowsIn(store, tables.cells);
    const { partition, row, values } = pages.find(({ partition, row }) =>
      pages.some((one) => one.partition === partition && one.row !== row),
    )!;
    await store.write(tables.cells, partition, [
      { kind: 'put', row: row.replace(/![^!]*!/, `!${'0'.repeat(32)}!`), values },
    ]);
  },
  'pages that changed places': async (store) => {
    const [a, b] = (await rowsIn(store, tables.cells)).filter(({ values }) => Number(values['count']) > 1);
    await store.write(tables.cells, a!.partition, [{ kind: 'put', row: a!.row, values: b!.values }]);
  },
  'an id that is lost': async (store) => {
    const [id] = await rowsIn(store, tables.ids);
    await store.write(tables.ids, id!.partition, [{ kind: 'delete', row: id!.row }]);
  },
  'sums over everybody that are lost': async (store) => {
    const { rows } = await store.range(tables.openRates, organisation);
    for (const { row } of rows) await store.write(tables.openRates, organisation, [{ kind: 'delete', row }]);
  },
  'a sum over everybody that is another’s': async (store) => {
    const [a, b] = (await store.range(tables.openRates, organisation)).rows;
    await store.write(tables.openRates, organisation, [{ kind: 'put', row: a!.row, values: b!.values }]);
  },
  'ids that changed places': async (store) => {
    const [a, b] = await rowsIn(store, tables.ids);
    await store.write(tables.ids, a!.partition, [{ kind: 'put', row: a!.row, values: b!.values }]);
  },
};

test.each(Object.entries(damages))('%s is found by recounting and mended by a rebuild', async (_name, damage) => {
  const { service, store } = await filled();
  expect((await verify(service.context, organisation)).differences).toEqual([]);
  await damage(store);
  expect((await verify(service.context, organisation)).differences).not.toEqual([]);
  await service.command(organisation, 'rebuild');
  expect((await verify(service.context, organisation)).differences).toEqual([]);
});

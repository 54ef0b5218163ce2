import { recordId } from '@record-insights/domain';
import { tables } from '@record-insights/api/keys';
import { verify } from '@record-insights/api/maintenance/verify';
import { openService, type OpenService } from '@record-insights/api/openService';
import type { StoredRow, TableStore } from '@record-insights/api/store/tableStore';
import { memoryStore } from '../harness/memoryStore';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
/** A contact of whom only the directory tells, and the account. */
const told = '1f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f0009';
const account = 'af0a1c5e-6a34-4c8e-9f5e-5a3d3a1f0000';

async function filled(): Promise<{ readonly service: OpenService; readonly store: TableStore }> {
  const store = memoryStore();
  const service = await openService({ store, now: () => Date.parse('2026-11-23T13:00:00Z') });
  const rows = Array.from({ length: 61 }, (_, i) => ({
    InteractionType: ['WebsiteVisited', 'EmailOpened', 'EmailDelivered'][i % 3],
    InternalMarketingInteractionId: `i${i}`,
    Timestamp: `2026-11-${String((i % 20) + 1).padStart(2, '0')}T10:00:00Z`,
    MessageId: `m${i % 4}`,
    VisitorId: `v${i % 5}`,
    ...(i % 3 === 0 ? {} : { ContactId: `c${i % 7}`, AccountId: `a${i % 2}` }),
  }));
  await service.ingest(organisation, { rows });
  await service.directory(organisation, [
    { kind: 'contact', id: told, op: 'upsert', at: '2026-11-01T10:00:00Z', fields: { accountId: account } },
  ]);
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
  'a contact that is lost to its account, known by rows': async (store) => {
    const member = (await rowsIn(store, tables.members)).find(({ values }) => values['contact'] === 'c1')!;
    await store.write(tables.members, member.partition, [{ kind: 'delete', row: member.row }]);
  },
  'a contact that is lost to its account, known by the directory': async (store) => {
    const member = (await rowsIn(store, tables.members)).find(({ values }) => values['contact'] === told)!;
    await store.write(tables.members, member.partition, [{ kind: 'delete', row: member.row }]);
  },
  'a contact of an account that is another’s': async (store) => {
    const [a, b] = (await rowsIn(store, tables.members)).filter(({ row }) => row.includes('a1'));
    await store.write(tables.members, a!.partition, [{ kind: 'put', row: a!.row, values: b!.values }]);
  },
  'a month of an email’s numbers that is lost': async (store) => {
    const [rollup] = await rowsIn(store, tables.rollups);
    await store.write(tables.rollups, rollup!.partition, [{ kind: 'delete', row: rollup!.row }]);
  },
  'an email’s numbers that are another’s': async (store) => {
    const rows = (await rowsIn(store, tables.rollups)).filter(({ row }) => row.endsWith('!00000000'));
    const [a, b] = ['m0', 'm1'].map((message) => rows.find(({ row }) => row.includes(`!${message}!`)));
    await store.write(tables.rollups, a!.partition, [{ kind: 'put', row: a!.row, values: b!.values }]);
  },
  'numbers of an email that there is not': async (store) => {
    const [a] = await rowsIn(store, tables.rollups);
    const row = a!.row.replace(/![^!]*!/, '!m9!');
    await store.write(tables.rollups, a!.partition, [{ kind: 'put', row, values: a!.values }]);
  },
  'an entry of an email that is lost': async (store) => {
    const [entry] = await rowsIn(store, tables.entries);
    await store.write(tables.entries, entry!.partition, [{ kind: 'delete', row: entry!.row }]);
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

test('a contact that is named where others belong counts once, and the others are back after a rebuild', async () => {
  const { service, store } = await filled();
  const people = async (): Promise<number> => {
    const query = { recordType: 'account' as const, id: recordId('a1'), category: 'overview' };
    return (await service.insights(organisation, query)).people?.count ?? -1;
  };
  const all = await people();
  expect(all).toBeGreaterThan(1);
  const members = (await rowsIn(store, tables.members)).filter(({ row }) => row.includes('a1'));
  for (const { partition, row } of members)
    await store.write(tables.members, partition, [{ kind: 'put', row, values: members[0]!.values }]);
  expect(await people()).toBeLessThanOrEqual(1);
  await service.command(organisation, 'rebuild');
  expect(await people()).toBe(all);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDirectoryItem } from '@record-insights/domain';
import { idOf, testCrm, type TestCrm } from '../crm.builder';
import { simulate } from '../sample';
import { tableOfRecordType } from '../tables';
import { itemsOf, toldTables, type Item } from './items';
import type { Teller } from './teller';
import { toldRecords } from './toldRecords';

let crm: TestCrm;
let folder: string;
beforeEach(async () => {
  crm = await testCrm();
  folder = await mkdtemp(join(tmpdir(), 'told-'));
});
afterEach(async () => {
  await crm.close();
  await rm(folder, { recursive: true, force: true });
});

function listener(): Teller & { readonly told: Item[] } {
  const told: Item[] = [];
  return {
    told,
    tell: (items) => void told.push(...items),
    settled: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

test('all records are told at the start, contacts without since when they belong to their account', async () => {
  const teller = listener();
  await toldRecords(crm.records, teller, join(folder, 'deleted.ndjson'));
  const contacts = teller.told.filter(({ kind }) => kind === 'contact');
  expect(contacts).toHaveLength(30);
  expect(contacts[4]).toMatchObject({ id: idOf(1, 4), at: '2026-03-05T08:00:00Z', fields: { accountId: idOf(2, 1) } });
  expect(contacts[4]?.fields?.['accountSince']).toBeUndefined();
  expect(teller.told.filter(({ kind }) => kind === 'email')).toHaveLength(1);
});

test('a deleted record is told at once, and again after every start', async () => {
  const [first, second] = [listener(), listener()];
  const file = join(folder, 'crm', 'deleted.ndjson');
  const records = await toldRecords(crm.records, first, file);
  await records.remove(tableOfRecordType('contact'), idOf(1, 0));
  const gone = first.told.at(-1);
  expect(gone).toMatchObject({ kind: 'contact', id: idOf(1, 0), op: 'delete' });
  await toldRecords(crm.records, second, file);
  expect(second.told).toContainEqual(gone);
  expect(second.told.filter(({ id }) => id === idOf(1, 0))).toHaveLength(1);
});

test('everything that is told of the sample organisation can be read', () => {
  const until = new Date('2026-03-01T12:00:00Z');
  const { records } = simulate({ seed: 1, size: 'small', until, zone: 'Europe/Oslo' });
  const items = toldTables.flatMap((table) => (records[table.table] ?? []).flatMap((row) => itemsOf(table, row)));
  const now = until.getTime();
  const refused = items.flatMap((item) => {
    const read = readDirectoryItem(JSON.parse(JSON.stringify(item)), now);
    return 'refusal' in read ? [{ ...read.refusal, kind: item.kind }] : [];
  });
  expect(refused).toEqual([]);
  const leads = items.filter(({ kind }) => kind === 'lead').map(({ fields }) => fields ?? {});
  const ways = new Set(
    leads.map((lead) => `${lead['contactId'] ? 'contact' : ''} ${lead['accountId'] ? 'account' : ''}`),
  );
  expect([...ways].sort()).toEqual([' ', ' account', 'contact ', 'contact account']);
});

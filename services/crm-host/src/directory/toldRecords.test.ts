import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  directoryKindIds,
  itemsOf,
  readDirectoryItem,
  recordTypes,
  toldTypes,
  type Item,
} from '@record-insights/domain';
import { idOf, testCrm, type TestCrm } from '../crm.builder';
import { simulate } from '../sample';
import { tableOfRecordType } from '../tables';
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

test('a deleted record takes its parts along', async () => {
  const teller = listener();
  const email = tableOfRecordType('email');
  const records = await toldRecords(crm.records, teller, join(folder, 'deleted.ndjson'));
  const version = { rin_contentversion: 3, rin_htmlcontent: '<p>3</p>', rin_previoushtmlcontent: '<p>2</p>' };
  await records.put(email, { ...crm.records.row(email.table, idOf(3, 0)), ...version });
  teller.told.length = 0;
  await records.remove(email, idOf(3, 0));
  expect(teller.told.map(({ kind, id, op }) => [kind, id, op])).toEqual([
    ['email', idOf(3, 0), 'delete'],
    ['emailVersion', `${idOf(3, 0)}.3`, 'delete'],
    ['emailVersion', `${idOf(3, 0)}.2`, 'delete'],
  ]);
});

test('a contact that was merged into another tells into which', () => {
  const row = { contactid: idOf(1, 0), statecode: 1, merged: true, _masterid_value: idOf(1, 1) };
  const [item] = itemsOf('contact', 'own', row);
  expect(item?.fields).toEqual({ mergedInto: idOf(1, 1) });
});

test('a record in a state that is no stage of being live tells none', () => {
  const states = [192350002, 1, null].map((statuscode) =>
    itemsOf('form', 'own', { rin_marketingformid: idOf(4, 0), statuscode }).map(({ kind, fields }) => [
      kind,
      fields?.['state'],
    ]),
  );
  expect(states).toEqual([
    [
      ['liveState', 'stopped'],
      ['form', undefined],
    ],
    [['form', undefined]],
    [['form', undefined]],
  ]);
});

test('members of a large segment are told in parts, as of when it began', () => {
  const ids = Array.from({ length: 10_001 }, (_, n) => `crm${idOf(1, n)}`);
  const row = {
    rin_segmentid: idOf(5, 0),
    rin_memberids: JSON.stringify(ids),
    rin_membersince: '2026-01-01T00:00:00Z',
  };
  const items = itemsOf('segment', 'own', row);
  expect(items.map(({ id, at }) => [id, at])).toEqual([
    [`${idOf(5, 0)}.1`, '2026-01-01T00:00:00Z'],
    [`${idOf(5, 0)}.2`, '2026-01-01T00:00:00Z'],
  ]);
  expect(items[1]?.fields).toEqual({ segmentId: idOf(5, 0), contactIds: [ids[10_000]] });
});

const until = new Date('2026-03-01T12:00:00Z');
const now = until.getTime();
const { records: sampleRecords } = simulate({ seed: 1, size: 'small', until, zone: 'Europe/Oslo' });
const items = toldTypes.flatMap((type) =>
  (sampleRecords[recordTypes[type].tables.own.table] ?? []).flatMap((row) => itemsOf(type, 'own', row)),
);

test('of the sample organisation facts of every kind are told, and of whatever goes live some in each state', () => {
  expect([...new Set(items.map(({ kind }) => kind))].sort()).toEqual([...directoryKindIds].sort());
  for (const type of ['email', 'page', 'redirectUrl', 'journey', 'scoringModel'] as const) {
    const own = new Set(items.filter(({ kind }) => kind === type).map(({ id }) => id));
    const states = items.filter(({ kind, id }) => kind === 'liveState' && own.has(id)).map(({ fields }) => fields);
    expect([type, ...new Set(states.map((fields) => fields?.['state']))].sort()).toEqual(
      ['live', 'neverLive', 'stopped', type].sort(),
    );
  }
});

test('everything that is told of the sample organisation can be read', () => {
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

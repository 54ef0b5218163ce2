import { recordId, type ErasureCertificate } from '@record-insights/domain';
import { tables } from '@record-insights/api/keys';
import { verify } from '@record-insights/api/maintenance/verify';
import { openService, type OpenService } from '@record-insights/api/openService';
import type { TableStore } from '@record-insights/api/store/tableStore';
import { inflateRawSync } from 'node:zlib';
import { memoryStore } from '../harness/memoryStore';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const anna = '11111111-1111-4111-8111-111111111111';
const berit = '22222222-2222-4222-8222-222222222222';
const ofAnna = '79f08280-0000-4000-8000-000000000001';
const shared = '79f08280-0000-4000-8000-000000000002';

interface Opened {
  readonly store: TableStore & { dump(): readonly Buffer[] };
  readonly service: OpenService;
}

async function opened(): Promise<Opened> {
  const store = memoryStore();
  return { store, service: await openService({ store, now: () => Date.parse('2026-11-23T13:00:00Z') }) };
}

const row = (type: string, id: string, at: string, more: object = {}): object => ({
  InteractionType: type,
  InternalMarketingInteractionId: id,
  Timestamp: `2026-11-${at}:00Z`,
  ...more,
});
const history = [
  row('EmailOpened', 'a1', '01T10:00', { ContactId: anna, MessageId: 'm1', EmailAddressUsed: 'anna@example.org' }),
  row('EmailOpened', 'a1', '01T11:00', { ContactId: anna, MessageId: 'm1', City: 'Annaville', Version: 2 }),
  row('FormSubmitted', 'a2', '02T10:00', { ContactId: anna, VisitorId: ofAnna, SubmittedValues: 'Name: Annabel' }),
  row('WebsiteVisited', 'a3', '01T09:00', { VisitorId: ofAnna, City: 'Annaville' }),
  row('FormSubmitted', 'a4', '03T10:00', { ContactId: anna, VisitorId: shared }),
  row('WebsiteVisited', 'a5', '03T11:00', { VisitorId: shared, City: 'Annaville' }),
  row('FormSubmitted', 'b1', '04T10:00', { ContactId: berit, VisitorId: shared }),
  row('WebsiteVisited', 'b2', '04T11:00', { VisitorId: shared }),
  row('EmailForwarded', 'b3', '05T10:00', { ContactId: berit, MessageId: 'm1', SecondaryRecipientProfileId: anna }),
  row('EmailOpened', 'b4', '05T11:00', { ContactId: anna, MessageId: 'm1', City: 'Annaville' }),
  row('EmailOpened', 'b4', '05T12:00', { ContactId: berit, MessageId: 'm1', Version: 2 }),
  row('EmailOpened', '', '05T13:00', { ContactId: anna.toUpperCase(), City: 'Annaville' }),
];

async function take(service: OpenService, ...rows: readonly object[]): Promise<void> {
  await service.ingest(organisation, { rows });
  await service.settled(organisation);
}

const tell = async (service: OpenService, ...items: readonly object[]): Promise<void> => {
  await service.directory(
    organisation,
    items.map((item) => ({ op: 'upsert', at: '2026-11-01T10:00:00Z', ...item })),
  );
  await service.settled(organisation);
};
const lead = '33333333-3333-4333-8333-333333333333';
const solheim = '44444444-4444-4444-8444-444444444444';

/** Corrections come in deliveries of their own, so that the rows that they replace were kept. */
async function takeHistory(service: OpenService): Promise<void> {
  await take(service, ...history.filter((_, i) => !isCorrection(i)));
  await take(service, ...history.filter((_, i) => isCorrection(i)));
}
const isCorrection = (i: number): boolean => 'Version' in (history[i] ?? {});

async function erased(service: OpenService, ...contacts: readonly string[]): Promise<ErasureCertificate> {
  const { erasure } = await service.erase(organisation, contacts.map(recordId));
  await service.settled(organisation);
  const { certificate } = await service.erasure(organisation, erasure);
  if (!certificate) throw new Error('There is no certificate');
  return certificate;
}

const idsOf = async (service: OpenService, contact: string, view?: number): Promise<readonly string[]> => {
  const query = { recordType: 'contact' as const, id: recordId(contact), list: 'contact.interactions', view };
  return (await service.list(organisation, query)).rows.map(({ id }) => id);
};

test('nothing that tells of an erased person is left anywhere in the store', async () => {
  const { store, service } = await opened();
  await takeHistory(service);
  const traces = ['Annaville', 'anna@example.org', 'Annabel', anna, ofAnna];
  expect(foundIn(store, traces)).toEqual(traces);
  const certificate = await erased(service, anna);
  expect(certificate).toMatchObject({ people: 1, visitors: 1, refusedRowsRemoved: 1, found: 0 });
  expect(foundIn(store, traces)).toEqual([]);
});

test('the others keep theirs, and recounting agrees before and after a rebuild', async () => {
  const { service } = await opened();
  await takeHistory(service);
  const before = await idsOf(service, berit);
  await erased(service, anna);
  expect(await idsOf(service, anna)).toEqual([]);
  expect(await idsOf(service, berit)).toEqual(before);
  expect((await verify(service.context, organisation)).differences).toEqual([]);
  await service.command(organisation, 'rebuild');
  expect((await verify(service.context, organisation)).differences).toEqual([]);
  expect(await idsOf(service, berit)).toEqual(before);
});

test('what happened stays counted: no row disappears', async () => {
  const { service } = await opened();
  await takeHistory(service);
  const before = await service.status(organisation);
  await erased(service, anna);
  const after = await service.status(organisation);
  expect(after).toMatchObject({ interactions: before.interactions, refused: 0, erased: 1 });
});

test('late rows of the erased are dropped and counted, those of others are not', async () => {
  const { store, service } = await opened();
  await takeHistory(service);
  await erased(service, anna);
  await take(
    service,
    row('EmailOpened', 'a9', '06T10:00', { ContactId: anna.toUpperCase(), City: 'Annaville' }),
    row('WebsiteVisited', 'a8', '06T10:00', { VisitorId: ofAnna }),
    row('EmailOpened', '', '06T10:00', { ContactId: anna }),
    row('EmailOpened', 'b9', '06T10:00', { ContactId: berit }),
    row('WebsiteVisited', 'b8', '06T10:00', { VisitorId: shared }),
  );
  expect((await service.status(organisation)).dropped).toBe(3);
  expect(await idsOf(service, anna)).toEqual([]);
  expect(await idsOf(service, berit)).toEqual(expect.arrayContaining(['b9', 'b8']));
  expect(foundIn(store, ['Annaville', anna, ofAnna])).toEqual([]);
});

test('no fact names an erased person, nor one that was told in refused or late items', async () => {
  const { store, service } = await opened();
  await tell(
    service,
    { kind: 'contact', id: anna, fields: { accountId: solheim } },
    { kind: 'contact', id: berit, fields: { accountId: solheim } },
    { kind: 'lead', id: lead, fields: { contactId: anna } },
    { kind: 'segmentMembers', id: 'all', fields: { segmentId: solheim, contactIds: [anna, berit] } },
    { kind: 'contact', id: anna, fields: { nickname: 'Annabel' } },
  );
  // What a fact said before must go, too.
  await tell(service, { kind: 'lead', id: lead, at: '2026-11-02T10:00:00Z', fields: { contactId: berit } });
  const { facts } = await service.person(organisation, recordId(anna));
  expect(facts.map(({ kind, fields }) => [kind, fields])).toEqual([
    ['contact', { accountId: solheim }],
    ['segmentMembers', { segmentId: solheim, contactIds: [anna] }],
  ]);
  expect(foundIn(store, [anna, 'Annabel'])).toEqual([anna, 'Annabel']);
  expect(await erased(service, anna)).toMatchObject({ refusedRowsRemoved: 1, found: 0 });
  await tell(
    service,
    { kind: 'contact', id: anna.toUpperCase(), at: '2026-11-03T10:00:00Z', fields: {} },
    { kind: 'contact', id: anna, fields: { nickname: 'Annabel' } },
    { kind: 'lead', id: lead, at: '2026-11-03T10:00:00Z', fields: { contactId: anna, accountId: solheim } },
  );
  expect(foundIn(store, [anna, anna.toUpperCase(), 'Annabel'])).toEqual([]);
  expect((await service.status(organisation)).dropped).toBe(2);
  expect((await service.person(organisation, recordId(anna))).facts).toEqual([]);
  expect((await service.person(organisation, recordId(berit))).facts.map(({ kind }) => kind)).toEqual([
    'contact',
    'segmentMembers',
  ]);
});

test('a contact whom CRM deleted is erased by the row that says so', async () => {
  const { store, service } = await opened();
  await takeHistory(service);
  await take(service, row('ContactDeleted', 'd1', '06T10:00', { DeletedContactId: anna }));
  expect(await idsOf(service, anna)).toEqual([]);
  expect(foundIn(store, ['Annaville', anna])).toEqual([]);
  expect((await verify(service.context, organisation)).differences).toEqual([]);
});

test('a view from before the erasure can no longer be read', async () => {
  const { service } = await opened();
  await takeHistory(service);
  const { view } = await service.status(organisation);
  await erased(service, anna);
  await expect(idsOf(service, berit, view)).rejects.toMatchObject({ code: 'viewExpired' });
});

test('many are erased at once, and again without harm', async () => {
  const { store, service } = await opened();
  await takeHistory(service);
  expect(await erased(service, anna, berit)).toMatchObject({ people: 2, visitors: 2, found: 0 });
  expect(await erased(service, anna)).toMatchObject({ rowsOverwritten: 0, found: 0 });
  expect(foundIn(store, ['Annaville', anna, berit, ofAnna, shared])).toEqual([]);
  expect((await service.status(organisation)).erased).toBe(2);
  expect((await verify(service.context, organisation)).differences).toEqual([]);
});

test('a person can be given everything that is held about them', async () => {
  const { service } = await opened();
  await takeHistory(service);
  const { rows } = await service.person(organisation, recordId(anna));
  expect(rows.map((columns) => columns['InternalMarketingInteractionId'])).toEqual(['a3', 'a1', 'a2', 'a4', 'a5']);
});

/** Which of the texts stand in the store: in a key, a value, or what is deflated or packed in one. */
function foundIn(store: Opened['store'], texts: readonly string[]): readonly string[] {
  const all = store.dump().map((bytes) => readable(bytes));
  return texts.filter((text) => all.some((one) => one.includes(text)));
}

/** The bytes and everything deflated that begins at any place in them. */
function readable(bytes: Buffer): string {
  const texts = [bytes.toString('latin1')];
  for (let i = 0; i < bytes.length; i++) {
    try {
      texts.push(inflateRawSync(bytes.subarray(i), { finishFlush: 2 }).toString('latin1'));
    } catch {
      // nothing deflated begins here
    }
  }
  return texts.join('\n');
}

test('the search through the store sees keys, values and what is deflated', async () => {
  const { store, service } = await opened();
  await takeHistory(service);
  expect(store.dump().length).toBeGreaterThan(0);
  expect(foundIn(store, ['Annaville', Object.values(tables)[0] ?? ''])).toContain('Annaville');
});

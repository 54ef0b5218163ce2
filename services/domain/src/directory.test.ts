import fc from 'fast-check';
import {
  compareTold,
  itemFrom,
  itemOf,
  readDirectoryItem,
  withoutContacts,
  type DirectoryItem,
  type DirectoryFact,
} from './directory';
import { refusals } from './refusals';
import { directoryKindIds, directoryKindOf, type DirectoryKindDef } from './registry/directoryKinds';
import type { FieldDef } from './registry/directoryFields';

const now = Date.parse('2026-11-23T13:00:00Z');
const anna = '11111111-1111-4111-8111-111111111111';
const berit = '22222222-2222-4222-8222-222222222222';
const account = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';

const contact = { kind: 'contact', id: anna, op: 'upsert', at: '2026-11-20T10:00:00Z', fields: { accountId: account } };
const refusalOf = (raw: unknown): unknown => {
  const read = readDirectoryItem(raw, now);
  return 'refusal' in read ? read.refusal : undefined;
};
const read = (raw: unknown): DirectoryItem => {
  const reading = readDirectoryItem(raw, now);
  if ('refusal' in reading) throw new Error(`${reading.refusal.code} ${reading.refusal.field}`);
  return reading.item;
};

test.each<readonly [what: string, raw: unknown, code: keyof typeof refusals, field: string]>([
  ['no object', [contact], 'noItem', 'item'],
  ['an unknown kind', { ...contact, kind: 'constructor' }, 'unknownKind', 'kind'],
  ['no id', { ...contact, id: ' ' }, 'missingItemId', 'id'],
  ['a contact whose id is no GUID', { ...contact, id: 'anna' }, 'notAGuid', 'id'],
  ['an unknown operation', { ...contact, op: 'merge' }, 'unknownOperation', 'op'],
  ['no time', { ...contact, at: undefined }, 'notATime', 'at'],
  ['a time that there is not', { ...contact, at: '2026-02-30T00:00:00Z' }, 'notATime', 'at'],
  ['a time more than a day ahead', { ...contact, at: '2026-11-24T13:00:01Z' }, 'itemTooFarAhead', 'at'],
  ['fields that are a list', { ...contact, fields: [] }, 'notFields', 'fields'],
  ['a field that the kind has not', { ...contact, fields: { account: account } }, 'unknownField', 'fields.account'],
  ['a name of a person', { ...contact, fields: { name: 'Anna' } }, 'unknownField', 'fields.name'],
  ['an account that is no GUID', { ...contact, fields: { accountId: 7 } }, 'notAGuid', 'fields.accountId'],
  ['an instant that is none', { ...contact, fields: { createdAt: 'soon' } }, 'notATime', 'fields.createdAt'],
  ['a missing field', { ...contact, kind: 'liveState', fields: {} }, 'missingField', 'fields.state'],
  ['a choice of no choices', { ...contact, kind: 'liveState', fields: { state: 'on' } }, 'notAChoice', 'fields.state'],
  [
    'a number in quotes',
    { ...contact, kind: 'website', fields: { sessionMinutes: '20' } },
    'notANumber',
    'fields.sessionMinutes',
  ],
  [
    'a text that is too long',
    { ...contact, kind: 'page', fields: { name: 'n'.repeat(1001) } },
    'notAText',
    'fields.name',
  ],
  [
    'members of which one is no GUID',
    { ...contact, kind: 'segmentMembers', fields: { segmentId: account, contactIds: [anna, 'x'] } },
    'notGuids',
    'fields.contactIds',
  ],
  [
    'a definition in quotes',
    { ...contact, kind: 'journey', fields: { definition: '{}' } },
    'notAStructure',
    'fields.definition',
  ],
])('an item with %s is refused by code and field', (_what, raw, code, field) => {
  expect(refusalOf(raw)).toEqual({ code, field });
  expect(refusals[code]).toMatch(/\. (Fill|Give|Send|Take|Leave|Correct)/);
});

test('ids and times get their one spelling, empty fields are left out', () => {
  const item = read({
    ...contact,
    id: `{${anna.toUpperCase()}}`,
    at: '11/20/2026 10:00:00 AM +00:00',
    fields: { accountSince: '2026-11-01', accountId: null, createdAt: ' ' },
  });
  expect(item).toEqual({ ...read({ ...contact, fields: { accountSince: '2026-11-01T00:00:00.000Z' } }) });
  expect(item.fields).toEqual({ accountSince: '2026-11-01T00:00:00.000Z' });
});

test('the order of fields and of members tells nothing apart', () => {
  const said = { segmentId: account, contactIds: [berit, anna, berit] };
  const other = { contactIds: [anna, berit], segmentId: account };
  const [a, b] = [said, other].map((fields) => read({ ...contact, kind: 'segmentMembers', fields }));
  expect(a?.text).toBe(b?.text);
});

test('what a delete says beside its record is not kept, nor refused', () => {
  expect(read({ ...contact, op: 'delete', fields: { nonsense: 1 } }).fields).toEqual({});
});

/** A value that the field takes. */
const valueFor = (def: FieldDef): fc.Arbitrary<unknown> =>
  ({
    text: fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ''),
    instant: fc.integer({ min: 0, max: now }).map((at) => new Date(at).toISOString()),
    number: fc.double({ noNaN: true, noDefaultInfinity: true }),
    choice: fc.constantFrom(...(def.is === 'choice' ? def.of : [''])),
    record: fc.uuid(),
    records: fc.array(fc.uuid(), { maxLength: 4 }),
    structure: fc.oneof(fc.array(fc.json()), fc.dictionary(fc.string(), fc.json())),
  })[def.is];

const items = fc.constantFrom(...directoryKindIds).chain((kind) => {
  const { fields }: DirectoryKindDef = directoryKindOf(kind);
  return fc.record({
    kind: fc.constant(kind),
    id: fc.uuid(),
    op: fc.constantFrom('upsert', 'upsert', 'delete'),
    at: fc.integer({ min: 0, max: now }).map((at) => new Date(at).toISOString()),
    fields: fc.record(Object.fromEntries(Object.entries(fields).map(([name, def]) => [name, valueFor(def)]))),
  });
});

test('every kind takes what its fields promise, and comes back from its text', () => {
  fc.assert(
    fc.property(items, (raw) => {
      const item = read(raw);
      expect(itemOf(item.text)).toEqual(JSON.parse(JSON.stringify(item)));
      expect(read(JSON.parse(item.text)).text).toBe(item.text);
    }),
  );
});

test('which of two items holds does not depend on which is asked about', () => {
  const times = fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z');
  const ofOne = fc.record({
    op: fc.constantFrom('upsert', 'delete'),
    at: times,
    accountId: fc.constantFrom(account, anna),
  });
  const item = ofOne.map(({ accountId, ...more }) => read({ ...contact, ...more, fields: { accountId } }));
  fc.assert(
    fc.property(item, item, item, (a, b, c) => {
      expect(Math.sign(compareTold(a, b))).toBe(-Math.sign(compareTold(b, a)) + 0);
      expect(compareTold(a, b) === 0).toBe(a.text === b.text);
      const [latest] = [a, b, c].sort((x, y) => compareTold(y, x));
      expect([c, b, a].sort((x, y) => compareTold(y, x))[0]?.text).toBe(latest?.text);
    }),
  );
});

describe('Without an erased contact', () => {
  const isErased = (id: string): boolean => id === anna;

  test('a fact about one is empty and names nobody', () => {
    const left = withoutContacts(read(contact), isErased);
    expect(left).toMatchObject({ kind: 'contact', id: '', op: 'delete', fields: {} });
    expect(left?.text).not.toContain(anna);
  });

  test('a lead loses its contact, a list its member; what names nobody erased stays as it is', () => {
    const fact = (fact: Partial<DirectoryFact> & Pick<DirectoryFact, 'kind' | 'fields'>): DirectoryItem =>
      itemFrom({ id: 'x', op: 'upsert', at: now, ...fact });
    const lead = fact({ kind: 'lead', fields: { contactId: anna, accountId: account } });
    expect(withoutContacts(lead, isErased)?.fields).toEqual({ accountId: account });
    const members = fact({ kind: 'segmentMembers', fields: { segmentId: account, contactIds: [anna, berit] } });
    expect(withoutContacts(members, isErased)?.fields).toEqual({ segmentId: account, contactIds: [berit] });
    expect(withoutContacts(fact({ kind: 'lead', fields: { contactId: berit } }), isErased)).toBeUndefined();
  });
});

import type { DirectoryFact } from './directory';
import { throughOf } from './readThrough';

const lead = (fields: DirectoryFact<'lead'>['fields']): DirectoryFact<'lead'> => ({
  kind: 'lead',
  id: 'l',
  op: 'upsert',
  at: 0,
  fields,
});

test('a lead is read through its contact, else its account, else by its own rows', () => {
  expect(throughOf(lead({ contactId: 'c', accountId: 'a' }))).toEqual({ recordType: 'contact', id: 'c' });
  expect(throughOf(lead({ accountId: 'a' }))).toEqual({ recordType: 'account', id: 'a' });
  expect(throughOf(lead({}))).toBe('own');
  expect(throughOf(undefined)).toBe('own');
});

import { mayRead, type Lookups } from './rights';
import type { Row } from './row';
import { tableNamed, type CrmTable } from './tables';
import { localUsers, userOf, type User } from './users';

const user = (name: string): User => userOf(localUsers.find((row) => row['fullname'] === name)!);
const table = (name: string): CrmTable => tableNamed(name)!;
const [emil, sanna, jonas] = [user('Emil Krogh'), user('Sanna Vik'), user('Jonas Dahl')];

const accounts: readonly Row[] = [
  { accountid: 'hers', name: 'Solheim Brewery', _ownerid_value: sanna.id },
  { accountid: 'his', name: 'Aquila Pumps', _ownerid_value: emil.id },
];
const lookups: Lookups = {
  row: (name, id) => (name === 'account' ? accounts.find((row) => row['accountid'] === id) : undefined),
};
const sees = (who: User, name: string, row: Row): boolean => mayRead(who, table(name), row, lookups);

describe('The right to read', () => {
  test('a user of all records reads every table', () => {
    for (const name of ['contact', 'account', 'lead', 'rin_segment']) expect(sees(emil, name, {})).toBe(true);
  });

  test('a user of own records reads the accounts owned and no others', () => {
    expect(accounts.map((row) => sees(sanna, 'account', row))).toEqual([true, false]);
  });

  test.each([
    ['contact', '_parentcustomerid_value'],
    ['lead', '_parentaccountid_value'],
  ])('a %s is read through an account owned, and not through another', (name, lookup) => {
    expect(sees(sanna, name, { [lookup]: 'hers', _ownerid_value: emil.id })).toBe(true);
    expect(sees(sanna, name, { [lookup]: 'his', _ownerid_value: emil.id })).toBe(false);
  });

  test('a person owned is read without an account', () => {
    expect(sees(sanna, 'contact', { _ownerid_value: sanna.id })).toBe(true);
    expect(sees(sanna, 'lead', { _ownerid_value: emil.id })).toBe(false);
  });

  test('a lookup to an account that is gone gives no right', () => {
    expect(sees(sanna, 'contact', { _parentcustomerid_value: 'gone' })).toBe(false);
  });

  test('a lookup that names a contact is not taken for an account', () => {
    const row: Row = {
      _parentcustomerid_value: 'hers',
      '_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'contact',
    };
    expect(sees(sanna, 'contact', row)).toBe(false);
  });

  test('a user of own records reads all marketing records', () => {
    expect(sees(sanna, 'rin_marketingemail', { _ownerid_value: emil.id })).toBe(true);
  });

  test('a user of no records reads neither customers nor marketing records, own ones included', () => {
    expect(sees(jonas, 'contact', { _ownerid_value: jonas.id })).toBe(false);
    expect(sees(jonas, 'rin_segment', {})).toBe(false);
  });

  test('everybody reads the names of users', () => {
    expect(sees(jonas, 'systemuser', {})).toBe(true);
  });

  test('who is given no rights has none', () => {
    expect(userOf({ systemuserid: 'x', fullname: 'New Person', rin_access: 'everything' }).access).toBe('none');
  });
});

import type { DirectoryFact } from './directory';
import { membershipOf } from './membership';
import type { PersonRecord } from './personRecord';
import { aRecord } from './personRecord.builder';

const day = (n: number): number => Date.UTC(2026, 2, n);
const iso = (n: number): string => new Date(day(n)).toISOString();
const row = (n: number, account = ''): PersonRecord => aRecord('EmailOpened', day(n), { account });
const fact = (
  fields: DirectoryFact<'contact'>['fields'],
  op: DirectoryFact['op'] = 'upsert',
): DirectoryFact<'contact'> => ({ kind: 'contact', id: 'c1', op, at: day(20), fields });

test('the instant that the directory gives is the beginning, whatever rows say', () => {
  const told = fact({ accountId: 'a', accountSince: iso(5), createdAt: iso(1) });
  expect(membershipOf(told, [row(2, 'a'), row(7, 'a')])).toEqual({ account: 'a', since: day(5) });
});

test('without an instant it begins at the earliest row of the last unbroken run, which rows without account do not break', () => {
  const rows = [row(1, 'a'), row(3, 'b'), row(4, 'a'), row(5), row(6, 'a')];
  expect(membershipOf(fact({ accountId: 'a' }), rows)).toEqual({ account: 'a', since: day(4) });
  expect(membershipOf(fact({ accountId: 'a' }), [...rows].reverse())).toEqual({ account: 'a', since: day(4) });
});

test('the run may lie before rows of another account', () => {
  const rows = [row(1, 'a'), row(2, 'a'), row(3, 'b')];
  expect(membershipOf(fact({ accountId: 'a' }), rows)).toEqual({ account: 'a', since: day(1) });
});

test('without instant and rows it begins when the contact was created, else it was always so', () => {
  const rows = [row(3, 'b'), row(4)];
  expect(membershipOf(fact({ accountId: 'a', createdAt: iso(2) }), rows)).toEqual({ account: 'a', since: day(2) });
  expect(membershipOf(fact({ accountId: 'a' }), rows)).toEqual({ account: 'a', since: 0 });
});

test('of a contact whom the directory does not know the latest row that names an account tells', () => {
  const rows = [row(1, 'a'), row(2, 'b'), row(3, 'a'), row(4, 'a'), row(5)];
  expect(membershipOf(undefined, rows)).toEqual({ account: 'a', since: day(3) });
  expect(membershipOf(undefined, [row(1)])).toBeUndefined();
});

test('a contact who is deleted, or of whom the directory says no account, belongs to none', () => {
  expect(membershipOf(fact({}, 'delete'), [row(1, 'a')])).toBeUndefined();
  expect(membershipOf(fact({}), [row(1, 'a')])).toBeUndefined();
});

test('of rows at one instant the one with the lower id comes first', () => {
  const [first, second] = [row(1, 'a'), row(1, 'b')];
  expect(membershipOf(undefined, [second, first])?.account).toBe('b');
});

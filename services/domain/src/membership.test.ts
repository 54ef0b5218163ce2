import fc from 'fast-check';
import type { DirectoryFact } from './directory';
import { parseInstant } from './instant';
import { membershipOf, type Membership } from './membership';
import { aRecord } from './personRecord.builder';
import type { PersonRecord } from './personRecord';

const at = (minute: number): string => new Date(minute * 60_000).toISOString();
/** What the directory says of the contact. */
const fact = (
  fields: DirectoryFact<'contact'>['fields'],
  op: DirectoryFact['op'] = 'upsert',
): DirectoryFact<'contact'> => ({
  kind: 'contact',
  id: 'c1',
  op,
  at: 0,
  fields,
});
/** Rows of the contact, a minute apart, that name these accounts; a space is a row that names none. */
const rows = (accounts: string): readonly PersonRecord[] =>
  Array.from(accounts, (account, minute) => aRecord('EmailOpened', minute * 60_000, { account: account.trim() }));
const since = (account: string, minute: number): Membership => ({ account, since: minute * 60_000 });

test('a membership begins at the instant that the directory gives, whatever rows say', () => {
  expect(membershipOf(fact({ accountId: 'a', accountSince: at(2) }), rows('bbaab'))).toEqual(since('a', 2));
  expect(membershipOf(fact({ accountId: 'a', accountSince: at(2), createdAt: at(1) }), [])).toEqual(since('a', 2));
});

test.each([
  ['aa', 0],
  ['baa', 1],
  ['aba', 2],
  ['abaab', 2],
  ['ba a', 1],
  [' a', 1],
  ['a b a', 4],
  ['aab', 0],
])('without a date it begins at the earliest row of the last unbroken run: %j', (accounts, minute) => {
  expect(membershipOf(fact({ accountId: 'a', createdAt: at(99) }), rows(accounts))).toEqual(since('a', minute));
});

test('without a date and a row it begins when the contact was created, or has always been', () => {
  expect(membershipOf(fact({ accountId: 'a', createdAt: at(3) }), rows('bb '))).toEqual(since('a', 3));
  expect(membershipOf(fact({ accountId: 'a' }), rows('b'))).toEqual({ account: 'a', since: 0 });
});

test('whom the directory says to be in no account, or deleted, is in none, whatever rows say', () => {
  expect(membershipOf(fact({}), rows('aa'))).toBeUndefined();
  expect(membershipOf(fact({}, 'delete'), rows('aa'))).toBeUndefined();
});

test.each([
  ['ab', 'b', 1],
  ['abbb', 'b', 1],
  ['aba', 'a', 2],
  ['ab b ', 'b', 1],
])('of whom the directory does not know, rows %j tell account and date', (accounts, account, minute) => {
  expect(membershipOf(undefined, rows(accounts))).toEqual(since(account, minute));
});

test('whose rows name no account is in none', () => {
  expect(membershipOf(undefined, rows('  '))).toBeUndefined();
  expect(membershipOf(undefined, [])).toBeUndefined();
});

test('of rows at one instant the one of the higher id is the later', () => {
  const [first, second] = ['a', 'b'].map((account) => aRecord('EmailOpened', 0, { account }));
  expect(membershipOf(undefined, [second!, first!])).toEqual(since('b', 0));
  expect(membershipOf(fact({ accountId: 'a' }), [second!, first!])).toEqual(since('a', 0));
});

test('a test send tells the account, too', () => {
  expect(membershipOf(undefined, [aRecord('EmailSent', 0, { account: 'a', testSend: true })])).toEqual(since('a', 0));
});

const anyRows = fc
  .array(fc.record({ minute: fc.nat(5), account: fc.constantFrom('', 'a', 'b') }), { maxLength: 9 })
  .map((all) => all.map(({ minute, account }) => aRecord('EmailOpened', minute * 60_000, { account })));
const instants = fc.option(fc.nat(6).map(at), { nil: undefined });
const anyFact = fc.option(
  fc
    .record({ accountId: fc.constantFrom(undefined, 'a', 'b'), accountSince: instants, createdAt: instants })
    .map((fields) => fact(fields)),
  { nil: undefined },
);

test('the order in which rows come does not matter', () => {
  const shuffled = anyRows.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, anyFact, ([all, again], told) => {
      expect(membershipOf(told, again)).toEqual(membershipOf(told, all));
    }),
  );
});

test('rows that name no account change nothing, wherever they lie', () => {
  fc.assert(
    fc.property(anyRows, anyFact, (all, told) => {
      expect(membershipOf(told, all)).toEqual(
        membershipOf(
          told,
          all.filter(({ account }) => account !== ''),
        ),
      );
    }),
  );
});

test('one is in the account that the directory names, else in that of the latest row; a date told always holds', () => {
  fc.assert(
    fc.property(anyRows, anyFact, (all, told) => {
      const latest = all.reduce<PersonRecord | undefined>(
        (held, one) => (one.account !== '' && (!held || one.at >= held.at) ? one : held),
        undefined,
      );
      const membership = membershipOf(told, all);
      expect(membership?.account).toBe(told ? told.fields.accountId : latest?.account);
      if (membership && told?.fields.accountSince !== undefined)
        expect(membership.since).toBe(parseInstant(told.fields.accountSince));
      if (membership && !told) expect(membership.since).toBeLessThanOrEqual(latest?.at ?? NaN);
    }),
  );
});

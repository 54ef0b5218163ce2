import { askAccount, membersOf, peopleOf, type AccountQuestion, type Member } from './account';
import type { ToldItem } from './facts';
import { keptRows } from './keeping';
import type { Row } from './rows';

const march: AccountQuestion = { from: '2026-03-01', to: '2026-03-31', zone: 'UTC' };
const day = (of: number): string => `2026-03-${String(of).padStart(2, '0')}T12:00:00.000Z`;
let count = 0;
const row = (ContactId: string, of: number, more: Readonly<Record<string, string>> = {}): object => ({
  InteractionType: 'EmailOpened',
  InternalMarketingInteractionId: `row ${String(++count).padStart(4, '0')}`,
  Timestamp: day(of),
  ContactId,
  MessageId: 'm1',
  SendingId: 's1',
  ...more,
});
const inAccount = (ContactId: string, of: number, AccountId: string): object => row(ContactId, of, { AccountId });
const kept = (...rows: readonly object[]): readonly Row[] =>
  keptRows(rows.map((one) => ({ row: one, receivedAt: Date.parse('2026-04-01') })));
const item = (id: string, of: number, fields: ToldItem['fields'], op = 'upsert'): ToldItem => ({
  kind: 'contact',
  id,
  op,
  at: day(of),
  fields,
});

const contactsOf = (members: readonly Member[]): readonly unknown[] =>
  members.map(({ contact, since }) => [contact, since === undefined ? since : new Date(since).toISOString()]);

test('members: of whom the directory tells nothing by their rows, of all others by the latest item', () => {
  const rows = kept(inAccount('anna', 1, 'a'), inAccount('bert', 1, 'a'), inAccount('carl', 1, 'b'));
  const items = [
    item('bert', 3, { accountId: 'b', accountSince: day(3) }),
    item('bert', 2, { accountId: 'a', accountSince: day(2) }),
    item('dora', 1, { accountId: 'a', accountSince: day(5) }),
    item('carl', 1, { accountId: 'a' }),
    item('carl', 2, {}, 'delete'),
  ];
  for (const order of [items, [...items].reverse()]) {
    expect(contactsOf(membersOf(rows, order, 'a'))).toEqual([
      ['anna', day(1)],
      ['dora', day(5)],
    ]);
    expect(contactsOf(membersOf(rows, order, 'b'))).toEqual([['bert', day(3)]]);
  }
});

test('a row counts from the very instant of joining on, unless the full history is asked for', () => {
  const rows = kept(row('anna', 3), row('anna', 4), row('anna', 5));
  const members = membersOf(rows, [item('anna', 1, { accountId: 'a', accountSince: day(4) })], 'a');
  const opens = (question: AccountQuestion): number => askAccount(members, question).lists.opensTotal.length;
  expect([opens(march), opens({ ...march, scope: 'full' })]).toEqual([2, 3]);
});

test('nobody’s message is another’s: unique opens of one message by two are two, and a bounce takes back its own', () => {
  const delivered = { InteractionType: 'EmailDelivered' };
  const rows = kept(
    ...['anna', 'bert'].flatMap((who) => [row(who, 2, delivered), row(who, 3), row(who, 4)]),
    row('bert', 5, { InteractionType: 'EmailHardRemoteBounced' }),
  );
  const items = ['anna', 'bert'].map((who) => item(who, 1, { accountId: 'a' }));
  const { kpis, takenBack } = askAccount(membersOf(rows, items, 'a'), march);
  expect([kpis['account.opensUnique'], kpis['account.delivered'], takenBack.size]).toEqual([2, 1, 1]);
  expect(kpis).not.toHaveProperty(['account.listJoins']);
});

test('people active are those who did something themselves; what machines did and what was sent is nothing', () => {
  const rows = kept(
    row('anna', 2),
    row('anna', 3),
    row('bert', 2, { UserAgent: 'Mimecast' }),
    row('carl', 2, { InteractionType: 'EmailDelivered' }),
  );
  const items = ['anna', 'bert', 'carl'].map((who) => item(who, 1, { accountId: 'a' }));
  const { kpis, lists } = askAccount(membersOf(rows, items, 'a'), march);
  expect(kpis['account.peopleActive']).toBe(1);
  expect(lists.peopleActive.map(({ row: { at }, times }) => [at, times])).toEqual([[Date.parse(day(3)), 2]]);
});

test('people are ranked by what they did, then by how lately; the hidden are a sum; weeks end with the period', () => {
  const opens = (who: string, ...days: readonly number[]): readonly object[] => days.map((of) => row(who, of));
  const rows = kept(...opens('anna', 2, 3), ...opens('bert', 30, 31), ...opens('carl', 1), ...opens('dora', 4, 5, 6));
  const items = ['anna', 'bert', 'carl', 'dora', 'eric'].map((who) => item(who, 1, { accountId: 'a' }));
  const { people, hidden, more } = peopleOf(membersOf(rows, items, 'a'), march, (who) => who !== 'dora');
  expect(people.map(({ contact, count: of }) => [contact, of])).toEqual([
    ['bert', 2],
    ['anna', 2],
    ['carl', 1],
    ['eric', 0],
  ]);
  expect([hidden, more]).toEqual([
    [1, 3],
    [0, 0],
  ]);
  const none = new Array<number>(7).fill(0);
  expect(people[0]?.weeks).toEqual([...none, 0, 0, 0, 0, 2]);
  expect(people[1]?.weeks).toEqual([...none, 2, 0, 0, 0, 0]);
});

import { kept } from '@record-insights/domain';
import { recount, type FullRow } from './recount';
import { addPerson } from './recountRecords';
import { Sums } from './sums';

let made = 0;
const row = (type: string, at: string, columns: Readonly<Record<string, string>> = {}): FullRow => ({
  id: `i${made++}`,
  type,
  at: Date.parse(at),
  columns: { ContactId: 'c1', MessageId: 'm1', SendingId: 's1', ...columns },
});

function recounted(rows: readonly FullRow[], zone = 'UTC'): Readonly<Record<string, number>> {
  const sums = new Sums();
  addPerson(sums, 'email!m1', 'email', rows, zone);
  return Object.fromEntries(
    sums.differences().map(({ where, what, recounted }) => [`${where}: ${what}`, Number(recounted)]),
  );
}

test('a message opened in two months is one over all time and one in each', () => {
  const counts = recounted([row('EmailOpened', '2026-10-05T10:00:00Z'), row('EmailOpened', '2026-11-05T10:00:00Z')]);
  expect(['all time', '2026-10', '2026-11'].map((span) => counts[`email!m1, ${span}, all: opensUnique`])).toEqual([
    1, 1, 1,
  ]);
  expect(counts['email!m1, all time, all: opensTotal']).toBe(2);
});

test('months are those of the zone that the numbers go by', () => {
  const counts = recounted([row('EmailSent', '2026-10-31T23:30:00Z')], 'Europe/Berlin');
  expect(counts['email!m1, 2026-11, all: sent']).toBe(1);
  expect(counts['email!m1, 2026-10, all: sent']).toBeUndefined();
});

test('what machines did is left out of what people did', () => {
  const click = row('EmailClicked', '2026-11-05T10:00:00Z', { LinkId: 'l1', UserAgent: 'curl/8' });
  const counts = recounted([click]);
  expect(counts['email!m1, all time, all: clicksTotal']).toBe(1);
  expect(counts['email!m1, all time, people: clicksTotal']).toBeUndefined();
});

test('test sends count nowhere', () => {
  expect(recounted([row('EmailSent', '2026-11-05T10:00:00Z', { UsageType: 'preview' })])).toEqual({});
});

test('types and links are told apart by value, mail domains in parts', () => {
  const counts = recounted([
    row('EmailDelivered', '2026-11-05T10:00:00Z', { EmailDomain: 'Example.COM' }),
    row('EmailClicked', '2026-11-05T11:00:00Z', { LinkId: 'l1' }),
    row('EmailClicked', '2026-11-05T12:00:00Z', { LinkId: 'l1' }),
    row('EmailClicked', '2026-11-05T13:00:00Z', { LinkId: 'l2' }),
  ]);
  const all = 'email!m1, all time, all';
  expect(counts[`${all}: interactions by type EmailClicked`]).toBe(3);
  expect([counts[`${all}: clicksTotal by link l1`], counts[`${all}: clicksTotal by link l2`]]).toEqual([2, 1]);
  const domains = Object.keys(counts).filter((name) => name.includes('delivered by domain, part '));
  expect(domains).toHaveLength(1);
});

test('there is a rule for every number that is kept added up', () => {
  const rules = Object.keys(recount([], -Infinity, Infinity));
  const all = Object.values(kept).flatMap((counters) => [...counters.keys()]);
  expect(all.filter((counter) => !rules.includes(counter))).toEqual([]);
});

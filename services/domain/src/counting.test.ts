import { contributions, takenBack, type Choice } from './counting';
import type { PersonRecord } from './personRecord';
import { ofMessage as record } from './personRecord.builder';
import type { CounterId } from './registry/counters';

const all: Choice = { verdict: 'all' };
const number = (
  counter: CounterId,
  records: readonly PersonRecord[],
  choice = all,
  from = -Infinity,
  before = Infinity,
): number => contributions(counter, records, choice, ({ at }) => at >= from && at < before).length;

test('every open counts, a message opened twice is one unique open', () => {
  const opens = [record('EmailOpened', 1), record('EmailOpened', 2), record('EmailOpened', 3, { message: 'm2' })];
  expect([number('opensTotal', opens), number('opensUnique', opens)]).toEqual([3, 2]);
});

test('a unique open counts in each period in which the message was opened', () => {
  const opens = [record('EmailOpened', 1), record('EmailOpened', 5)];
  expect([
    number('opensUnique', opens, all, 0, 3),
    number('opensUnique', opens, all, 3, 9),
    number('opensUnique', opens),
  ]).toEqual([1, 1, 1]);
});

test('the listed row of a unique open is its first of the period, with the number of its rows', () => {
  const opens = [record('EmailOpened', 5), record('EmailOpened', 2), record('EmailOpened', 1)];
  const [entry] = contributions('opensUnique', opens, all, ({ at }) => at > 1);
  expect([entry?.record.at, entry?.rows]).toEqual([2, 2]);
});

test('a message sent twice in one sending counts once, on the day of the first', () => {
  const sent = [record('EmailSent', 5), record('EmailSent', 1), record('EmailSent', 3, { sending: 's2' })];
  expect([number('sent', sent), number('sent', sent, all, 4)]).toEqual([2, 0]);
});

test.each([
  ['a remote bounce after it', record('EmailHardRemoteBounced', 9), 0],
  ['a remote bounce at the same instant', record('EmailSoftRemoteBounced', 1), 0],
  ['a remote bounce before it', record('EmailHardRemoteBounced', 0), 1],
  ['a remote bounce of another sending', record('EmailHardRemoteBounced', 9, { sending: 's2' }), 1],
  ['a row that takes it back', record('EmailDelivered', 0, { negative: true }), 0],
  ['an ordinary bounce', record('EmailHardBounced', 9), 1],
])('a delivery with %s counts as it should', (_what, other, expected) => {
  expect(number('delivered', [record('EmailDelivered', 1), other])).toBe(expected);
});

test('deliveries that were taken back are marked', () => {
  const [kept, lost] = [record('EmailDelivered', 1), record('EmailDelivered', 1, { sending: 's2' })];
  expect([...takenBack([kept, lost, record('EmailSoftRemoteBounced', 4, { sending: 's2' })])]).toEqual([lost.id]);
});

test('a delivery opened ever, even after the period, is not unopened', () => {
  const delivered = record('EmailDelivered', 1);
  expect([
    number('unopened', [delivered], all, 0, 5),
    number('unopened', [delivered, record('EmailOpened', 99)], all, 0, 5),
  ]).toEqual([1, 0]);
});

test('of several reasons for one block the specific one counts', () => {
  const rows = [record('EmailBlocked', 1), record('EmailBlockedByUser', 2)];
  const [entry, ...others] = contributions('blocked', rows, all, () => true);
  expect([entry?.record.type, others.length]).toEqual(['EmailBlockedByUser', 0]);
});

test('a click that machine and person report alike counts once, and not under people', () => {
  const rows = [
    record('EmailClicked', 1, { link: 'l' }),
    record('BotEmailLinkClicked', 1, { link: 'l', verdict: 'machine' }),
    record('EmailClicked', 2, { link: 'l' }),
  ];
  expect([number('clicksTotal', rows), number('clicksTotal', rows, { verdict: 'people' })]).toEqual([2, 1]);
});

test('an unsubscribe counts only where it names a message', () => {
  const rows = [
    record('SegmentUnsubscribed', 1),
    record('SegmentUnsubscribed', 2),
    record('SegmentUnsubscribed', 3, { message: '' }),
  ];
  expect(number('unsubscribes', rows)).toBe(1);
});

test('test sends stay out of every number', () => {
  const rows = [record('EmailOpened', 1, { testSend: true }), record('EmailSent', 1, { testSend: true })];
  expect([number('opensTotal', rows), number('sent', rows), number('interactions', rows)]).toEqual([0, 0, 0]);
});

test('a choice of journey, iteration and tile restricts the rows', () => {
  const rows = [
    record('EmailOpened', 1, { journey: 'j1', iteration: 'i1', tile: 't1' }),
    record('EmailOpened', 2, { journey: 'j1', iteration: 'i2' }),
    record('EmailOpened', 3),
  ];
  const chosen = (choice: Partial<Choice>): number => number('opensTotal', rows, { verdict: 'all', ...choice });
  expect([chosen({ journey: 'j1' }), chosen({ journey: 'j1', iteration: 'i2' }), chosen({ tile: 't1' })]).toEqual([
    2, 1, 1,
  ]);
});

test('everything kept of a person is an interaction, of unknown types too', () => {
  expect(number('interactions', [record('Sneezed', 1), record('EmailDelivered', 1, { negative: true })])).toBe(2);
});

test('a choice of journey brings no delivery back, makes no message unopened and no machine’s click a person’s', () => {
  const journey = { journey: 'j1' };
  const rows = [
    record('EmailDelivered', 1, journey),
    record('EmailHardRemoteBounced', 9),
    record('EmailDelivered', 1, { ...journey, message: 'm2' }),
    record('EmailOpened', 2, { message: 'm2' }),
    record('EmailClicked', 3, { ...journey, link: 'l' }),
    record('BotEmailLinkClicked', 3, { link: 'l', verdict: 'machine' }),
  ];
  const numbers = (['delivered', 'unopened', 'clicksTotal'] as const).map((counter) =>
    number(counter, rows, { verdict: 'all', ...journey }),
  );
  expect(numbers).toEqual([1, 0, 0]);
});

test('a form visit counts as a visit of its page, unless the same visit tells of the page itself', () => {
  const at = { session: 's', page: '/quote' };
  const page = record('WebsiteVisited', 1, at);
  const form = (more: object): PersonRecord => record('FormVisited', 2, { ...at, ...more });
  expect(number('websiteVisits', [page, form({})])).toBe(1);
  expect(number('websiteVisits', [form({})])).toBe(1);
  expect(number('websiteVisits', [page, form({ page: '/news' }), form({ session: 's2' })])).toBe(3);
  expect(number('formVisits', [page, form({})])).toBe(1);
});

test('form visits that name no page or no visit are never taken for one that was told before', () => {
  const nameless = (type: string): PersonRecord => record(type, 1, { session: '', page: '/quote' });
  expect(number('websiteVisits', [nameless('WebsiteVisited'), nameless('FormVisited')])).toBe(2);
});

test('an address clicked often is one link, listed by its last click; a click without an address is none', () => {
  const clicks = [1, 9, 5].map((at) => record('WebsiteClicked', at, { target: 'a' }));
  const others = [record('WebsiteClicked', 3, { target: 'b' }), record('WebsiteClicked', 3, { target: '' })];
  const links = contributions('linksClicked', [...clicks, ...others], all, () => true);
  expect(links.map(({ record: { at }, rows }) => [at, rows])).toEqual([
    [9, 3],
    [3, 1],
  ]);
  expect(number('websiteClicks', [...clicks, ...others])).toBe(5);
});

test('a submission processed twice counts once, one without an id by itself', () => {
  const sent = [1, 2].map((at) => record('FormSubmitted', at, { submission: 'x' }));
  const nameless = [1, 2].map((at) => record('FormSubmitted', at));
  expect([number('formSubmissions', sent), number('formSubmissions', [...sent, ...nameless])]).toEqual([1, 3]);
});

test('cancellations are those of events and of sessions', () => {
  const rows = ['EventRegistration', 'EventRegistrationCanceled', 'SessionRegistrationCanceled'];
  const records = rows.map((type) => record(type, 1));
  expect([number('eventCancellations', records), number('eventInteractions', records)]).toEqual([2, 3]);
});

test('what machines did is nothing that a person did, whoever’s opens are asked for; what was sent is neither', () => {
  const rows = [
    record('EmailDelivered', 1),
    record('EmailOpened', 2, { verdict: 'machine' }),
    record('EmailOpened', 3, { verdict: 'unknown' }),
    record('EmailClicked', 4, { verdict: 'human' }),
  ];
  expect([number('acts', rows), number('peopleActive', rows), number('peopleActive', rows.slice(0, 2))]).toEqual([
    2, 1, 0,
  ]);
});

import { askContact, byDay, byKind, byType, questionBefore, rowsOfContact, shownQuestion } from './contact';
import type { ContactAnswer, ContactCounter } from './contact';
import type { Question } from './counting';
import { keptRows } from './keeping';

const march: Question = { from: '2026-03-01', to: '2026-03-31', zone: 'UTC' };
let count = 0;
/** A row of the contact about one message of one sending, on a day of March. */
const row = (InteractionType: string, day: number, more: Readonly<Record<string, string>> = {}): object => ({
  InteractionType,
  InternalMarketingInteractionId: `row ${String(++count).padStart(4, '0')}`,
  Timestamp: `2026-03-${String(day).padStart(2, '0')}T12:00:00Z`,
  ContactId: 'anna',
  MessageId: 'm1',
  SendingId: 's1',
  ...more,
});

function ask(rows: readonly object[], question: Question = march): ContactAnswer {
  const kept = keptRows(rows.map((one) => ({ row: one, receivedAt: Date.parse('2026-04-01') })));
  return askContact(rowsOfContact(kept, 'anna'), question);
}

const numberOf = (counter: ContactCounter, rows: readonly object[], question = march): number =>
  ask(rows, question).lists[counter].length;

const until = (day: number): Question => ({ ...march, to: `2026-03-${String(day).padStart(2, '0')}` });
const since = (day: number): Question => ({ ...march, from: `2026-03-${String(day).padStart(2, '0')}` });

test('sent: one a (SendingId, MessageId, person), on the day of the first', () => {
  const rows = [row('EmailSent', 2), row('EmailSent', 1), row('EmailSent', 3, { SendingId: 's2' })];
  expect([numberOf('sent', rows), numberOf('sent', rows, until(1)), numberOf('sent', rows, since(2))]).toEqual([
    2, 1, 1,
  ]);
});

test.each([
  ['a DeliveredCount of −1, whenever it comes', row('EmailDelivered', 1, { DeliveredCount: '-1' }), 0],
  ['a remote bounce later', row('EmailHardRemoteBounced', 9), 0],
  ['a remote bounce at the same instant', row('EmailSoftRemoteBounced', 5), 0],
  ['a remote bounce before it', row('EmailHardRemoteBounced', 4), 1],
  ['a remote bounce of another sending', row('EmailHardRemoteBounced', 9, { SendingId: 's2' }), 1],
  ['a bounce that is not remote', row('EmailHardBounced', 9), 1],
])('delivered: a delivery with %s counts %#', (_what, other, expected) => {
  expect(numberOf('delivered', [row('EmailDelivered', 5), other])).toBe(expected);
});

test('delivered: taken back once, however often it is said', () => {
  const rows = [row('EmailDelivered', 5), row('EmailDelivered', 6, { SendingId: 's2' })];
  const bounces = [row('EmailHardRemoteBounced', 7), row('EmailSoftRemoteBounced', 8)];
  expect(numberOf('delivered', [...rows, ...bounces, row('EmailDelivered', 7, { DeliveredCount: '-1' })])).toBe(1);
});

test('delivered: what was taken back is taken back for every journey', () => {
  const rows = [row('EmailDelivered', 5, { CustomerJourneyId: 'j1' }), row('EmailHardRemoteBounced', 9)];
  expect(numberOf('delivered', rows, { ...march, journey: 'j1' })).toBe(0);
});

test('opensTotal and clicksTotal: every row', () => {
  const rows = [row('EmailOpened', 1), row('EmailOpened', 1), row('EmailClicked', 1), row('EmailClicked', 2)];
  expect([numberOf('opensTotal', rows), numberOf('clicksTotal', rows)]).toEqual([2, 2]);
});

test('opensUnique: distinct messages active in the period, each by its first open there', () => {
  const rows = [
    row('EmailOpened', 9),
    row('EmailOpened', 3),
    row('EmailOpened', 1),
    row('EmailOpened', 5, { MessageId: 'm2' }),
  ];
  const found = ask(rows, since(2)).lists.opensUnique.map((thing) => [
    new Date(thing.row.at).getUTCDate(),
    thing.times,
  ]);
  expect(found).toEqual([
    [5, 1],
    [3, 2],
  ]);
  expect([numberOf('opensUnique', rows, until(2)), numberOf('opensUnique', rows)]).toEqual([1, 2]);
});

test('clicksUnique: at message level, whatever the link', () => {
  const rows = [row('EmailClicked', 1, { LinkId: 'a' }), row('EmailClicked', 2, { LinkId: 'b' })];
  expect(numberOf('clicksUnique', rows)).toBe(1);
});

test('hard and soft bounces: remote ones, too', () => {
  const types = [
    'EmailHardBounced',
    'EmailHardRemoteBounced',
    'EmailSoftBounced',
    'EmailSoftRemoteBounced',
    'EmailBlockBounced',
  ];
  const { lists } = ask(types.map((type) => row(type, 4)));
  expect([lists.hardBounces, lists.softBounces, lists.blockBounces, lists.bounces].map((list) => list.length)).toEqual([
    2, 2, 1, 5,
  ]);
});

test('blocked: one a triple, the specific reason before the general one', () => {
  const rows = [row('EmailBlocked', 1), row('EmailBlockedByUser', 3), row('InvalidReplyToAddress', 2)];
  expect(ask(rows).lists.blocked.map(({ row: { type }, times }) => [type, times])).toEqual([
    ['InvalidReplyToAddress', 3],
  ]);
  expect([numberOf('blocked', rows, until(1)), numberOf('blocked', [row('EmailBlocked', 1)])]).toEqual([0, 1]);
});

test('blocked: neither stopped contacts nor failed sendings', () => {
  expect(numberOf('blocked', [row('ActivityContactBlocked', 1), row('EmailSendingFailed', 1)])).toBe(0);
});

test('spam complaints, forwards, subscription submits: every row', () => {
  const rows = ['EmailFeedbackLoop', 'EmailForwarded', 'EmailSubscriptionSubmit'].flatMap((type) => [
    row(type, 1),
    row(type, 1),
  ]);
  const { lists } = ask(rows);
  expect([lists.spamComplaints, lists.forwards, lists.subscriptionSubmits].map((list) => list.length)).toEqual([
    2, 2, 2,
  ]);
});

test('unsubscribes: distinct messages of rows that name one', () => {
  const rows = [
    row('SegmentUnsubscribed', 1),
    row('SegmentUnsubscribed', 2),
    row('SegmentUnsubscribed', 2, { MessageId: '' }),
  ];
  expect(numberOf('unsubscribes', rows)).toBe(1);
});

test('unopened: deliveries of the period without an open up to now, whatever its verdict, time or journey', () => {
  const delivered = row('EmailDelivered', 5);
  const opened = row('EmailOpened', 30, { CustomerJourneyId: 'j2', SendingId: 's9' });
  expect([numberOf('unopened', [delivered], until(9)), numberOf('unopened', [delivered, opened], until(9))]).toEqual([
    1, 0,
  ]);
});

test('ratios: unique opens and clicks over deliveries, clicks over opens; over nothing there is no answer', () => {
  const rows = [row('EmailDelivered', 1), row('EmailDelivered', 1, { SendingId: 's2' }), row('EmailOpened', 2)];
  const { kpis } = ask([...rows, row('EmailClicked', 3), row('EmailClicked', 3, { MessageId: 'm2' })]);
  expect([kpis['contact.openRate'], kpis['contact.clickThroughRate'], kpis['contact.clickToOpenRate']]).toEqual([
    0.5, 1, 2,
  ]);
  expect(ask([row('EmailOpened', 2)]).kpis['contact.openRate']).toBeNull();
});

test('verdict: a machine click counts in all, not in people; told twice it counts once, as the machine’s', () => {
  const link = { LinkId: 'a' };
  const rows = [row('BotEmailLinkClicked', 2, link), row('EmailClicked', 2, link), row('EmailClicked', 3, link)];
  const people = { ...march, verdict: 'people' } as const;
  expect([numberOf('clicksTotal', rows), numberOf('clicksTotal', rows, people)]).toEqual([2, 1]);
  expect([numberOf('clicksTotal', rows.slice(0, 2), people), numberOf('interactions', rows)]).toEqual([0, 3]);
});

test('usage: a journey, an iteration and a tile restrict what is counted', () => {
  const rows = [
    row('EmailOpened', 1, { CustomerJourneyId: 'j1', CustomerJourneyIterationId: 'i1', ActivityId: '01_0' }),
    row('EmailOpened', 2, { CustomerJourneyId: 'j1', CustomerJourneyIterationId: 'i2' }),
    row('EmailOpened', 3),
  ];
  const choices = [{ journey: 'j1' }, { journey: 'j1', iteration: 'i2' }, { journey: 'j1', tile: '01_0' }];
  expect(choices.map((choice) => numberOf('opensTotal', rows, { ...march, ...choice }))).toEqual([2, 1, 1]);
});

test('interactions: every kept row of the person, unknown types and taken-back deliveries too, but no test sends', () => {
  const rows = [row('FaxReceived', 1), row('EmailDelivered', 1), row('EmailHardRemoteBounced', 2)];
  const others = [row('EmailOpened', 1, { UsageType: 'Test' }), row('EmailOpened', 1, { ContactId: 'bert' })];
  const answer = ask([...rows, ...others]);
  expect(answer.lists.interactions.map((thing) => thing.row.type)).toEqual([
    'EmailHardRemoteBounced',
    'EmailDelivered',
    'FaxReceived',
  ]);
  expect(answer.takenBack.size).toBe(1);
});

test('a visitor’s row that names nobody goes to the contact of the last tie at or before it, else of the first tie', () => {
  const visit = (day: number, more = {}): object =>
    row('WebsiteVisited', day, { VisitorId: 'v', ContactId: '', ...more });
  const rows = [visit(1), visit(5, { ContactId: 'anna' }), visit(6), visit(8, { ContactId: 'bert' }), visit(9)];
  const days = ask(rows).lists.interactions.map((thing) => new Date(thing.row.at).getUTCDate());
  expect(days).toEqual([6, 5, 1]);
});

test('of ties at one instant the one of the lowest id is the first', () => {
  const tie = (id: string, ContactId: string): object =>
    row('FormSubmitted', 5, { InternalMarketingInteractionId: id, VisitorId: 'v', ContactId });
  const visit = (day: number): object => row('WebsiteVisited', day, { VisitorId: 'v', ContactId: '' });
  const [early, late] = [visit(1), visit(9)];
  expect(numberOf('interactions', [tie('b', 'bert'), tie('a', 'anna'), early, late])).toBe(2);
  expect(numberOf('interactions', [tie('a', 'bert'), tie('b', 'anna'), early, late])).toBe(2);
});

test('a visitor’s past stays apart where the organisation does not join it', () => {
  const past = { VisitorId: 'v', ContactId: '' };
  const kept = keptRows(
    [row('WebsiteVisited', 1, past), row('FormSubmitted', 5, { VisitorId: 'v' })].map((one) => ({
      row: one,
      receivedAt: Date.parse('2026-04-01'),
    })),
  );
  expect([rowsOfContact(kept, 'anna', true).length, rowsOfContact(kept, 'anna', false).length]).toEqual([2, 1]);
});

test('From and To are days of the zone, both inside, and the rows of a list say which', () => {
  const at = (Timestamp: string): object => row('EmailOpened', 1, { Timestamp });
  const rows = [
    at('2026-03-28T22:59:59Z'),
    at('2026-03-28T23:00:00Z'),
    at('2026-03-29T21:59:59Z'),
    at('2026-03-29T22:00:00Z'),
  ];
  const oneDay = { from: '2026-03-29', to: '2026-03-29', zone: 'Europe/Oslo' };
  expect(numberOf('opensTotal', rows, oneDay)).toBe(2);
  const all = ask(rows, { ...oneDay, from: '2026-03-01', to: '2026-03-31' }).lists.opensTotal;
  expect(byDay(all, 'Europe/Oslo')).toEqual({ '2026-03-28': 1, '2026-03-29': 2, '2026-03-30': 1 });
});

test('rows are counted by type and by kind', () => {
  const { interactions } = ask([
    row('EmailOpened', 1),
    row('EmailOpened', 2),
    row('FaxReceived', 1),
    row('SurveyResponse', 1),
  ]).lists;
  expect(byType(interactions)).toEqual({ EmailOpened: 2, FaxReceived: 1, SurveyResponse: 1 });
  expect(byKind(interactions)).toEqual({ email: 2, other: 1, forms: 1 });
});

test('the period before is as long and ends the day before', () => {
  expect(questionBefore({ from: '2026-03-01', to: '2026-03-03', zone: 'UTC' })).toEqual({
    from: '2026-02-26',
    to: '2026-02-28',
    zone: 'UTC',
  });
});

test('an earlier From is cut off at the months that are shown', () => {
  const question = { from: '2001-01-01', to: '2026-03-31', zone: 'UTC' };
  expect(shownQuestion(question, Date.parse('2026-03-31T10:00:00Z'), 1).from).toBe('2026-02-28');
});

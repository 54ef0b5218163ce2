import fc from 'fast-check';
import { askContact, rowsOfContact } from '../oracle/contact';
import { dayIn } from '../oracle/days';
import { isTestSend, keptRows, refusedRows } from '../oracle/keeping';
import { cell, readRow, type Row } from '../oracle/rows';
import { batchesOf, cuts } from './cuts';
import { contacts, histories } from './histories';
import { questions } from './questions';
import { hardWorlds } from './worlds';

const seed = 20260401;
const sample = fc.sample(histories, { seed, numRuns: 800 }).map((history) => ({
  ...history,
  rows: history.deliveries.map(readRow).filter((row) => typeof row !== 'string'),
  kept: keptRows(history.deliveries),
  refused: refusedRows(history.deliveries),
}));
type Sampled = (typeof sample)[number];

/** Pairs of deliveries of one interaction. */
const pairs = ({ rows }: Sampled): readonly (readonly [Row, Row])[] =>
  rows.flatMap((a, i) => rows.slice(i + 1).flatMap((b) => (a.id === b.id ? [[a, b] as const] : [])));

const corrects = (column: string) => (history: Sampled) =>
  pairs(history).some(([a, b]) => a.version !== b.version && cell(a, column) !== cell(b, column));

const takenBack = ({ world, kept }: Sampled): number =>
  contacts.reduce((sum, contact) => {
    const asked = { from: '0000-00-00', to: '9999-99-99', zone: world.zone };
    return sum + askContact(rowsOfContact(kept, contact), asked).takenBack.size;
  }, 0);

/** Two kept rows of these types that are equal in some columns and unlike in others. */
const meets =
  (first: string, second: string, same: readonly string[], unlike: readonly string[] = []) =>
  ({ kept }: Sampled) =>
    kept.some(
      (a) =>
        a.type === first &&
        kept.some(
          (b) =>
            b.type === second &&
            same.every((column) => cell(a, column) === cell(b, column)) &&
            unlike.every((column) => cell(a, column) !== cell(b, column)),
        ),
    );
/** A form visit whose page is told by a website visit, which is equal in some columns or of another session. */
const meetsOn =
  (...same: readonly string[]) =>
  ({ kept }: Sampled) =>
    kept.some(
      (form) =>
        form.type === 'FormVisited' &&
        cell(form, 'ReferrerUri') !== '' &&
        cell(form, 'SessionId') !== '' &&
        kept.some(
          (page) =>
            page.type === 'WebsiteVisited' &&
            cell(page, 'PageAddress') === cell(form, 'ReferrerUri') &&
            same.length > 0 === (cell(page, 'SessionId') === cell(form, 'SessionId')),
        ),
    );
const sending = ['ContactId', 'SendingId', 'MessageId'];

const phenomena: readonly (readonly [string, (history: Sampled) => boolean])[] = [
  ['a row again in other words', (history) => pairs(history).some(([a, b]) => a.version === b.version)],
  ['a correction of the person', corrects('ContactId')],
  ['a correction of the time', corrects('Timestamp')],
  ['a correction of the type', corrects('InteractionType')],
  [
    'equal Versions with unlike content',
    (history) => pairs(history).some(([a, b]) => a.version === b.version && cell(a, 'City') !== cell(b, 'City')),
  ],
  ['a Version of 64 bits', ({ rows }) => rows.some(({ version }) => version > 2n ** 62n)],
  ['a delivery taken back', (history) => takenBack(history) > 0],
  ['a delivery with an open', meets('EmailDelivered', 'EmailOpened', ['ContactId', 'MessageId'])],
  ['a remote bounce beside its delivery', meets('EmailDelivered', 'EmailHardRemoteBounced', sending)],
  [
    'a delivery taken back before it is told',
    ({ kept }) =>
      kept.some(
        (a) =>
          cell(a, 'DeliveredCount') === '-1' &&
          kept.some(
            (b) =>
              b.at > a.at &&
              [a, b].every(({ type }) => type === 'EmailDelivered') &&
              sending.every((column) => cell(a, column) === cell(b, column)),
          ),
      ),
  ],
  ['a general beside a specific block', meets('EmailBlocked', 'EmailBlockedByUser', sending)],
  [
    'a click told by machine and person',
    meets('EmailClicked', 'BotEmailLinkClicked', ['ContactId', 'MessageId', 'LinkId', 'Timestamp']),
  ],
  [
    'a delivery and what takes it back in another journey',
    meets('EmailDelivered', 'EmailHardRemoteBounced', sending, ['CustomerJourneyId']),
  ],
  ['a form on a page that was visited', meetsOn('SessionId')],
  ['a form on a page that another session visited', meetsOn()],
  ['an address clicked twice', meets('WebsiteClicked', 'WebsiteClicked', ['ContactId', 'Link'], ['Timestamp'])],
  ['a submission processed twice', meets('FormSubmitted', 'FormSubmitted', ['FormSubmissionId'], ['Timestamp'])],
  ['a list left after it was joined', meets('SegmentSubscribed', 'SegmentUnsubscribed', ['ContactId', 'SegmentId'])],
  ['a tie of a visitor and its past', meets('FaxReceived', 'EmailOpened', ['VisitorId'])],
  ['a test send', ({ kept }) => kept.some(isTestSend)],
  ['an unknown type', ({ kept }) => kept.some(({ type }) => type === 'constructor')],
  ['a type in another spelling', ({ deliveries }) => JSON.stringify(deliveries).includes('BlockListed')],
  ['a type by its folder', ({ deliveries }) => deliveries.some(({ folder }) => folder !== undefined)],
];

test.each(phenomena)('histories have %s', (_what, has) => {
  expect(sample.filter(has).length).toBeGreaterThan(3);
});

test.each(['notAnObject', 'missingId', 'missingTime', 'unreadableTime', 'tooFarAhead'])(
  'histories have rows that are refused: %s',
  (reason) => {
    const found = sample.filter(({ refused }) => refused.some((refusal) => refusal.reason === reason));
    expect(found.length).toBeGreaterThan(3);
  },
);

test.each(hardWorlds.map((world) => [world.zone, world] as const))(
  'histories in %s have rows on both sides of each hard moment',
  (_zone, world) => {
    const instants = sample
      .filter((history) => history.world === world)
      .flatMap(({ kept }) => kept.map(({ at }) => at));
    const near = 60 * 60 * 1000;
    for (const edge of world.edges) {
      expect(instants.some((at) => at >= edge && at <= edge + near)).toBe(true);
      expect(instants.some((at) => at < edge && at >= edge - near)).toBe(true);
    }
  },
);

test('hard moments are where days or clocks change', () => {
  const text = (zone: string, at: number): string =>
    `${dayIn(zone, at)} ${new Date(at).toLocaleString('en', { timeZone: zone, timeZoneName: 'longOffset' }).slice(-9)}`;
  for (const { zone, edges } of hardWorlds)
    for (const edge of edges) expect(text(zone, edge - 1)).not.toBe(text(zone, edge));
});

test('a cut has every delivery at least once, and some again', () => {
  fc.assert(
    fc.property(histories, cuts, ({ deliveries }, cut) => {
      const arrived = batchesOf(deliveries, cut).flatMap((batch) => batch.deliveries);
      expect(new Set(arrived)).toEqual(new Set(deliveries));
      expect(arrived).toHaveLength(deliveries.length + cut.again.length);
    }),
    { seed, numRuns: 50 },
  );
});

test('many questions find something, also such as ask for a single day', () => {
  const asked = fc.sample(fc.tuple(histories, questions), { seed, numRuns: 400 });
  const numbers = asked.map(([{ world, deliveries }, askedIn]) => {
    const { contact, question } = askedIn(world);
    const { interactions } = askContact(rowsOfContact(keptRows(deliveries), contact), question).lists;
    return { number: interactions.length, oneDay: question.from === question.to };
  });
  expect(numbers.filter(({ number }) => number > 0).length).toBeGreaterThan(120);
  expect(numbers.filter(({ number, oneDay }) => oneDay && number > 0).length).toBeGreaterThan(10);
});

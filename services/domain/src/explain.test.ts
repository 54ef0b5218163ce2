import * as fc from 'fast-check';
import { contributions, type Choice } from './counting';
import { explain } from './explain';
import type { PersonRecord } from './personRecord';
import { ofMessage as record } from './personRecord.builder';
import { counterIds, type CounterId } from './registry/counters';

const reasons = (counter: CounterId, records: readonly PersonRecord[], choice: Choice = { verdict: 'all' }): unknown =>
  explain(counter, records, choice, ({ at }) => at < 100, 0).leftOut.map(({ reason }) => reason);

test('each reason is told by the row that has it', () => {
  expect(reasons('opensTotal', [record('EmailOpened', 1, { testSend: true })])).toEqual(['testSend']);
  expect(reasons('opensTotal', [record('EmailOpened', 100)])).toEqual(['outsidePeriod']);
  expect(reasons('opensUnique', [record('EmailOpened', 1), record('EmailOpened', 2)])).toEqual(['repeat']);
  expect(reasons('opensTotal', [record('EmailOpened', 1, { verdict: 'machine' })], { verdict: 'people' })).toEqual([
    'machine',
  ]);
  expect(reasons('opensTotal', [record('EmailOpened', 1)], { verdict: 'surePeople' })).toEqual(['notSure']);
  expect(reasons('sent', [record('EmailSent', 1)], { verdict: 'all', journey: 'j' })).toEqual(['otherUsage']);
  const delivered = record('EmailDelivered', 1);
  expect(reasons('delivered', [delivered, record('EmailSoftRemoteBounced', 2)])).toEqual(['takenBack']);
  expect(reasons('delivered', [delivered, record('EmailDelivered', 1, { negative: true })])).toEqual([
    'takesBack',
    'takenBack',
  ]);
  expect(reasons('unopened', [delivered, record('EmailOpened', 200)])).toEqual(['opened']);
});

test('refused rows are received and left out', () => {
  const part = explain('opensTotal', [record('EmailOpened', 1)], { verdict: 'all' }, () => true, 2);
  expect(part).toMatchObject({ received: 3, value: 1, leftOut: [{ reason: 'refused', count: 2 }] });
});

test('what was received less what was left out is the number, for every counter and every history', () => {
  const types = ['EmailSent', 'EmailDelivered', 'EmailOpened', 'EmailClicked', 'BotEmailLinkClicked', 'EmailBlocked'];
  const more = ['EmailSoftRemoteBounced', 'EmailBlockedByUser', 'SegmentUnsubscribed', 'Sneezed'];
  const records = fc.array(
    fc
      .record({
        type: fc.constantFrom(...types, ...more),
        at: fc.integer({ min: 0, max: 9 }),
        message: fc.constantFrom('', 'm1', 'm2'),
        journey: fc.constantFrom('', 'j1'),
        verdict: fc.constantFrom('human', 'machine', 'unknown' as const),
        negative: fc.boolean(),
        testSend: fc.boolean(),
      })
      .map(({ type, at, ...rest }) => record(type, at, rest)),
  );
  const choices = fc.record({
    verdict: fc.constantFrom('all', 'people', 'surePeople' as const),
    journey: fc.constantFrom(undefined, 'j1'),
  });
  fc.assert(
    fc.property(
      records,
      choices,
      fc.constantFrom(...counterIds),
      fc.nat({ max: 3 }),
      (drawn, choice, counter, refused) => {
        const inPeriod = ({ at }: PersonRecord): boolean => at >= 3 && at < 7;
        const { received, leftOut, value } = explain(counter, drawn, choice, inPeriod, refused);
        expect(value).toBe(contributions(counter, drawn, choice, inPeriod).length);
        expect(received - leftOut.reduce((sum, one) => sum + one.count, 0)).toBe(value);
      },
    ),
  );
});

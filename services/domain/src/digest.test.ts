import fc from 'fast-check';
import { answeredDeliveries } from './answeredDeliveries';
import { contributions, verdictChoices, type VerdictChoice } from './counting';
import { answeredIn, countedIn, digestOf, verdictCodes } from './digest';
import { interactionFrom } from './interaction';
import { personRecordOf, type PersonRecord } from './personRecord';
import { personCounterIds } from './registry/counters';

const few = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
const types = [
  'EmailSent',
  'EmailDelivered',
  'EmailSoftRemoteBounced',
  'EmailOpened',
  'EmailClicked',
  'BotEmailLinkClicked',
  'EmailBlocked',
  'EmailBlockedByUser',
  'SegmentUnsubscribed',
  'WebsiteVisited',
  'FormVisited',
  'WebsiteClicked',
  'FormSubmitted',
];

/** Rows of one person that often are about the same thing, at the same instant or nearly. */
const histories = fc
  .array(
    fc.record({
      type: few(...types),
      at: fc.integer({ min: 0, max: 12 }),
      verdict: fc.constantFrom(...verdictCodes),
      message: few('m', 'n', ''),
      sending: few('s', 't'),
      link: few('a', 'b'),
      session: few('x', ''),
      page: few('p', ''),
      target: few('u', 'v', ''),
      submission: few('f', ''),
      negative: fc.boolean(),
      testSend: fc.nat(9).map((n) => n === 0),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map((row, n): PersonRecord => {
      const id = personRecordOf(interactionFrom({ InternalMarketingInteractionId: `${(n * 7) % 31}` })).id;
      return { ...personRecordOf(interactionFrom({})), ...row, id };
    }),
  );

const asked = fc.record({
  verdict: fc.constantFrom(...(Object.keys(verdictChoices) as VerdictChoice[])),
  since: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
  from: fc.integer({ min: 0, max: 12 }),
  length: fc.integer({ min: 0, max: 13 }),
});

test('a digest counts exactly the rows that count, in any period, by any verdict, from any instant on', () => {
  fc.assert(
    fc.property(histories, asked, (records, { from, length, ...choice }) => {
      const digest = digestOf(records);
      const span = { from, before: from + length };
      const sorted = [...records].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
      const isWithin = ({ at }: { readonly at: number }): boolean => at >= span.from && at < span.before;
      for (const counter of personCounterIds) {
        const expected = contributions(counter, records, choice, isWithin).map(({ record }) => sorted.indexOf(record));
        expect([counter, [...countedIn(digest, counter, choice, span)]]).toEqual([
          counter,
          expected.sort((a, b) => a - b),
        ]);
      }
      const told = answeredDeliveries(records, choice, isWithin);
      expect(byTime(answeredIn(digest, choice, span).map(({ delivery, opened }) => [delivery.at, opened?.at]))).toEqual(
        byTime(told.map(({ delivery, opened }) => [delivery.at, opened?.at])),
      );
    }),
    { numRuns: 2000 },
  );
});

const byTime = (pairs: readonly (readonly [number, number | undefined])[]): readonly string[] =>
  pairs.map((pair) => pair.join()).sort();

test('a digest names nobody', () => {
  const columns = { ContactId: 'somebody', VisitorId: 'someone', EmailAddressUsed: 'a@b.example', MessageId: 'm' };
  const record = personRecordOf(interactionFrom({ ...columns, InteractionType: 'EmailOpened' }));
  expect(JSON.stringify(digestOf([record]))).not.toMatch(/somebody|someone|example/);
});

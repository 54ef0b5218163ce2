import fc from 'fast-check';
import { contributions, verdictChoices, type Choice, type VerdictChoice } from './counting';
import { explain, explainSums, sumOfParts, type RowsStanding } from './explain';
import { interactionFrom } from './interaction';
import { personRecordOf, type PersonRecord } from './personRecord';
import { counterIds, counterOf } from './registry/counters';
import { kept } from './registry/kept';
import {
  countsFor,
  countsRows,
  rollUp,
  seriesFrom,
  seriesText,
  type DayNumber,
  type Kept,
  type RollupSeries,
} from './rollup';
import { traitsOf, valueOf } from './traits';

const few = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
const types = [
  'EmailSent',
  'EmailDelivered',
  'EmailSoftRemoteBounced',
  'EmailHardBounced',
  'EmailOpened',
  'EmailClicked',
  'BotEmailLinkClicked',
  'EmailBlocked',
  'EmailBlockedByUser',
  'SegmentUnsubscribed',
  'FormSubmitted',
];

/** Days are four instants long. */
const dayOf = (at: number): DayNumber => Math.floor(at / 4);
const lastDay = 6;

/** Rows of one person about a message, in whichever use, often at the same instant or on the same day. */
const histories = fc
  .array(
    fc.record({
      type: few(...types),
      at: fc.integer({ min: 0, max: 4 * lastDay + 3 }),
      verdict: fc.constantFrom('human' as const, 'machine' as const, 'unknown' as const),
      sending: few('s', 't'),
      journey: few('j', 'k', ''),
      iteration: few('1', ''),
      tile: few('x', 'y', ''),
      link: few('a', 'b'),
      submission: few('f', ''),
      negative: fc.boolean(),
      testSend: fc.nat(9).map((n) => n === 0),
      traits: few('One.example', 'two.example', '').map((EmailDomain) =>
        traitsOf({ ...(EmailDomain === '' ? {} : { EmailDomain }), LeadMatchingResult: 'Created' }),
      ),
    }),
    { maxLength: 25 },
  )
  .map((rows) =>
    rows.map((row, n): PersonRecord => {
      const id = personRecordOf(interactionFrom({ InternalMarketingInteractionId: `${(n * 7) % 31}` })).id;
      return { ...personRecordOf(interactionFrom({})), message: 'm', ...row, id };
    }),
  );

const chosen = (...texts: string[]): fc.Arbitrary<string | undefined> =>
  fc.option(few(...texts), { nil: undefined, freq: 1 });
const choices: fc.Arbitrary<Choice> = fc.record({
  verdict: fc.constantFrom(...(Object.keys(verdictChoices) as VerdictChoice[])),
  journey: chosen('j', 'k'),
  iteration: chosen('1'),
  tile: chosen('x', 'y'),
});
const periods = fc
  .tuple(fc.nat(lastDay), fc.nat(lastDay))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

interface Told {
  readonly series: RollupSeries;
  readonly day: DayNumber;
  readonly before: DayNumber | undefined;
}

function told(records: readonly PersonRecord[], of: Kept): readonly Told[] {
  const all: Told[] = [];
  rollUp(records, of, dayOf, (series, day, before) => all.push({ series, day, before }));
  return all;
}

/** Every counter, by type: more than is kept of any record. */
const everything: Kept = new Map(counterIds.map((id) => [id, ['type']]));

/** What counts in a period for a choice. */
const countingIn = (
  all: readonly Told[],
  { from, to }: { from: number; to: number },
  choice: Choice,
): readonly Told[] =>
  all.filter(
    ({ series, day, before = -Infinity }) => day >= from && day <= to && before < from && countsFor(series, choice),
  );

test('what is told adds up to what counts, of every counter, in any period and for any choice', () => {
  fc.assert(
    fc.property(histories, periods, choices, (records, period, choice) => {
      const counted = countingIn(told(records, everything), period, choice);
      const inPeriod = ({ at }: PersonRecord): boolean => dayOf(at) >= period.from && dayOf(at) <= period.to;
      for (const counter of counterIds) {
        const own = counted.filter(({ series }) => series.counter === counter && series.dimension === undefined);
        expect([counter, own.length]).toEqual([counter, contributions(counter, records, choice, inPeriod).length]);
      }
    }),
    { numRuns: 1000 },
  );
});

test('by each dimension that is kept of emails, every thing is told by the value of the row that stands for it', () => {
  fc.assert(
    fc.property(histories, periods, choices, (records, period, choice) => {
      const counted = countingIn(told(records, kept.email), period, choice);
      const inPeriod = ({ at }: PersonRecord): boolean => dayOf(at) >= period.from && dayOf(at) <= period.to;
      for (const [counter, dimensions] of kept.email)
        for (const dimension of dimensions.filter((one) => one !== 'standing')) {
          const values = counted
            .filter(({ series }) => series.counter === counter && series.dimension === dimension)
            .map(({ series }) => series.value);
          const expected = contributions(counter, records, choice, inPeriod).map(({ record }) =>
            valueOf(record, dimension),
          );
          expect([counter, dimension, values.sort()]).toEqual([counter, dimension, expected.sort()]);
        }
    }),
    { numRuns: 1000 },
  );
});

test('how a number came about is the same by what is told as by the rows: those received less those left out', () => {
  const explained = counterIds.filter((id) => counterOf(id).byIteration !== true);
  const of: Kept = new Map(explained.map((id) => [id, ['standing']]));
  const people = fc.array(histories, { maxLength: 3 });
  fc.assert(
    fc.property(people, periods, choices, (everybody, period, choice) => {
      const all = everybody.flatMap((records) => told(records, of));
      const inPeriod = ({ at }: PersonRecord): boolean => dayOf(at) >= period.from && dayOf(at) <= period.to;
      for (const counter of explained) {
        const own = all.filter(({ series }) => series.counter === counter);
        const rows: RowsStanding = (standing, chosen, when) => {
          const days = when === 'ever' ? { from: 0, to: lastDay } : period;
          const isNumber = standing === '' && countsRows(counter);
          return countingIn(own, days, chosen).filter(({ series: { dimension, value } }) =>
            isNumber ? dimension === undefined : dimension === 'standing' && value === standing,
          ).length;
        };
        const value = countingIn(own, period, choice).filter(({ series }) => series.dimension === undefined).length;
        const sums = explainSums(counter, rows, choice, value, 2);
        const byRows = everybody.map((records) => explain(counter, records, choice, inPeriod, 0));
        const refused = explain(counter, [], choice, inPeriod, 2);
        expect(sums).toEqual(sumOfParts(counter, [...byRows, refused]));
        expect(sums.received - sums.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(value);
      }
    }),
    { numRuns: 300 },
  );
});

test('the order of the rows does not matter', () => {
  const texts = (records: readonly PersonRecord[]): readonly string[] =>
    told(records, kept.email)
      .map(({ series, day, before }) => `${seriesText(series)} ${day} ${before}`)
      .sort();
  const shuffled = histories.chain((records) =>
    fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
  );
  fc.assert(
    fc.property(shuffled, ([records, others]) => {
      expect(texts(others)).toEqual(texts(records));
    }),
  );
});

/** All that tells a series apart, in one order. */
const canonical = ({ counter, dimension, value, whose }: RollupSeries): string =>
  JSON.stringify([counter, dimension ?? '', value, Object.entries(whose), Object.entries(whose.usage).sort()]);

test('a series is read back from its text, and no two have one text', () => {
  fc.assert(
    fc.property(histories, (records) => {
      const series = told(records, kept.email).map((one) => one.series);
      expect(series.map(seriesText).map(seriesFrom)).toEqual(series);
      const apart = new Set(series.map(canonical));
      expect(new Set(series.map(seriesText)).size).toBe(apart.size);
    }),
  );
});

test('rows alike in verdict and use are told once, others for each choice that takes them in', () => {
  const row = (id: string, more: Partial<PersonRecord> = {}): PersonRecord => ({
    ...personRecordOf(interactionFrom({ InternalMarketingInteractionId: id })),
    type: 'EmailOpened',
    message: 'm',
    at: 1,
    verdict: 'human',
    ...more,
  });
  const opensUnique: Kept = new Map([['opensUnique', []]]);
  expect(told([row('1'), row('2')], opensUnique)).toHaveLength(1);
  const apart = told([row('1'), row('2', { verdict: 'machine' })], opensUnique);
  expect(new Set(apart.map(({ series: { whose } }) => 'choice' in whose && whose.choice))).toEqual(
    new Set(Object.keys(verdictChoices)),
  );
});

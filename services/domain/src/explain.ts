import { contributions, isOfKind, isOfUsage, isOfVerdict, isSince, standingIn } from './counting';
import type { Choice, InPeriod, RowStanding } from './counting';
import type { PersonRecord } from './personRecord';
import { counterOf, type CounterId } from './registry/counters';
import { leftOut, type LeftOut } from './registry/leftOut';
import type { ExplainedPart } from './wire';

/**
 * How a counter's number came about: every row that the counter is about is either counted or left out for one reason,
 * so that the rows received less those left out are the number.
 * @param refused rows of the counter's kinds that name the person and were refused
 */
export function explain(
  id: CounterId,
  records: readonly PersonRecord[],
  choice: Choice,
  inPeriod: InPeriod,
  refused: number,
): ExplainedPart {
  const def = counterOf(id);
  const counted = new Set(contributions(id, records, choice, inPeriod).map(({ record }) => record.id));
  const standing = standingIn(def, records);
  const reasonOf = (record: PersonRecord): LeftOut => {
    const stands = standing(record);
    if (stands === 'testSend') return stands;
    if (!isOfUsage(record, choice)) return 'otherUsage';
    if (!isSince(record, choice)) return 'beforeJoining';
    if (stands === 'machine') return stands;
    if (!isOfVerdict(record, choice)) return record.verdict === 'machine' ? 'machine' : 'notSure';
    if (stands === 'takesBack') return stands;
    if (!inPeriod(record)) return 'outsidePeriod';
    return stands === '' ? 'repeat' : stands;
  };
  const about = records.filter((record) => isOfKind(def, record));
  const counts = new Map<LeftOut, number>([['refused', refused]]);
  for (const record of about) {
    if (counted.has(record.id)) continue;
    const reason = reasonOf(record);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return part(id, about.length + refused, counts, counted.size);
}

/** So many of the rows that a counter is about stand like this, of a choice, in the period or ever. */
export type RowsStanding = (standing: RowStanding, choice: Choice, when: 'inPeriod' | 'ever') => number;

/** Those whose rows count where the period and the choice take them in. */
const inPlay: readonly RowStanding[] = ['', 'takenBack', 'opened', 'repeat'];

/**
 * The same of very many people, by numbers of rows that are kept added up, not by the rows.
 * @param value the counter's number
 */
export function explainSums(
  id: CounterId,
  rows: RowsStanding,
  choice: Choice,
  value: number,
  refused: number,
): ExplainedPart {
  const nothingChosen: Choice = { verdict: 'all' };
  const usage: Choice = { ...choice, verdict: 'all' };
  const sum = (some: readonly RowStanding[], of: Choice, when: 'inPeriod' | 'ever' = 'ever'): number =>
    some.reduce((total, standing) => total + rows(standing, of, when), 0);
  const sent: readonly RowStanding[] = [...inPlay, 'takesBack'];
  const [all, chosen] = [sum(sent, usage), sum(sent, choice)];
  const people = choice.verdict === 'surePeople' ? sum(sent, { ...choice, verdict: 'people' }) : chosen;
  const counts = new Map<LeftOut, number>([
    ['testSend', sum(['testSend'], nothingChosen)],
    ['otherUsage', sum([...sent, 'machine'], nothingChosen) - sum([...sent, 'machine'], usage)],
    ['machine', sum(['machine'], usage) + all - people],
    ['notSure', people - chosen],
    ['takesBack', sum(['takesBack'], choice)],
    ['outsidePeriod', sum(inPlay, choice) - sum(inPlay, choice, 'inPeriod')],
    ['takenBack', sum(['takenBack'], choice, 'inPeriod')],
    ['opened', sum(['opened'], choice, 'inPeriod')],
    ['repeat', sum(['', 'repeat'], choice, 'inPeriod') - value],
    ['refused', refused],
  ]);
  return part(id, sum([...sent, 'machine', 'testSend'], nothingChosen) + refused, counts, value);
}

/** The same of several people together: what is told of each, added up. */
export function sumOfParts(id: CounterId, parts: readonly ExplainedPart[]): ExplainedPart {
  const counts = new Map<LeftOut, number>();
  for (const { reason, count } of parts.flatMap((one) => one.leftOut))
    counts.set(reason, (counts.get(reason) ?? 0) + count);
  const sum = (of: (one: ExplainedPart) => number): number => parts.reduce((total, one) => total + of(one), 0);
  return part(
    id,
    sum(({ received }) => received),
    counts,
    sum(({ value }) => value),
  );
}

const part = (
  counter: CounterId,
  received: number,
  counts: ReadonlyMap<LeftOut, number>,
  value: number,
): ExplainedPart => ({
  counter,
  title: counterOf(counter).title,
  received,
  leftOut: (Object.keys(leftOut) as LeftOut[]).flatMap((reason) => {
    const count = counts.get(reason) ?? 0;
    return count === 0 ? [] : [{ reason, title: leftOut[reason], count }];
  }),
  value,
});

import {
  contributions,
  isAdmitted,
  isNegative,
  isOfKind,
  isOfUsage,
  isOfVerdict,
  isSince,
  losing,
  touching,
} from './counting';
import type { Choice, InPeriod } from './counting';
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
  const sent = records.filter((record) => !record.testSend);
  const [isLost, isOpened] = [losing(def, sent), touching(def, sent)];
  const reasonOf = (record: PersonRecord): LeftOut => {
    if (record.testSend) return 'testSend';
    if (!isOfUsage(record, choice)) return 'otherUsage';
    if (!isSince(record, choice)) return 'beforeJoining';
    if (!isAdmitted(def, record)) return 'machine';
    if (!isOfVerdict(record, choice)) return record.verdict === 'machine' ? 'machine' : 'notSure';
    if (isNegative(def, record)) return 'takesBack';
    if (!inPeriod(record)) return 'outsidePeriod';
    if (isLost(record)) return 'takenBack';
    return isOpened(record) ? 'opened' : 'repeat';
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

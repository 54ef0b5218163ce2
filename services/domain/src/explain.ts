import { contributions, isNegative, isOfKind, isOfUsage, isOfVerdict, losing, touching } from './counting';
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
  return {
    counter: id,
    title: def.title,
    received: about.length + refused,
    leftOut: (Object.keys(leftOut) as LeftOut[]).flatMap((reason) => {
      const count = counts.get(reason) ?? 0;
      return count === 0 ? [] : [{ reason, title: leftOut[reason], count }];
    }),
    value: counted.size,
  };
}

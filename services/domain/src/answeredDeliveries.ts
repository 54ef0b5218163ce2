import { contributions, isOfVerdict, type Choice, type InPeriod } from './counting';
import type { PersonRecord } from './personRecord';
import { counterOf } from './registry/counters';

/** A delivery, and the first open of its message in its send; undefined while there is none. */
export interface AnsweredDelivery<R extends PersonRecord = PersonRecord> {
  readonly delivery: R;
  readonly opened: R | undefined;
}

/**
 * The deliveries of a period, as they are counted, each with its first open up to now, whenever that came. Deliveries
 * that name no message are left out: nothing tells what opened them. Rows of other messages do not matter.
 * @param choice its verdict says whose opens count; nobody does a delivery
 */
export function answeredDeliveries<R extends PersonRecord>(
  records: readonly R[],
  choice: Choice,
  inPeriod: InPeriod,
): readonly AnsweredDelivery<R>[] {
  const { types } = counterOf('opensTotal');
  const first = new Map<string, R>();
  for (const record of records) {
    if (record.testSend || !types.includes(record.type) || !isOfVerdict(record, choice)) continue;
    const known = first.get(sendOf(record));
    if (!known || record.at < known.at) first.set(sendOf(record), record);
  }
  return contributions('delivered', records, { ...choice, verdict: 'all' }, inPeriod)
    .filter(({ record }) => record.message !== '')
    .map(({ record }) => ({ delivery: record, opened: first.get(sendOf(record)) }));
}

const sendOf = ({ sending, message }: PersonRecord): string => `${sending}\u0000${message}`;

import {
  answeredDeliveries,
  contributions,
  isWithin,
  spanOf,
  type AnsweredDelivery,
  type Choice,
  type Counted,
  type CounterId,
  type Period,
  type VerdictChoice,
  type Zone,
} from '@record-insights/domain';
import type { CellRecord } from '../fold/cells';

/** A person's records at a view, counted over any period: every number and every list of a tab is read off one of these. */
export interface PersonView {
  readonly records: readonly CellRecord[];
  /** @param verdict whose opens and clicks count, where not as chosen */
  counted(counter: CounterId, period: Period, verdict?: VerdictChoice): readonly Counted<CellRecord>[];
  /** The deliveries of a period, each with its first open. */
  answered(period: Period, verdict?: VerdictChoice): readonly AnsweredDelivery[];
}

export function personView(records: readonly CellRecord[], choice: Choice, zone: Zone): PersonView {
  const known = new Map<string, readonly Counted<CellRecord>[]>();
  return {
    records,
    counted(counter, period, verdict = choice.verdict) {
      const name = `${counter} ${period.from} ${period.to} ${verdict}`;
      const before = known.get(name);
      if (before) return before;
      const span = spanOf(period, zone);
      const counted = contributions(counter, records, { ...choice, verdict }, ({ at }) => isWithin(at, span));
      known.set(name, counted);
      return counted;
    },
    answered(period, verdict = choice.verdict) {
      const span = spanOf(period, zone);
      return answeredDeliveries(records, { ...choice, verdict }, ({ at }) => isWithin(at, span));
    },
  };
}

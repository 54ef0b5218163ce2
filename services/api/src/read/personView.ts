import {
  answeredDeliveries,
  answeredIn,
  contributions,
  countedIn,
  isWithin,
  spanOf,
  verdictCodes,
  type AnsweredDelivery,
  type Choice,
  type Counted,
  type CounterId,
  type Period,
  type PersonRecord,
  type VerdictChoice,
  type Zone,
} from '@record-insights/domain';
import { packPlaceOf, type CellRecord } from '../fold/cells';
import type { PackPlace } from '../fold/packs';
import type { KeptDigest } from './digestBytes';

/** What numbers and charts read of a row that counts. */
export interface CountedRow {
  readonly record: Pick<PersonRecord, 'at' | 'type' | 'verdict' | 'rule'>;
  /** Where the row lies in full. */
  readonly place: () => PackPlace;
}

/** What counts of a person at a view, over any period: every number of a tab is read off one of these. */
export interface NumbersView {
  /** @param verdict whose opens and clicks count, where not as chosen */
  counted(counter: CounterId, period: Period, verdict?: VerdictChoice): readonly CountedRow[];
  /** The deliveries of a period, each with its first open. */
  answered(period: Period, verdict?: VerdictChoice): readonly AnsweredDelivery[];
}

/** The same with the rows themselves: every list is read off one of these. */
export interface PersonView extends NumbersView {
  readonly records: readonly CellRecord[];
  counted(counter: CounterId, period: Period, verdict?: VerdictChoice): readonly CountedRecord[];
}

export type CountedRecord = Counted<CellRecord> & CountedRow;

export function personView(records: readonly CellRecord[], choice: Choice, zone: Zone): PersonView {
  return {
    records,
    counted: remembered((counter, period, verdict = choice.verdict) => {
      const span = spanOf(period, zone);
      const counted = contributions(counter, records, { ...choice, verdict }, ({ at }) => isWithin(at, span));
      return counted.map((one): CountedRecord => ({ ...one, place: () => packPlaceOf(one.record) }));
    }),
    answered(period, verdict = choice.verdict) {
      const span = spanOf(period, zone);
      return answeredDeliveries(records, { ...choice, verdict }, ({ at }) => isWithin(at, span));
    },
  };
}

/** The same numbers off a digest. */
export function digestView({ digest, packPlaceOf: lies }: KeptDigest, choice: Choice, zone: Zone): NumbersView {
  const { at, type, rule, verdict: verdicts, types, rules } = digest.rows;
  const rowOf = (place: number): CountedRow => ({
    record: {
      at: at[place] ?? NaN,
      type: types[type[place] ?? 0] ?? '',
      verdict: verdictCodes[verdicts[place] ?? 2] ?? 'unknown',
      rule: (rules[rule[place] ?? 0] ?? '') as PersonRecord['rule'],
    },
    place: () => lies(place),
  });
  return {
    counted: remembered((counter, period, verdict = choice.verdict) =>
      countedIn(digest, counter, { ...choice, verdict }, spanOf(period, zone)).map(rowOf),
    ),
    answered: (period, verdict = choice.verdict) => answeredIn(digest, { ...choice, verdict }, spanOf(period, zone)),
  };
}

type Counting<R> = (counter: CounterId, period: Period, verdict?: VerdictChoice) => readonly R[];

/** Counts the same only once. */
function remembered<R>(count: Counting<R>): Counting<R> {
  const known = new Map<string, readonly R[]>();
  return (counter, period, verdict) => {
    const name = `${counter} ${period.from} ${period.to} ${verdict ?? ''}`;
    const counted = known.get(name) ?? count(counter, period, verdict);
    known.set(name, counted);
    return counted;
  };
}

/** Several people's rows side by side: what counts for each counts. Nobody's row is another's. */
export function together(people: readonly NumbersView[]): NumbersView {
  const [only, ...others] = people;
  if (only && others.length === 0) return only;
  return {
    counted: remembered((...asked) => people.flatMap((one) => one.counted(...asked))),
    answered: (...asked) => people.flatMap((one) => one.answered(...asked)),
  };
}

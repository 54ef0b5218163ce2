import {
  addDays,
  resolvePeriod,
  type Choice,
  type Day,
  type ResolvedPeriod,
  type Settings,
  type Subject,
  type Zone,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { numberOfDay } from '../fold/days';
import { basesOf, passOf } from '../fold/rollupBasis';
import { readRollup, type Rollup } from '../fold/rollupReading';
import { readDone, type Done } from '../sequence/groups';
import { ProblemError, type Organisation, type RecordQuery } from '../service';
import type { Counted, Numbers } from './numbers';
import { viewExpired } from './viewExpired';

/** Everything that a read of a record with very many people rests on: one view, one period, one choice. */
export interface SubjectReading {
  readonly subject: Subject;
  readonly done: Done;
  readonly view: number;
  readonly resolved: ResolvedPeriod;
  readonly choice: Choice;
  /** What its numbers go by at the view: the zone of their days, and the version of the verdict rules. */
  readonly zone: Zone;
  readonly rules: number;
}

/** @returns undefined when the sequence has moved on too far to tell */
export async function readSubject(
  { store, now }: EngineContext,
  organisation: Organisation,
  settings: Settings,
  query: RecordQuery & { readonly view?: number | undefined },
): Promise<SubjectReading | undefined> {
  const { verdict, journey, iteration, tile, recordType, id } = query;
  const subject: Subject = { type: recordType, id };
  const done = await readDone(store, organisation);
  const view = query.view ?? done.n;
  if (view > done.n || view < done.viewsFrom) throw viewExpired();
  const basis = (await basesOf(store, organisation)).at(passOf(subject), view);
  if (!basis) return undefined;
  const resolved = resolvePeriod(query, now(), basis.zone, settings.displayMonths);
  if (!resolved) throw new ProblemError('invalidQuery', 'From lies after To. Give a From on or before To.', 'from');
  const choice: Choice = { verdict: verdict ?? 'all', journey, iteration, tile };
  return { subject, done, view, resolved, choice, ...basis };
}

/**
 * The record's numbers at the reading's view, of all that is kept.
 * @returns undefined when the sequence has moved on too far to tell
 */
export async function subjectNumbers(
  { store }: EngineContext,
  organisation: Organisation,
  { subject, view, choice }: SubjectReading,
): Promise<{ readonly numbers: Numbers; readonly rollup: Rollup } | undefined> {
  const rollup = await readRollup(store, organisation, subject, view);
  return rollup && { numbers: numbersIn(rollup, choice), rollup };
}

/** Day numbers before and after all others. */
export const everyDay = { from: numberOfDay('0001-01-01'), to: numberOfDay('9999-12-31') };

function numbersIn(rollup: Rollup, choice: Choice): Numbers {
  const asked = ({ counter, period, verdict = choice.verdict }: Counted) => ({
    counter,
    ...(period ? { from: numberOfDay(period.from), to: numberOfDay(period.to) } : everyDay),
    choice: { ...choice, verdict },
  });
  return {
    count: (counted) => rollup.count(asked(counted)),
    days: (counted) =>
      new Map([...rollup.days(asked(counted))].map(([day, count]) => [addDays('1970-01-01' as Day, day), count])),
    values: (counted, dimension) => rollup.values({ ...asked(counted), dimension }),
  };
}

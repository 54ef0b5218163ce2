import { answersChoice, resolvePeriod, type Choice, type ResolvedPeriod, type Settings } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { readDone, type Done } from '../sequence/groups';
import { ProblemError, type Organisation, type RecordQuery } from '../service';
import { whoseRows, type Whose } from './whose';
import { once, peopleOf, type Counting } from './people';
import { digestView, personView, together, type NumbersView, type PersonView } from './personView';
import { viewExpired } from './viewExpired';

/** Everything that a read of a record rests on: one view, one period, one choice. */
export interface Reading {
  readonly done: Done;
  /** The view that is read; the last group done unless an older one was asked for. */
  readonly view: number;
  /** Version of the verdict rules that rows are judged by. */
  readonly rules: number;
  readonly resolved: ResolvedPeriod;
  readonly choice: Choice;
  readonly whose: Whose;
  /** Those whose rows count, each with what of it counts. */
  readonly people: readonly CountedPerson[];
  /** All of them together. */
  readonly person: NumbersView;
}

/** A person whose rows count for the record. */
export interface CountedPerson extends Pick<Counting, 'contact' | 'since'> {
  readonly choice: Choice;
  readonly numbers: NumbersView;
  /** The rows themselves; read when first asked for. */
  readonly rows: () => Promise<PersonView>;
}

/** Reads once, for all that is asked of a record, the records of those whose rows count. */
export async function readRecord(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  query: RecordQuery & { readonly view?: number | undefined; readonly whole?: boolean },
): Promise<Reading> {
  const { verdict, journey, iteration, tile } = query;
  const choice: Choice = { verdict: verdict ?? 'all', journey, iteration, tile };
  const resolved = resolvePeriod(query, context.now(), settings.zone, settings.displayMonths);
  if (!resolved) throw new ProblemError('invalidQuery', 'From lies after To. Give a From on or before To.', 'from');
  const done = await readDone(context.store, organisation);
  const view = query.view ?? done.n;
  if (view > done.n || view < done.viewsFrom) throw viewExpired();
  const whose = await whoseRows(context.store, organisation, query, view);
  const counting =
    whose &&
    (await peopleOf[whose.people]({
      context,
      organisation,
      id: whose.id,
      view,
      rules: done.rules.version,
      joinAnonymousPast: settings.joinAnonymousPast === 'on',
    }));
  // What the view showed may have been overwritten while it was read.
  if (!counting || (await readDone(context.store, organisation)).viewsFrom > view) {
    if (query.view !== undefined) throw viewExpired();
    return readRecord(context, organisation, settings, query);
  }
  const people = await Promise.all(
    counting.map(async ({ contact, since, history, digest }): Promise<CountedPerson> => {
      const own = query.scope === 'full' ? choice : { ...choice, since };
      const rows = once(async () => personView(await history(), own, settings.zone));
      const numbers = digest && answersChoice(own) ? digestView(digest, own, settings.zone) : await rows();
      return { contact, since, choice: own, numbers, rows };
    }),
  );
  return {
    done,
    view,
    rules: done.rules.version,
    resolved,
    choice,
    whose,
    people,
    person: together(people.map((one) => one.numbers)),
  };
}

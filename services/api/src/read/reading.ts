import { judged, resolvePeriod, type Choice, type ResolvedPeriod, type Settings } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { readDone, type Done } from '../sequence/groups';
import { ProblemError, type Organisation, type RecordQuery } from '../service';
import { historyOf, type History } from './history';
import { personView, type PersonView } from './personView';

/** Everything that a read of a record rests on: one view, one period, one choice. */
export interface Reading {
  readonly done: Done;
  /** The view that is read; the last group done unless an older one was asked for. */
  readonly view: number;
  readonly resolved: ResolvedPeriod;
  readonly choice: Choice;
  readonly history: History;
  readonly person: PersonView;
}

/** Reads a record's history once for all that is asked of it. */
export async function readPerson(
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
  const history = await historyOf(context.store, organisation, query, view, settings.joinAnonymousPast === 'on');
  // What the view showed may have been overwritten while it was read.
  if (!history || (await readDone(context.store, organisation)).viewsFrom > view) {
    if (query.view !== undefined) throw viewExpired();
    return readPerson(context, organisation, settings, query);
  }
  const person = personView(judged(history.records, done.rules.version), choice, settings.zone);
  return { done, view, resolved, choice, history, person };
}

const viewExpired = (): ProblemError =>
  new ProblemError('viewExpired', 'The numbers of this view can no longer be read. Read them again.', 'view');

import {
  insights,
  readDefinition,
  type DirectoryFact,
  type JourneyDefinition,
  type PipelineDef,
  type Settings,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { factsOf } from '../directory/facts';
import { numberOfDay } from '../fold/days';
import type { Rollup } from '../fold/rollupReading';
import { readRollup } from '../fold/rollupReading';
import type { Organisation, RecordQuery } from '../service';
import { readSubject, type SubjectReading } from './subjectReading';

/** Everything that a read of a journey's pipeline rests on. */
export interface JourneyReading {
  readonly reading: SubjectReading;
  readonly pipeline: PipelineDef;
  readonly fact: DirectoryFact<'journey'> | undefined;
  /** Undefined where the directory tells none, or none that can be read. */
  readonly definition: JourneyDefinition | undefined;
  /** The journey's numbers; undefined where they can no longer be told of the view. */
  readonly rollup: Rollup | undefined;
}

/** Day numbers before and after all others. */
export const ever = { from: numberOfDay('0001-01-01'), to: numberOfDay('9999-12-31') };

/** What is shown in pipelines of the record's type; undefined where there is none. */
export const pipelineOf = ({ recordType }: Pick<RecordQuery, 'recordType'>): PipelineDef | undefined =>
  insights[recordType]?.pipeline;

/** @returns undefined when the sequence has moved on too far to tell */
export async function readJourney(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  pipeline: PipelineDef,
  query: RecordQuery & { readonly view?: number | undefined },
): Promise<JourneyReading | undefined> {
  const { store } = context;
  const reading = await readSubject(context, organisation, settings, query);
  if (!reading) return undefined;
  const { subject, view } = reading;
  const [facts, rollup] = await Promise.all([
    factsOf(store, organisation, 'journey', [subject.id], view),
    readRollup(store, organisation, subject, view),
  ]);
  if (!facts) return undefined;
  const fact = facts.get(subject.id);
  const read = readDefinition(fact?.fields.definition);
  return { reading, pipeline, fact, definition: 'definition' in read ? read.definition : undefined, rollup };
}

/** Of how many pairs rows say what of tiles, for the iteration that is chosen. */
export const signaturesIn = (
  rollup: Rollup,
  { people }: PipelineDef,
  iteration: string | undefined,
): ReadonlyMap<string, number> =>
  rollup.values({ counter: people, dimension: 'signature', ...ever, choice: { verdict: 'all', iteration } });

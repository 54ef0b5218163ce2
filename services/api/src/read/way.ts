import {
  candidatesOf,
  counterOf,
  standsBefore,
  wayThrough,
  type Settings,
  type WayAnswer,
  type WayStep,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { mergedContacts } from '../directory/merges';
import { aboutCell, cellPages, contactPerson, holdsAt, pageRecords } from '../fold/cells';
import { ProblemError, type Organisation, type WayQuery } from '../service';
import { pipelineOf, readJourney, type JourneyReading } from './journeyReading';
import { untilTold } from './untilTold';

/** A contact's way through a journey, and that of contacts who were merged into it. Costs the contact's rows. */
export async function wayAnswer(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  query: WayQuery,
): Promise<WayAnswer> {
  const pipeline = pipelineOf(query);
  if (!pipeline)
    throw new ProblemError('unknownCategory', 'Only customer journeys have ways. Ask for a way through a journey.');
  return untilTold(async () => {
    const journey = await readJourney(context, organisation, settings, pipeline, query);
    if (!journey) return undefined;
    const { view } = journey.reading;
    const contacts = await mergedContacts(context.store, organisation, query.contact, view);
    if (!contacts) return undefined;
    const ways = await Promise.all(contacts.map((contact) => waysOf(context, organisation, journey, contact)));
    const steps = ways.flat().sort((a, b) => (beginning(a) < beginning(b) ? -1 : 1));
    return { journey: query.id, contact: query.contact, view, steps: steps.flat() };
  });
}

/** The first time that the rows of a way tell. */
const beginning = (steps: readonly WayStep[]): string =>
  steps.map(({ cameAt, leftAt }) => cameAt ?? leftAt).find((at) => at !== undefined) ?? '';

/** The contact's ways, one an iteration. */
async function waysOf(
  { store }: EngineContext,
  organisation: Organisation,
  { definition, pipeline, reading: { subject, view } }: JourneyReading,
  contact: string,
): Promise<readonly (readonly WayStep[])[]> {
  if (!definition) return [];
  const pages = await cellPages(store, organisation, aboutCell(contactPerson(contact), subject));
  const holding = pages.flatMap(pageRecords).filter((record) => holdsAt(record, view));
  const people = counterOf(pipeline.people);
  return standsBefore(people, candidatesOf(people, holding)).map((rows) => wayThrough(definition, rows));
}

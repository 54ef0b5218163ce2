import { diceOf } from './dice';
import { eventsDay } from './events';
import { hostileArrivals } from './hostile';
import { journeysDay } from './journeys';
import { leadsDay } from './leads';
import { runErrands } from './messages';
import type { Arrival, InteractionRow } from './outbox';
import { recordsOf, type SampleRecords } from './records';
import { sampleUsers } from './sampleUsers';
import { segmentsDay } from './segments';
import { visitsDay } from './visits';
import { worldOf, type SampleOptions, type World } from './world';

/** The sample organisation. Walking through its interactions again gives the same ones. */
export interface Sample {
  /** Rows by table, as the Web API returns them. */
  readonly records: SampleRecords;
  readonly users: typeof sampleUsers;
  /** In the order of their export. */
  readonly interactions: Iterable<InteractionRow>;
}

/** Makes up the organisation from the seed: the same options give the same sample. */
export function simulate(options: SampleOptions): Sample {
  return {
    records: recordsOf(worldOf(options), options.hostile === true),
    users: sampleUsers,
    interactions: {
      *[Symbol.iterator]() {
        for (const { row } of arrivalsOf(options)) yield row;
      },
    },
  };
}

/** All rows with the instants at which the exporter wrote them, day after day. */
export function arrivalsOf(options: SampleOptions): Iterable<Arrival> {
  const arrivals = days(worldOf(options));
  return options.hostile ? hostileArrivals(arrivals, options) : arrivals;
}

function* days(world: World): Generator<Arrival> {
  for (let day = 0; day < world.calendar.days; day += 1) {
    segmentsDay(world, day);
    journeysDay(world, day);
    leadsDay(world, day);
    eventsDay(world, day);
    visitsDay(world, day);
    deletionsDay(world, day);
    runErrands(world, diceOf(world.seed, 'errands', day));
    yield* world.outbox.takeDay(day);
  }
}

/** People, and a lead, whose records were deleted: the exporter tells of it. */
function deletionsDay({ calendar, people, outbox, seed }: World, day: number): void {
  for (const { id, deletedAt } of people.persons) {
    if (deletedAt === undefined || calendar.indexOf(deletedAt) !== day) continue;
    outbox.emit('ContactDeleted', deletedAt, { DeletedContactId: id });
    const lead = { DeletedEntityType: 'lead', DeletedEntityId: diceOf(seed, 'deletedLead', id).guid() };
    outbox.emit('EntityDeleted', deletedAt + 60_000, lead);
  }
}

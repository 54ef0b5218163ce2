import type { Instant } from '@record-insights/domain';
import { itemNamed } from './catalogue';
import { dayLength, minute, second } from './calendar';
import { diceOf, type Dice } from './dice';
import { isLaterEdition } from './edition';
import type { Journey } from './journeyPlans';
import { mailCells, send, type Outcome, type Sending } from './messages';
import type { Person } from './people';
import type { Tile, TileKind } from './tiles';
import { personCells, type World } from './world';

/** One person in one iteration of a journey. */
export interface Walk {
  readonly world: World;
  readonly person: Person;
  readonly journey: Journey;
  readonly iteration: string;
  readonly started: Instant;
  /** Id of the sending by tile. */
  readonly sendings: ReadonlyMap<string, string>;
  readonly dice: Dice;
  /** Place in the queue, 0 the first, 1 the last. */
  readonly rank: number;
}

/** Where a person goes from a tile, and when. */
export interface Step {
  readonly next: readonly Tile[];
  readonly at: Instant;
  readonly outcome?: Outcome;
}

/** Undefined when the person goes no further. */
type Handler = (walk: Walk, tile: Tile, at: Instant, last: Outcome) => Step | undefined;

function emit({ world, person, journey, iteration }: Walk, type: string, tile: Tile, at: Instant, more = {}): void {
  world.outbox.emit(type, at, {
    ...personCells(person, at),
    ActivityId: tile.id,
    CustomerJourneyId: journey.id,
    CustomerJourneyIterationId: iteration,
    ...more,
  });
}

/** A tile that only notes that the person came by. */
const note =
  (type: string): Handler =>
  (walk, tile, at) => {
    emit(walk, type, tile, at);
    return { next: tile.next, at: at + minute };
  };

const stops = [
  'ActivityContactBlockedSuppression',
  'ActivityContactBlockedConsent',
  'ActivityContactBlockedExternalConsent',
  'ActivityContactBlocked',
];
const stopReasons = ['Left the subscription list', 'Stopped by an administrator'];

/** Stopped before the message, with a generic row beside the specific one now and then. */
function isStopped(walk: Walk, tile: Tile, at: Instant): boolean {
  const { dice, journey } = walk;
  if (journey.transactional || !dice.chance(0.013)) return false;
  const type = stops[dice.weighted([4, 3, 1.5, 1.5])] ?? 'ActivityContactBlocked';
  const generic = type === 'ActivityContactBlocked';
  emit(walk, type, tile, at, { Reason: dice.pick(stopReasons) });
  if (!generic && dice.chance(0.4)) emit(walk, 'ActivityContactBlocked', tile, at + second, { Reason: 'Suppressed' });
  return true;
}

const sendEmail: Handler = (walk, tile, at) => {
  const { world, person, dice } = walk;
  if (isStopped(walk, tile, at)) return undefined;
  if (dice.chance(0.002)) {
    emit(walk, 'ActivityContactProcessingFailed', tile, at);
    return undefined;
  }
  const sending = sendingOf(walk, tile);
  if (tile.expires && dice.chance(0.08) && isLaterEdition(at, world.calendar)) {
    emit(walk, 'ActivityContactExpired', tile, at);
    world.outbox.emit('EmailBlockedByActivityExpiration', at, mailCells(person, sending, at));
    return { next: tile.next, at: at + minute };
  }
  emit(walk, 'ActivityContactDispatched', tile, at);
  const outcome = send(world, person, sending, at + dice.int(1, 60) * second, dice);
  boost(walk, tile, outcome);
  return { next: tile.next, at: at + dice.int(2, 10) * minute, outcome };
};

function sendingOf({ world, journey, iteration, sendings, rank }: Walk, tile: Tile): Sending {
  const { test } = tile;
  const winner = test?.winner ?? '';
  const variation = test && (rank < test.a / 100 ? 'A' : rank < (test.a + test.b) / 100 ? 'B' : winner);
  return {
    email: itemNamed(world.catalogue.emails, tile.item?.name ?? tile.name),
    id: sendings.get(tile.id) ?? iteration,
    usage: 'CustomerJourney',
    journey: { id: journey.id, iteration, tile: tile.id },
    ...(journey.transactional ? { transactional: true } : {}),
    ...(variation ? { variation } : {}),
  };
}

/** A click raises the score of those who are leads. */
function boost(walk: Walk, tile: Tile, { clickedAt }: Outcome): void {
  const { world, person, dice } = walk;
  if (clickedAt === undefined || !world.leads.of(person, clickedAt)) return;
  emit(walk, 'LeadScoreBoost', tile, clickedAt + minute, { BoostValue: String(dice.int(1, 4) * 5) });
}

const waitDays: Handler = (walk, tile, at) => {
  const until = at + (tile.days ?? 1) * dayLength;
  if (until <= walk.world.calendar.until) emit(walk, 'SchedulerActivityContactProcessed', tile, until);
  return { next: tile.next, at: until };
};

/** Goes on as soon as the person did it, on the other branch when the time is over. */
const awaitReaction: Handler = (walk, tile, at, last) => {
  const deadline = at + (tile.days ?? 1) * dayLength;
  const reacted = tile.on && last[tile.on];
  const yes = reacted !== undefined && reacted <= deadline;
  const decided = yes ? Math.max(reacted, at) : deadline;
  const branch = yes ? 'yesBranch' : 'noBranch';
  if (decided <= walk.world.calendar.until) {
    emit(walk, 'TriggerActivityContactProcessed', tile, decided, { Path: branch });
  }
  return { next: tile.next.filter((child) => child.branch === branch), at: decided };
};

const splitUp: Handler = (walk, tile, at) => {
  const branch = tile.next[walk.dice.weighted(tile.next.map(({ share }) => share ?? 0))];
  emit(walk, 'SplitterActivityContactProcessed', tile, at, { NextActivityId: branch?.id ?? '' });
  return { next: branch?.next ?? [], at: at + minute };
};

const runWorkflow: Handler = (walk, tile, at) => {
  const WorkflowId = diceOf(walk.world.seed, 'workflow', tile.name).guid();
  emit(walk, 'TriggerCrmWorkflowActivityContactProcessed', tile, at, { WorkflowId });
  return { next: tile.next, at: at + minute };
};

const textMessage: Handler = (walk, tile, at) => {
  const { dice } = walk;
  emit(walk, 'CreateCustomChannelActivityContactProcessed', tile, at);
  if (dice.chance(0.2)) {
    const answer = {
      EntityType: 'rin_textmessage',
      EntityId: dice.guid(),
      ResponseType: 'Replied',
      TriggerKeyword: 'YES',
    };
    emit(walk, 'CustomChannelResponse', tile, at + dice.int(2, 600) * minute, answer);
  }
  return { next: tile.next, at: at + minute };
};

const linkedIn: Handler = (walk, tile, at) => {
  const { dice, world } = walk;
  emit(walk, 'PassThroughActivityContactProcessed', tile, at);
  if (dice.chance(0.08)) {
    const form = { LinkedInCampaignId: '550012', LinkedInFormId: diceOf(world.seed, 'linkedIn', tile.name).guid() };
    emit(walk, 'LinkedInFormSubmission', tile, at + dice.int(60, 9000) * minute, form);
  }
  return { next: tile.next, at: at + minute };
};

/** What each kind of tile does with a person. */
export const handlers: Readonly<Record<TileKind, Handler>> = {
  bpf_root: (_, tile, at) => ({ next: tile.next, at }),
  Segment: note('PassThroughActivityContactProcessed'),
  Event: note('PassThroughActivityContactProcessed'),
  Email: sendEmail,
  Scheduler: waitDays,
  Trigger: awaitReaction,
  Splitter: splitUp,
  SplitterBranch: (_, tile, at) => ({ next: tile.next, at }),
  CreateCrmActivity: note('CreateCrmActivityContactProcessed'),
  CreateLead: note('CreateLeadActivityContactProcessed'),
  InvokeWorkflow: runWorkflow,
  RecordUpdate: note('CustomerJourneyContactRecordUpdated'),
  LinkedInCampaign: linkedIn,
  CustomChannel: textMessage,
};

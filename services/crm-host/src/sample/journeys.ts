import type { Instant } from '@record-insights/domain';
import { itemNamed } from './catalogue';
import { dayLength, hour, minute, second } from './calendar';
import { diceOf, type Dice } from './dice';
import { register } from './events';
import type { Journey } from './journeyPlans';
import { send, type Outcome } from './messages';
import type { Person } from './people';
import { membersOf } from './segments';
import { handlers, type Step, type Walk } from './steps';
import { tilesOf, type Tile } from './tiles';
import type { World } from './world';

/** Starts what starts today, and takes in those who joined the segments of journeys that never end. */
export function journeysDay(world: World, day: number): void {
  for (const journey of world.journeys) {
    if (day === journey.startDay - 2 && journey.mode !== 'draft') testSends(world, journey, day);
    const number = iterationOn(journey, day);
    if (number === undefined) continue;
    const dice = diceOf(world.seed, 'journey', journey.name, day);
    const iteration = iterationId(world.seed, journey, number);
    const begins = begunOn(journey, day);
    const at = world.calendar.moment(day, journey.mode === 'continuous' && !begins ? 10 : 9);
    const cells = { CustomerJourneyId: journey.id, CustomerJourneyIterationId: iteration };
    if (begins) world.outbox.emit('CustomerJourneyIterationStarted', at - minute, cells);
    const entering = begins ? [...membersOf(world, journey.audience)] : (world.joined.get(journey.audience) ?? []);
    enter(world, { journey, iteration, started: at }, entering, dice);
  }
}

/** A run of a journey: the only one, or one of those that come again. */
export interface JourneyIteration {
  readonly id: string;
  readonly startsAt: Instant;
  /** When the next begins or all was stopped; absent for one that goes on. */
  readonly endsAt?: Instant;
}

/** The runs that began within the sample, the first first. */
export function iterationsOf({ seed, calendar }: World, journey: Journey): readonly JourneyIteration[] {
  const days = Array.from({ length: calendar.days }, (_, day) => day);
  const begins = days.filter((day) => iterationOn(journey, day) !== undefined && begunOn(journey, day));
  const starts = begins.map((day) => calendar.moment(day, 9)).filter((at) => at <= calendar.until);
  return starts.map((startsAt, number) => {
    const stoppedAt = journey.stopsAfter === undefined ? undefined : startsAt + journey.stopsAfter * dayLength;
    const endsAt = starts[number + 1] ?? stoppedAt;
    return { id: iterationId(seed, journey, number), startsAt, ...(endsAt === undefined ? {} : { endsAt }) };
  });
}

const iterationId = (seed: number, { name }: Journey, number: number): string =>
  diceOf(seed, 'iteration', name, number).guid();

/** Whether a run begins on the day, rather than going on. */
const begunOn = ({ mode, startDay }: Journey, day: number): boolean => mode !== 'continuous' || day === startDay;

/** Number of the iteration that takes people in on that day; undefined when none does. */
function iterationOn(journey: Journey, day: number): number | undefined {
  const since = day - journey.startDay;
  if (since < 0 || journey.mode === 'draft') return undefined;
  if (journey.mode === 'continuous') return 0;
  if (journey.mode === 'once') return since === 0 ? 0 : undefined;
  const every = journey.every ?? 30;
  return since % every === 0 ? since / every : undefined;
}

interface Iteration {
  readonly journey: Journey;
  readonly iteration: string;
  readonly started: Instant;
}

/** Sends out within two hours, in a row; versions under test go to the first. */
function enter(world: World, iteration: Iteration, people: readonly Person[], dice: Dice): void {
  const { journey, started } = iteration;
  const sendings = new Map(
    tilesOf(journey.root).map((tile) => [tile.id, diceOf(world.seed, 'sending', iteration.iteration, tile.id).guid()]),
  );
  for (const [rank, person] of people.entries()) {
    const at = started + Math.floor((rank / people.length) * 2 * hour + dice.int(0, 300) * second);
    const whole = Math.floor(at / second) * second;
    const walk: Walk = { world, person, ...iteration, sendings, dice, rank: rank / people.length };
    for (const tile of journey.root.next) follow(walk, tile, whole, {});
  }
}

/** Takes a person through a tile and all that come after it, ahead of time. */
function follow(walk: Walk, tile: Tile, at: Instant, last: Outcome): void {
  const { journey, started, world } = walk;
  const end = journey.stopsAfter === undefined ? world.calendar.until : started + journey.stopsAfter * dayLength;
  if (at > Math.min(end, world.calendar.until)) return;
  if (walk.person.deletedAt !== undefined && at >= walk.person.deletedAt) return;
  const done: Step | undefined = handlers[tile.kind](walk, tile, at, last);
  if (!done) return;
  registerIfAsked(walk, tile, done);
  for (const next of done.next) follow(walk, next, done.at, done.outcome ?? last);
}

/** Most of those who clicked an invitation sign up for its event, and a few of those who only read it. */
function registerIfAsked({ world, person, journey, dice }: Walk, tile: Tile, { outcome }: Step): void {
  const invited = tile.nested?.find(({ kind }) => kind === 'Event');
  const seenAt = outcome?.clickedAt ?? outcome?.openedAt;
  if (!invited || seenAt === undefined || !dice.chance(outcome?.clickedAt === undefined ? 0.12 : 0.7)) return;
  const event = itemNamed(world.catalogue.events, invited.name);
  register(world, person, event, seenAt + dice.int(1, 20) * minute, journey.id, dice);
}

/** Colleagues look at every message before it goes out. */
function testSends(world: World, journey: Journey, day: number): void {
  const dice = diceOf(world.seed, 'test', journey.name);
  const staff = world.people.persons.filter((person) => person.staff);
  for (const tile of tilesOf(journey.root)) {
    if (tile.kind !== 'Email' || !tile.item) continue;
    const email = itemNamed(world.catalogue.emails, tile.item.name);
    const at = world.calendar.moment(day, dice.between(9, 15));
    const id = dice.guid();
    for (const person of staff) send(world, person, { email, id, usage: 'TestSend' }, at, dice);
  }
}

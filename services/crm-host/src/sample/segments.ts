import type { Instant } from '@record-insights/domain';
import { hour, second } from './calendar';
import { diceOf, type Dice } from './dice';
import { isEager, isReachable, type Person } from './people';
import type { Segment } from './segmentPlans';
import { existsAt, personCells, type World } from './world';

type Cells = Readonly<Record<string, string>>;

/** Who is in the segment of that name now. */
export function membersOf(world: World, name: string): Set<Person> {
  const members = world.members.get(name);
  if (!members) throw new Error(`The sample has no segment called "${name}". Add it to segmentPlans.ts.`);
  return members;
}

/** Lets people come into segments and leave them, and tells of it. */
export function segmentsDay(world: World, day: number): void {
  world.joined.clear();
  for (const [rank, segment] of world.segments.entries()) {
    const live = segment.live && day >= goLive(segment, rank);
    if (live) changeMembers(world, segment, day, day === goLive(segment, rank));
  }
}

/** Lists are older than the sample; the others go live one after the other. */
const goLive = (segment: Segment, rank: number): number => (segment.list ? 0 : rank % 4);

/** With whom a segment goes live, and when; undefined for one that never does. */
export function startingMembers(
  world: World,
  segment: Segment,
): { readonly at: Instant; readonly members: readonly Person[] } | undefined {
  if (!segment.live) return undefined;
  const { at, joined } = joiningOn(world, segment, goLive(segment, world.segments.indexOf(segment)), true, new Set());
  return { at, members: joined };
}

/** Who comes into a segment on a day, from when on; what the dice tell next is who leaves. */
function joiningOn(world: World, segment: Segment, day: number, first: boolean, members: ReadonlySet<Person>): Joining {
  const dice = diceOf(world.seed, 'segment', segment.name, day);
  const at = world.calendar.moment(day, dice.between(0.5, 5));
  const joining = first ? wanting(world.people.persons, segment, dice) : drawn(world, segment, day, dice);
  return { dice, at, joined: joining.filter((person) => mayJoin(person, members, at)) };
}

interface Joining {
  readonly dice: Dice;
  readonly at: Instant;
  readonly joined: readonly Person[];
}

function changeMembers(world: World, segment: Segment, day: number, first: boolean): void {
  const members = membersOf(world, segment.name);
  const before = members.size;
  const { dice, at, joined } = joiningOn(world, segment, day, first, members);
  const leaving = first ? [] : [...members].filter(() => dice.chance(segment.churn));
  for (const person of joined) join(world, segment, person, at + dice.int(0, 900) * second, first);
  for (const person of leaving) leave(world, segment, person, at + dice.int(901, 1800) * second);
  world.joined.set(segment.name, first ? [] : joined);
  if (segment.told !== 'members' && (first || members.size !== before)) tellSize(world, segment, at, dice);
}

const wanting = (persons: readonly Person[], { share, list }: Segment, dice: Dice): readonly Person[] =>
  persons.filter((person) => dice.chance(list && isEager(person) ? 1 : share));

/** As many as leave on a day, and a few more, and of those whose records are new as many as of the others. */
function drawn(world: World, segment: Segment, day: number, dice: Dice): readonly Person[] {
  const expected = world.people.persons.length * segment.share * segment.churn * 1.15;
  const count = Math.floor(expected + dice.next());
  const newcomers = wanting(world.newcomers.get(day - 1) ?? [], segment, dice);
  return [...newcomers, ...Array.from({ length: count }, () => dice.pick(world.people.persons))];
}

const mayJoin = (person: Person, members: ReadonlySet<Person>, at: Instant): boolean =>
  isReachable(person) && !person.staff && !members.has(person) && existsAt(person, at);

/** Who was on a list before the sample began has no row of it. */
function join(world: World, segment: Segment, person: Person, at: Instant, first: boolean): void {
  const members = membersOf(world, segment.name);
  if (members.has(person)) return;
  members.add(person);
  const type = segment.list ? 'SegmentSubscribed' : 'SegmentMemberAdded';
  if (isTold(segment) && !(segment.list && first)) world.outbox.emit(type, at, cellsOf(segment, person, at));
}

function leave(world: World, segment: Segment, person: Person, at: Instant): void {
  membersOf(world, segment.name).delete(person);
  const type = segment.list ? 'SegmentUnsubscribed' : 'SegmentMemberRemoved';
  if (isTold(segment)) world.outbox.emit(type, at, cellsOf(segment, person, at));
}

/** Whether rows tell who comes and goes. */
export const isTold = ({ list, told }: Segment): boolean => list === true || told !== 'counts';

/** Said some hours later; now and then with a size that is out of date before the day ends. */
function tellSize(world: World, segment: Segment, at: Instant, dice: Dice): void {
  const size = membersOf(world, segment.name).size;
  const told = (count: number, when: Instant): void =>
    world.outbox.emit('SegmentMembersCountChanged', when, { SegmentId: segment.id, MembersCount: String(count) });
  const saidAt = at + hour + dice.int(0, 4 * 3600) * second;
  if (dice.chance(0.3)) told(Math.max(0, size - dice.int(1, 3)), at + 1900 * second);
  told(size, saidAt);
}

function cellsOf(segment: Segment, person: Person, at: Instant): Cells {
  return { SegmentId: segment.id, ...personCells(person, at) };
}

/** Somebody puts their name on a subscription list. */
export function joinList(world: World, person: Person, list: string, at: Instant, cells: Cells): void {
  const segment = world.segments.find(({ name }) => name === list);
  if (!segment) throw new Error(`The sample has no list called "${list}". Add it to segmentPlans.ts.`);
  membersOf(world, list).add(person);
  delete person.standing.unsubscribedAt;
  world.outbox.emit('SegmentSubscribed', at, { ...cells, ...cellsOf(segment, person, at) });
}

/** Somebody leaves a list through the subscription center of a message; half of them want no more mail at all. */
export function leaveList(world: World, person: Person, at: Instant, cells: Cells, dice: Dice): void {
  const lists = world.segments.filter(({ list, name }) => list && membersOf(world, name).has(person));
  const segment = lists.length > 0 ? dice.pick(lists) : world.segments.find(({ list }) => list);
  if (!segment) return;
  membersOf(world, segment.name).delete(person);
  const edited = { ...cells, ...cellsOf(segment, person, at) };
  world.outbox.emit('SegmentUnsubscribed', at, edited);
  if (dice.chance(0.3)) {
    const result = { RelationshipOperatorAction: 'Remove', Result: 'Success' };
    world.outbox.emit('SegmentRelationshipEdited', at + second, { ...edited, ...result });
  }
  if (dice.chance(0.5)) person.standing.unsubscribedAt ??= at;
}

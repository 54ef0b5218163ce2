import { itemNamed, type Page } from './catalogue';
import { second } from './calendar';
import { devicesOf } from './devices';
import { diceOf } from './dice';
import { submit } from './forms';
import { places } from './names';
import { isEager, isReachable } from './people';
import { browse, openSession, visitorOf, wander, type Visitor } from './web';
import { existsAt, type World } from './world';

const visitsEach = 4;
const strangersEach = 400;

/** Visits of the day that no message led to: by people whom we know or will know, and by strangers. */
export function visitsDay(world: World, day: number): void {
  const dice = diceOf(world.seed, 'web', day);
  const busy = world.calendar.weekday(day) < 5 ? 1.2 : 0.5;
  const count = Math.floor(visitsEach * world.scale * busy + dice.next());
  for (let index = 0; index < count; index += 1) {
    const person = dice.pick(world.people.persons);
    const known = dice.chance(person.liveliness) && isReachable(person);
    const at = world.calendar.moment(day, dice.weighted(person.habit.hours) + dice.next());
    const visitor = known ? visitorOf(person) : stranger(world, dice.int(0, strangersEach * world.scale));
    if (!known || existsAt(person, at)) wander(world, visitor, at, dice);
  }
  for (const person of world.people.persons.filter(isEager)) {
    const at = world.calendar.moment(day, dice.weighted(person.habit.hours) + dice.next());
    if (dice.chance(0.15) && existsAt(person, at)) wander(world, visitorOf(person), at, dice);
  }
}

/** Somebody who may come again, but whom nobody ever gets to know. */
function stranger(world: World, number: number): Visitor {
  const dice = diceOf(world.seed, 'stranger', number);
  return { cookie: dice.hex(32), place: dice.pick(places), device: dice.pick(devicesOf('good')) };
}

/** A person fills in a form on a page, as those do who become leads. */
export function fillIn(world: World, visitor: Visitor, page: string, at: number): void {
  const dice = diceOf(world.seed, 'fillIn', visitor.cookie, at);
  const found: Page = itemNamed(world.catalogue.pages, page);
  const session = openSession(world, visitor, found.website, {}, dice);
  browse(world, session, at - dice.int(300, 900) * second, dice);
  submit(world, session, found, at, dice, true);
}

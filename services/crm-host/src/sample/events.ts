import type { Instant } from '@record-insights/domain';
import { dayLength, hour, minute, second } from './calendar';
import { itemNamed, type MarketingEvent } from './catalogue';
import { diceOf, type Dice } from './dice';
import { isReachable, type Person } from './people';
import { existsAt, personCells, type World } from './world';

/** Signs a person up; later they cancel, come, or neither, and say how it was. */
export function register(
  world: World,
  person: Person,
  event: MarketingEvent,
  at: Instant,
  journey: string,
  dice: Dice,
): void {
  const base = { EventId: event.id, CustomerJourneyId: journey };
  const cells = (when: Instant): Readonly<Record<string, string>> => ({ ...base, ...personCells(person, when) });
  world.outbox.emit('EventRegistration', at, { ...cells(at), EventRegistrationId: dice.guid() });
  const cancelledAt = at + dice.int(2, 90) * hour;
  if (dice.chance(0.12)) {
    world.outbox.emit('EventRegistrationCanceled', cancelledAt, cells(cancelledAt));
    return;
  }
  if (dice.chance(0.15)) {
    world.outbox.emit('SessionRegistrationCanceled', cancelledAt, {
      ...cells(cancelledAt),
      SessionId: event.sessionId,
    });
  }
  if (!dice.chance(0.7)) return;
  const heldAt = heldAfter(world, at) + dice.int(-20, 25) * minute;
  world.outbox.emit('EventCheckIn', heldAt, { ...cells(heldAt), EventCheckInId: dice.guid() });
  if (!dice.chance(0.4)) return;
  const ratedAt = heldAt + dice.int(3, 100) * hour + dice.int(0, 3599) * second;
  const Score = String(dice.pick([2, 3, 4, 4, 4.5, 5, 5]));
  world.outbox.emit('SurveyResponse', ratedAt, { ...cells(ratedAt), SurveyId: event.surveyId, Score });
}

/** Events are held on Thursdays at one, at least eight days after somebody signs up. */
function heldAfter({ calendar }: World, at: Instant): Instant {
  let day = calendar.indexOf(at + 8 * dayLength);
  while (calendar.weekday(day) !== 3) day += 1;
  return calendar.moment(day, 13);
}

/** A standing event that people find by themselves. */
export function eventsDay(world: World, day: number): void {
  const dice = diceOf(world.seed, 'event', day);
  const event = itemNamed(world.catalogue.events, 'Heating days');
  const count = Math.floor(0.5 * world.scale + dice.next());
  for (let index = 0; index < count; index += 1) {
    const person = dice.pick(world.people.persons);
    const at = world.calendar.moment(day, dice.weighted(person.habit.hours) + dice.next());
    if (isReachable(person) && existsAt(person, at) && !person.staff) register(world, person, event, at, '', dice);
  }
}

import type { Instant } from '@record-insights/domain';
import { blockOf, bounceOf } from './blocks';
import { hour, second } from './calendar';
import type { Email } from './catalogue';
import type { Dice } from './dice';
import { isLaterEdition } from './edition';
import type { Person } from './people';
import { react } from './reactions';
import { personCells, type World } from './world';

/** One message going out to people: which, for what, in whose name. */
export interface Sending {
  readonly email: Email;
  readonly id: string;
  readonly usage: 'CustomerJourney' | 'TestSend' | 'Trigger';
  readonly journey?: { readonly id: string; readonly iteration: string; readonly tile: string };
  /** Comes to those too who left the lists. */
  readonly transactional?: boolean;
  readonly variation?: string;
}

/** What came of a message, as far as a journey can wait for it. */
export interface Outcome {
  readonly openedAt?: Instant;
  readonly clickedAt?: Instant;
  readonly submittedAt?: Instant;
}

/** Cells that all rows about one message to one person share. */
export function mailCells(person: Person, sending: Sending, at: Instant): Readonly<Record<string, string>> {
  const { journey } = sending;
  return {
    ...personCells(person, at),
    SendingId: sending.id,
    MessageId: sending.email.id,
    UsageType: sending.usage,
    CustomerJourneyId: journey?.id ?? '',
    CustomerJourneyIterationId: journey?.iteration ?? '',
    ActivityId: journey?.tile ?? '',
    EmailAddressUsed: person.email,
    EmailDomain: person.domain,
    MessageVariationName: sending.variation ?? '',
  };
}

/** Sends to one person: held back, lost, bounced, or delivered and then read or not. */
export function send(world: World, person: Person, sending: Sending, at: Instant, dice: Dice): Outcome {
  const cells = mailCells(person, sending, at);
  const block = blockOf(world, person, sending, at, dice);
  if (block) {
    world.outbox.emit(block.type, at, { ...cells, ...block.cells });
    if (block.reason) world.outbox.emit('EmailBlocked', at + second, { ...cells, BlockedReason: block.reason });
    return {};
  }
  if (dice.chance(0.002)) {
    world.outbox.emit('EmailSendingFailed', at, cells);
    return {};
  }
  world.outbox.emit('EmailSent', at, cells);
  const answeredAt = at + dice.int(2, 90) * second;
  const bounce = sending.usage === 'TestSend' ? undefined : bounceOf(person, dice);
  if (bounce) {
    if (bounce.type === 'EmailHardBounced') person.standing.hardBounces += 1;
    const remote = bounce.type === 'EmailBlockBounced' ? '' : 'False';
    world.outbox.emit(bounce.type, answeredAt, { ...cells, BounceCategory: bounce.category, RemoteBounce: remote });
    return {};
  }
  const later = isLaterEdition(answeredAt, world.calendar);
  world.outbox.emit('EmailDelivered', answeredAt, { ...cells, DeliveredCount: later ? '1' : '' });
  if (bouncesLate(person, dice)) {
    takeBack(world, cells, answeredAt, later, dice);
    return {};
  }
  return react(world, person, sending, answeredAt, dice);
}

function bouncesLate(person: Person, dice: Dice): boolean {
  return dice.chance(person.mailbox === 'lateBounce' ? 0.15 : 0.001) && !person.staff;
}

/** Accepted first, refused hours later: said by a bounce of its own or, in the later edition, by a count of −1. */
function takeBack(
  world: World,
  cells: Readonly<Record<string, string>>,
  deliveredAt: Instant,
  later: boolean,
  dice: Dice,
): void {
  const hard = dice.chance(0.7);
  const BounceCategory = dice.pick(
    hard ? ['invalid-mailbox', 'inactive-mailbox'] : ['full-mailbox', 'message-expired'],
  );
  const saidAt = deliveredAt + dice.int(1, 40) * hour + dice.int(0, 3599) * second;
  if (later) {
    const taken = { DeliveredCount: '-1', WasRemoteBounced: 'True', Reason: '550 mailbox unavailable' };
    world.outbox.emit('EmailDelivered', deliveredAt, { ...cells, ...taken, BounceCategory });
    if (dice.chance(0.5)) return;
  }
  const type = hard ? 'EmailHardRemoteBounced' : 'EmailSoftRemoteBounced';
  world.outbox.emit(type, saidAt, { ...cells, BounceCategory, RemoteBounce: 'True' });
}

/** Sends what people's own doings set off, outside any journey. */
export function runErrands(world: World, dice: Dice): void {
  for (let errand = world.errands.shift(); errand; errand = world.errands.shift()) {
    const { person, email, sendingId, at } = errand;
    send(world, person, { email, id: sendingId, usage: 'Trigger', transactional: true }, at, dice);
  }
}

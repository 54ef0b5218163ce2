import type { Instant } from '@record-insights/domain';
import { dayLength, hour, minute, second, type Calendar } from './calendar';
import type { EmailLink } from './catalogue';
import { machine, traceOf } from './devices';
import type { Dice } from './dice';
import { escaped } from './emailContent';
import { isLaterEdition } from './edition';
import { reactionAfter } from './habits';
import { mailCells, type Outcome, type Sending } from './messages';
import type { Person } from './people';
import { leaveList } from './segments';
import { becomeKnown, land } from './web';
import type { World } from './world';

/** A person and a message before them. */
interface Reading {
  readonly world: World;
  readonly person: Person;
  readonly sending: Sending;
  readonly dice: Dice;
}

const clientIds = { apple: 'BB63337D-D8DA-489A-9EE3-857154E5080C', outlook: '89945E01-90E2-408F-AC99-CD46B19E51D8' };

/** What people and machines do with a message that arrived. */
export function react(world: World, person: Person, sending: Sending, deliveredAt: Instant, dice: Dice): Outcome {
  const reading = { world, person, sending, dice };
  if (person.mailbox === 'scanned') sweep(reading, deliveredAt);
  if (person.mailbox === 'prefetching' && dice.chance(0.9)) open(reading, deliveredAt + dice.int(1, 25) * second);
  if (!dice.chance(person.liveliness)) return {};
  const openedAt = reactionAfter(deliveredAt, person.habit, world.calendar, dice);
  const withImages = dice.chance(0.94);
  if (withImages) reopen(reading, openedAt);
  const outcome = dice.chance(0.05 + person.liveliness * 0.26) ? clicks(reading, openedAt) : {};
  afterwards(reading, openedAt + 3 * minute);
  return { ...(withImages ? { openedAt } : {}), ...outcome };
}

function open({ world, person, sending }: Reading, at: Instant): void {
  const blank = person.mailbox === 'private';
  const { BrowserId, BrowserVersion, OperatingSystemId, OperatingSystemVersion, ...where } = traceOf(
    person.place,
    person.device,
  );
  const how = blank ? {} : { BrowserId, BrowserVersion, OperatingSystemId, OperatingSystemVersion };
  const later = isLaterEdition(at, world.calendar);
  world.outbox.emit('EmailOpened', at, {
    ...mailCells(person, sending, at),
    ...where,
    ...how,
    VisitorAnonymousStatus: 'Named',
    LeadId: world.leads.of(person, at)?.id,
    EmailClientId: later && !blank ? (person.mailbox === 'prefetching' ? clientIds.apple : clientIds.outlook) : '',
  });
}

/** The first look and the ones after: the same day, or days later by those who keep everything. */
function reopen(reading: Reading, first: Instant): void {
  const { person, world, dice } = reading;
  open(reading, first);
  let at = first;
  for (let again = dice.streak(0.15 + person.liveliness * 0.4, 6); again > 0; again -= 1) {
    at = dice.chance(0.6)
      ? at + dice.int(1, 180) * minute
      : reactionAfter(at + hour, person.habit, world.calendar, dice);
    open(reading, at);
  }
}

/** One link or a few, some twice; what follows on the site tells whether a form was sent. */
function clicks(reading: Reading, openedAt: Instant): Outcome {
  const { world, person, sending, dice } = reading;
  const links = linksAt(reading, openedAt);
  const clickedAt = openedAt + dice.int(4, 120) * second;
  let at = clickedAt;
  let submittedAt: Instant | undefined;
  for (let more = 1 + dice.streak(0.3, 4); more > 0; more -= 1) {
    const link = links[dice.weighted(links.map(({ weight }) => weight))] ?? dice.pick(links);
    const origin = click(reading, link, at);
    const allowed = sending.usage !== 'TestSend' && dice.chance(0.85);
    if (allowed) submittedAt = land(world, person, link.url, at, origin, dice) ?? submittedAt;
    at += dice.int(15, 400) * second;
  }
  return { clickedAt, ...(submittedAt === undefined ? {} : { submittedAt }) };
}

/** Since when the newest version of a message is sent, where there is one before it. */
export const newestFrom = ({ until }: Calendar): Instant => until - 60 * dayLength;

/** A link that the newest version dropped is clicked no more. */
function linksAt({ world, sending }: Reading, at: Instant): readonly EmailLink[] {
  return sending.email.links.filter(({ gone }) => !gone || at < newestFrom(world.calendar));
}

/** Gives what the visit that follows says of its origin. */
function click(
  { world, person, sending, dice }: Reading,
  link: EmailLink,
  at: Instant,
): Readonly<Record<string, string>> {
  const cells = mailCells(person, sending, at);
  const cookie = dice.chance(0.75);
  if (cookie) becomeKnown(person, at);
  world.outbox.emit('EmailClicked', at, {
    ...cells,
    ...traceOf(person.place, person.device),
    ...linkCells(link),
    VisitorId: cookie ? person.visitor : '',
    SessionId: cookie ? dice.hex(32) : '',
    VisitorAnonymousStatus: 'Named',
    LeadId: world.leads.of(person, at)?.id,
  });
  const { SendingId = '', MessageId = '', CustomerJourneyId = '', CustomerJourneyIterationId = '' } = cells;
  return { SendingId, MessageId, CustomerJourneyId, CustomerJourneyIterationId };
}

const linkCells = (link: EmailLink): Readonly<Record<string, string>> => ({
  LinkId: link.id,
  LinkFriendlyName: escaped(link.text),
  OriginalLink: link.url,
  OriginalUrl: link.url,
});

/** A machine of the firm opens the message and tries every link within seconds, before anybody has seen it. */
function sweep({ world, person, sending, dice }: Reading, deliveredAt: Instant): void {
  if (!dice.chance(0.8)) return;
  let at = deliveredAt + dice.int(1, 12) * second;
  const cells = { ...traceOf(person.place, machine), VisitorAnonymousStatus: 'Named' };
  world.outbox.emit('EmailOpened', at, { ...mailCells(person, sending, at), ...cells });
  const later = isLaterEdition(at, world.calendar);
  for (const link of linksAt({ world, person, sending, dice }, at)) {
    const row = { ...mailCells(person, sending, at), ...cells, ...linkCells(link) };
    world.outbox.emit('EmailClicked', at, row);
    if (later && dice.chance(0.3)) {
      const told = { BotDetectionReason: 'AllLinksClicked', IpAddress: '192.0.2.14', UserAgent: 'MailShield/2.1' };
      world.outbox.emit('BotEmailLinkClicked', at, { ...row, ...told });
    }
    at += dice.int(0, 2) * second;
  }
}

/** Forwarding, complaining, leaving: rare, and by those who read. */
function afterwards({ world, person, sending, dice }: Reading, at: Instant): void {
  if (sending.usage === 'TestSend') return;
  const cells = { ...mailCells(person, sending, at), ...traceOf(person.place, person.device) };
  if (dice.chance(0.006)) {
    const friend = dice.pick(world.people.persons);
    world.outbox.emit('EmailForwarded', at, {
      ...cells,
      SecondaryRecipientProfileId: friend.id,
      VisitorAnonymousStatus: 'Named',
    });
  }
  if (dice.chance(0.0025)) {
    world.outbox.emit('EmailFeedbackLoop', at, cells);
    person.standing.complainedAt ??= at;
  }
  if (!dice.chance(0.02)) return;
  const { type, brand, model } = person.device;
  world.outbox.emit('EmailSubscriptionSubmit', at, {
    ...cells,
    DeviceType: type,
    DeviceBrand: brand,
    DeviceModel: model,
  });
  if (dice.chance(0.55)) leaveList(world, person, at, { ...cells, VisitorAnonymousStatus: 'Named' }, dice);
}

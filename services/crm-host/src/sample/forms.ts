import type { Instant } from '@record-insights/domain';
import { itemNamed, type Page } from './catalogue';
import { hour, minute, second } from './calendar';
import type { Dice } from './dice';
import { accountAt, type Person } from './people';
import { joinList } from './segments';
import { becomeKnown, sessionCells, type Session } from './web';
import { personCells, type World } from './world';

const failures = ['The email address is not valid.', 'A required value is missing.'];
const questions = [
  'What does a pump for 12 flats cost?',
  'Line one: the boiler hums.\nLine two: it stops at night.',
  'Please call after four, "Bakgården" entrance.',
  'Do you deliver to Svalbard?',
];
/** Who was sent by a message wants it more than who came by chance. */
const submitting = { sent: 0.6, came: 0.3 };

/** Looks at the form of a page and, if it comes to that, sends it. Tells when it was sent. */
export function submit(
  world: World,
  session: Session,
  page: Page,
  at: Instant,
  dice: Dice,
  sure = false,
): Instant | undefined {
  const cells = { FormId: page.form.id, PageId: page.id, ReferrerUri: page.website.url + page.path };
  world.outbox.emit('FormVisited', at, {
    ...sessionCells(world, session, at),
    ...cells,
    VisitDuration: String(dice.int(5, 300)),
  });
  const { person } = session.visitor;
  const wish = session.origin['MessageId'] ? submitting.sent : submitting.came;
  if (!person || !(sure || dice.chance(wish))) return undefined;
  const sentAt = at + dice.int(20, 240) * second;
  const failed = !sure && dice.chance(0.05);
  if (!failed) becomeKnown(person, sentAt);
  const submission = dice.guid();
  world.outbox.emit('FormSubmitted', sentAt, {
    ...sessionCells(world, session, sentAt),
    ...cells,
    FormName: page.form.name,
    FormSubmissionId: submission,
    ...results(world, person, page, sentAt, failed, dice),
    SubmittedValues: valuesOf(person, page.form.fields, sentAt, dice),
  });
  if (failed) return undefined;
  follow(world, session, page, sentAt, submission, dice);
  return sentAt;
}

function results(
  world: World,
  person: Person,
  page: Page,
  at: Instant,
  failed: boolean,
  dice: Dice,
): Readonly<Record<string, string>> {
  if (failed) {
    const message = dice.pick(failures);
    return { Result: 'Failure', ContactFailureMessage: message, LeadFailureMessage: page.form.leads ? message : '' };
  }
  const lead = page.form.leads ? world.leads.of(person, at) : undefined;
  const created = lead !== undefined && at - lead.created < hour;
  return {
    Result: 'Success',
    ContactMatchingResult: at - person.created < hour ? 'Created' : 'Updated',
    LeadMatchingResult: lead ? (created ? 'Created' : 'Updated') : 'Not applicable',
    LeadId: lead?.id ?? '',
  };
}

/** Lines `Label: value` as the exporter writes them, with the button that sent them. */
function valuesOf(person: Person, fields: readonly string[], at: Instant, dice: Dice): string {
  const known: Readonly<Record<string, string>> = {
    'First name': person.firstName,
    'Last name': person.lastName,
    Email: person.email,
    Company: accountAt(person, at)?.name ?? '',
    Phone: person.phone,
    'Preferred week': `Week ${dice.int(36, 48)}`,
    'Type of boiler': dice.pick(['Oil', 'Pellets', 'Electric', 'Gas']),
    Diet: dice.pick(['', 'Vegetarian', 'No nuts']),
  };
  const lines = fields.map((field) => `${field}: ${known[field] ?? dice.pick(questions)}`);
  return [...lines, `submit${dice.guid()}:`].join('\r\n');
}

/** What a submission sets off: a subscription with its confirmation, or a word of thanks. */
function follow(world: World, session: Session, page: Page, at: Instant, submission: string, dice: Dice): void {
  const { person } = session.visitor;
  if (!person) return;
  if (page.form.name === 'Subscribe to Pump News') {
    joinList(world, person, 'Pump News readers', at, {
      ...sessionCells(world, session, at),
      FormSubmissionId: submission,
    });
    confirm(world, session, person, at, dice);
  } else if (page.form.leads) {
    const email = itemNamed(world.catalogue.emails, 'Thank you for writing to us');
    world.errands.push({ person, email, sendingId: dice.guid(), at: at + minute });
  }
}

/** Double opt-in: asked by mail, answered by most. */
function confirm(world: World, session: Session, person: Person, at: Instant, dice: Dice): void {
  const mail = itemNamed(world.catalogue.emails, 'Confirm your subscription');
  const request = dice.guid();
  const askedAt = at + 30 * second;
  const list = world.segments.find(({ name }) => name === 'Pump News readers');
  const cells = { ...sessionCells(world, session, askedAt), ConfirmationRequestId: request, MessageId: mail.id };
  const SendingId = dice.guid();
  world.errands.push({ person, email: mail, sendingId: SendingId, at: askedAt });
  world.outbox.emit('ConfirmationRequest', askedAt, {
    ...cells,
    ...personCells(person, askedAt),
    SendingId,
    ChannelType: 'Email',
    ChannelMessageId: mail.id,
    RequestType: 'SubscriptionList',
    RequestObjectId: list?.id ?? '',
    RequestObjectName: list?.name ?? '',
    RequestObjectValue: 'Subscribe',
  });
  if (!dice.chance(0.8)) return;
  const answeredAt = askedAt + dice.int(60, 7200) * second;
  world.outbox.emit('ConfirmationResponse', answeredAt, {
    ...cells,
    ...personCells(person, answeredAt),
    SendingId,
    ConfirmationValue: 'Confirmed',
  });
}

import {
  distinctBy,
  distinctMessages,
  earliest,
  everyRow,
  onePerSending,
  sendingOf,
  type Question,
  type Thing,
} from './counting';
import { cell, type Row } from './rows';

/** What a person's rows come to: one thing a counted thing. Test sends are not among the rows. */
export type Rule = (rows: readonly Row[], question: Question) => readonly Thing[];

const remoteBounces = ['EmailHardRemoteBounced', 'EmailSoftRemoteBounced'];
const hard = ['EmailHardBounced', 'EmailHardRemoteBounced'];
const soft = ['EmailSoftBounced', 'EmailSoftRemoteBounced'];
const generalBlock = 'EmailBlocked';
const blocks = [
  generalBlock,
  'EmailBlockedByUnsubscription',
  'EmailBlockedByUser',
  'EmailBlockedDuplicateAddress',
  'EmailBlockedExternalConsentFailure',
  'EmailBlockedInactiveContact',
  'EmailBlockedMissingContactData',
  'EmailBlockedMissingRelatedData',
  'EmailBlockedByActivityExpiration',
  'EmailBounceCacheBlocked',
  'EmailBlockedOtherReason',
  'EmailBlockedSuspension',
  'EmailBlockedFrequencyCapReached',
  'EmailBlockedTrialQuotaExceeded',
  'InvalidRecipientAddress',
  'InvalidSenderAddress',
  'InvalidReplyToAddress',
  'DomainNotOwnedByAnyone',
  'DomainOwnedByDifferentOrganization',
  'EmailContainsBlacklistedLinks',
  'OutOfEmailCredits',
];

const of = (rows: readonly Row[], ...types: readonly string[]): readonly Row[] =>
  rows.filter((row) => types.includes(row.type));

/** The rules by what they count; the same for a contact, an email, an account and a journey. */
export const emailRules = {
  /** EmailSent, one a (SendingId, MessageId, person). */
  sent: (rows, question) => onePerSending(of(rows, 'EmailSent'), question),

  /** EmailDelivered, one a (SendingId, MessageId, person), on the day of the delivery, unless it was taken back. */
  delivered: (rows, question) => onePerSending(standingDeliveries(rows), question),

  /** Deliveries whose (MessageId, person) has no open up to the view, whatever its verdict and wherever it was used. */
  unopened: (rows, question) => {
    const opened = new Set(of(rows, 'EmailOpened').map((row) => cell(row, 'MessageId')));
    const unopened = standingDeliveries(rows).filter((row) => !opened.has(cell(row, 'MessageId')));
    return onePerSending(unopened, question);
  },

  /** Every EmailOpened row. */
  opensTotal: (rows, question) => everyRow(of(rows, 'EmailOpened'), question),

  /** Distinct (MessageId, person) active in the period. */
  opensUnique: (rows, question) => distinctMessages(of(rows, 'EmailOpened'), question),

  /** Every click, machines' included; a click told twice once. */
  clicksTotal: (rows, question) => everyRow(clicks(rows), question),

  /** Distinct (MessageId, person) active in the period, at message level. */
  clicksUnique: (rows, question) => distinctMessages(clicks(rows), question),

  /** Every open and click; a click told twice once. */
  reactions: (rows, question) => everyRow([...of(rows, 'EmailOpened'), ...clicks(rows)], question),

  /** Distinct (link, person), of each message apart. */
  uniqueLinkClicks: (rows, question) => distinctBy(clicks(rows), question, ['MessageId', 'LinkId']),

  /** A failure of its own. */
  sendFailures: (rows, question) => everyRow(of(rows, 'EmailSendingFailed'), question),

  /** Submissions with the message that made a new lead; distinct FormSubmissionId, else rows. */
  generatedLeads: (rows, question) => {
    const made = of(rows, 'FormSubmitted').filter(
      (row) => cell(row, 'MessageId') !== '' && cell(row, 'LeadMatchingResult').toLowerCase() === 'created',
    );
    const named = made.filter((row) => cell(row, 'FormSubmissionId') !== '');
    return [
      ...distinctBy(named, question, ['FormSubmissionId']),
      ...everyRow(
        made.filter((row) => !named.includes(row)),
        question,
      ),
    ];
  },

  hardBounces: (rows, question) => everyRow(of(rows, ...hard), question),

  softBounces: (rows, question) => everyRow(of(rows, ...soft), question),

  blockBounces: (rows, question) => everyRow(of(rows, 'EmailBlockBounced'), question),

  /** The list of all that came back. */
  bounces: (rows, question) => everyRow(of(rows, ...hard, ...soft, 'EmailBlockBounced'), question),

  /** One a (SendingId, MessageId, person), the specific reason before the general one. */
  blocked: (rows, question) => onePerSending(of(rows, ...blocks), question, (row) => row.type !== generalBlock),

  spamComplaints: (rows, question) => everyRow(of(rows, 'EmailFeedbackLoop'), question),

  forwards: (rows, question) => everyRow(of(rows, 'EmailForwarded'), question),

  subscriptionSubmits: (rows, question) => everyRow(of(rows, 'EmailSubscriptionSubmit'), question),

  /** Distinct (MessageId, person) of SegmentUnsubscribed rows that name a message. */
  unsubscribes: (rows, question) =>
    distinctMessages(
      of(rows, 'SegmentUnsubscribed').filter((row) => cell(row, 'MessageId') !== ''),
      question,
    ),
} as const satisfies Record<string, Rule>;

const takesBack = (row: Row): boolean => Number(cell(row, 'DeliveredCount') || '1') < 0;

/** Rows of deliveries that came about, taken back or not. */
const deliveries = (rows: readonly Row[]): readonly Row[] =>
  of(rows, 'EmailDelivered').filter((row) => !takesBack(row));

/**
 * A delivery is taken back by a DeliveredCount −1, or by a remote bounce of the same (SendingId, MessageId, person) at
 * the same instant or later, whenever that comes, and whatever the reader asks for.
 */
function isTakenBack(delivery: Row, rows: readonly Row[]): boolean {
  for (const row of rows) {
    if (sendingOf(row) !== sendingOf(delivery)) continue;
    if (row.type === 'EmailDelivered' && takesBack(row)) return true;
    if (remoteBounces.includes(row.type) && row.at >= delivery.at) return true;
  }
  return false;
}

/** The rows of deliveries that were taken back. Several rows of one delivery are one, as the earliest of them says. */
export function deliveriesTakenBack(rows: readonly Row[]): readonly Row[] {
  const all = deliveries(rows);
  return all.filter((row) => isTakenBack(earliest(all.filter((other) => sendingOf(other) === sendingOf(row))), rows));
}

function standingDeliveries(rows: readonly Row[]): readonly Row[] {
  const lost = new Set(deliveriesTakenBack(rows));
  return deliveries(rows).filter((row) => !lost.has(row));
}

/** Where BotEmailLinkClicked and EmailClicked tell one click (message, person, link, instant) it counts as the machine's. */
function clicks(rows: readonly Row[]): readonly Row[] {
  const click = (row: Row): string => JSON.stringify([cell(row, 'MessageId'), cell(row, 'LinkId'), row.at]);
  const machines = of(rows, 'BotEmailLinkClicked');
  const toldByMachines = new Set(machines.map(click));
  const others = of(rows, 'EmailClicked').filter((row) => !toldByMachines.has(click(row)));
  return [...machines, ...others];
}

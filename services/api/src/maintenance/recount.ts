import { firstInIterations } from './recountJourney';
import { recountSite } from './recountSite';
import { machines } from './recountVerdicts';

/**
 * Counts a contact's rows again by plain loops, to check the service by. It knows the rules of counting by itself and
 * shares no code with the registry's counters, with formulas or with the fold; keep it so.
 */

/** What people do themselves. */
const doings = [
  'EmailOpened',
  'EmailClicked',
  'EmailForwarded',
  'EmailFeedbackLoop',
  'EmailSubscriptionSubmit',
  'SegmentSubscribed',
  'SegmentUnsubscribed',
  'SegmentRelationshipEdited',
  'FormVisited',
  'FormSubmitted',
  'LinkedInFormSubmission',
  'WebsiteVisited',
  'WebsiteClicked',
  'RedirectLinkClicked',
  'EventRegistration',
  'EventRegistrationCanceled',
  'SessionRegistrationCanceled',
  'EventCheckIn',
  'SurveyResponse',
  'ConfirmationResponse',
  'CustomChannelResponse',
];

/** A row in full, as it is kept. */
export interface FullRow {
  readonly id: string;
  readonly type: string;
  readonly at: number;
  readonly columns: Readonly<Record<string, string>>;
}

const hardTypes = ['EmailHardBounced', 'EmailHardRemoteBounced'];
const softTypes = ['EmailSoftBounced', 'EmailSoftRemoteBounced'];
const remoteTypes = ['EmailHardRemoteBounced', 'EmailSoftRemoteBounced'];
const specificBlocks = [
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

/**
 * Number of each counted thing in [from, before), by name of the counter.
 * @param leftOut ids of opens and clicks that do not count
 */
export function recount(
  rows: readonly FullRow[],
  from: number,
  before: number,
  leftOut: ReadonlySet<string> = new Set(),
): Readonly<Record<string, number>> {
  const real = rows.filter((row) => !isTest(row));
  const isAsked = (row: FullRow): boolean => row.at >= from && row.at < before && !leftOut.has(row.id);
  const within = real.filter(isAsked);
  const count = (...types: string[]): number => within.filter((row) => types.includes(row.type)).length;
  const byMachines = machines(real);
  const done = within.filter((row) => doings.includes(row.type) && !byMachines.has(row.id));
  const clicks = withoutDoubles(real).filter(isAsked);
  const bounces = count(...hardTypes) + count(...softTypes) + count('EmailBlockBounced');
  const deliveries = keptDeliveries(real).filter((row) => row.at >= from && row.at < before);
  return {
    interactions: within.length,
    acts: done.length,
    peopleActive: Math.min(done.length, 1),
    sent: inside(firstOfEach(real.filter((row) => row.type === 'EmailSent')), from, before),
    delivered: deliveries.length,
    unopened: deliveries.filter(
      (row) => !real.some((other) => other.type === 'EmailOpened' && message(other) === message(row)),
    ).length,
    opensTotal: count('EmailOpened'),
    opensUnique: messages(within.filter((row) => row.type === 'EmailOpened')),
    clicksTotal: clicks.length,
    clicksUnique: messages(clicks),
    reactions: count('EmailOpened') + clicks.length,
    uniqueLinkClicks: new Set(clicks.map((row) => JSON.stringify([message(row), row.columns['LinkId'] ?? '']))).size,
    sendFailures: count('EmailSendingFailed'),
    generatedLeads: newLeads(within),
    hardBounces: count(...hardTypes),
    softBounces: count(...softTypes),
    blockBounces: count('EmailBlockBounced'),
    bounces,
    blocked: inside(blocks(real), from, before),
    spamComplaints: count('EmailFeedbackLoop'),
    forwards: count('EmailForwarded'),
    subscriptionSubmits: count('EmailSubscriptionSubmit'),
    unsubscribes: messages(
      within.filter((row) => row.type === 'SegmentUnsubscribed' && row.columns['MessageId'] !== undefined),
    ),
    peopleInJourney: inside(firstInIterations(real), from, before),
    peopleReached: keptAll(real).some(isAsked) ? 1 : 0,
    stopped: inside(stops(real), from, before),
    ...recountSite(real, within),
  };
}

/**
 * The rows without a contact that belong to the contact all the same.
 * @param all every row of the visitor, with and without a contact
 */
export function anonymousPast(contact: string, all: readonly FullRow[]): FullRow[] {
  const ties = all.filter((row) => row.columns['ContactId'] !== undefined);
  return all.filter((row) => {
    if (row.columns['ContactId'] !== undefined) return false;
    let before: FullRow | undefined;
    let first: FullRow | undefined;
    for (const tie of ties) {
      if (first === undefined || earlier(tie, first)) first = tie;
      if (tie.at <= row.at && (before === undefined || earlier(before, tie))) before = tie;
    }
    return (before ?? first)?.columns['ContactId'] === contact;
  });
}

export function isTest(row: FullRow): boolean {
  const usage = (row.columns['UsageType'] ?? 'journey').toLowerCase();
  return usage.indexOf('journey') < 0 && usage.indexOf('trigger') < 0;
}

/** Submissions from messages that made a new lead. */
function newLeads(rows: readonly FullRow[]): number {
  const made = new Set<string>();
  for (const { type, id, columns } of rows) {
    if (type !== 'FormSubmitted' || columns['MessageId'] === undefined) continue;
    if (columns['LeadMatchingResult']?.toLowerCase() === 'created')
      made.add(columns['FormSubmissionId'] ?? `row ${id}`);
  }
  return made.size;
}

const message = (row: FullRow): string => row.columns['MessageId'] ?? '';
export const triple = (row: FullRow): string => JSON.stringify([row.columns['SendingId'] ?? '', message(row)]);
const messages = (rows: readonly FullRow[]): number => new Set(rows.map(message)).size;
const inside = (rows: readonly FullRow[], from: number, before: number): number =>
  rows.filter((row) => row.at >= from && row.at < before).length;
const earlier = (a: FullRow, b: FullRow): boolean => a.at < b.at || (a.at === b.at && a.id < b.id);

function firstOfEach(rows: readonly FullRow[]): FullRow[] {
  const first: Record<string, FullRow> = {};
  for (const row of rows) {
    const known = first[triple(row)];
    if (known === undefined || earlier(row, known)) first[triple(row)] = row;
  }
  return Object.values(first);
}

function blocks(rows: readonly FullRow[]): FullRow[] {
  const specific = firstOfEach(rows.filter((row) => specificBlocks.includes(row.type)));
  const named = new Set(specific.map(triple));
  const generic = firstOfEach(rows.filter((row) => row.type === 'EmailBlocked'));
  return [...specific, ...generic.filter((row) => !named.has(triple(row)))];
}

export function keptDeliveries(rows: readonly FullRow[]): FullRow[] {
  const deliveredRows = rows.filter((row) => row.type === 'EmailDelivered');
  const isNegative = (row: FullRow): boolean => Number(row.columns['DeliveredCount'] ?? '1') < 0;
  const cancelled = new Set(deliveredRows.filter(isNegative).map(triple));
  return firstOfEach(deliveredRows.filter((row) => !isNegative(row))).filter((row) => {
    if (cancelled.has(triple(row))) return false;
    for (const other of rows) {
      if (remoteTypes.includes(other.type) && other.at >= row.at && triple(other) === triple(row)) return false;
    }
    return true;
  });
}

/** All rows of deliveries that were not taken back. */
function keptAll(rows: readonly FullRow[]): FullRow[] {
  const kept = new Set(keptDeliveries(rows).map(triple));
  return rows.filter(
    (row) =>
      row.type === 'EmailDelivered' && Number(row.columns['DeliveredCount'] ?? '1') >= 0 && kept.has(triple(row)),
  );
}

const specificStops = ['Consent', 'ExternalConsent', 'Suppression', 'BusinessUnit'].map(
  (reason) => `ActivityContactBlocked${reason}`,
);

/** One a step and run; a general reason only where there is no specific one. */
function stops(rows: readonly FullRow[]): FullRow[] {
  const place = ({ columns }: FullRow): string =>
    JSON.stringify([columns['CustomerJourneyIterationId'] ?? '', columns['ActivityId'] ?? '']);
  const found: Record<string, FullRow> = {};
  const specific = rows.filter((row) => specificStops.includes(row.type));
  const named = new Set(specific.map(place));
  const generic = rows.filter((row) => row.type === 'ActivityContactBlocked' && !named.has(place(row)));
  for (const row of [...specific, ...generic]) {
    const known = found[place(row)];
    if (known === undefined || earlier(row, known)) found[place(row)] = row;
  }
  return Object.values(found);
}

/** Clicks of people and machines; one told by both is the machine's. */
export function withoutDoubles(rows: readonly FullRow[]): FullRow[] {
  const told = (row: FullRow): string => JSON.stringify([message(row), row.columns['LinkId'] ?? '', row.at]);
  const machines = rows.filter((row) => row.type === 'BotEmailLinkClicked');
  const known = new Set(machines.map(told));
  return [...machines, ...rows.filter((row) => row.type === 'EmailClicked' && !known.has(told(row)))];
}

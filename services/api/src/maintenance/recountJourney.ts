import type { FullRow } from './recount';

/**
 * Tells again what a person's rows say of the tiles of one journey, by plain loops. It knows by itself how that is
 * written down and shares no code with the state machine or the fold; keep it so.
 */

const letters: readonly (readonly [letter: string, ...types: readonly string[]])[] = [
  ['p', 'PassThroughActivityContactProcessed'],
  [
    'm',
    ...['ActivityContactDispatched', 'EmailSent', 'EmailSendingFailed', 'EmailBlocked'],
    ...['EmailBlockedByUnsubscription', 'EmailBlockedByUser', 'EmailBlockedDuplicateAddress'],
    ...['EmailBlockedExternalConsentFailure', 'EmailBlockedInactiveContact', 'EmailBlockedMissingContactData'],
    ...['EmailBlockedMissingRelatedData', 'EmailBounceCacheBlocked', 'EmailBlockedOtherReason'],
    ...['EmailBlockedSuspension', 'EmailBlockedFrequencyCapReached', 'EmailBlockedTrialQuotaExceeded'],
    ...['InvalidRecipientAddress', 'InvalidSenderAddress', 'InvalidReplyToAddress', 'DomainNotOwnedByAnyone'],
    ...['DomainOwnedByDifferentOrganization', 'EmailContainsBlacklistedLinks', 'OutOfEmailCredits'],
  ],
  ['t', 'TriggerActivityContactProcessed'],
  ['s', 'SplitterActivityContactProcessed'],
  ['w', 'SchedulerActivityContactProcessed'],
  ['a', 'CreateCrmActivityContactProcessed'],
  ['l', 'CreateLeadActivityContactProcessed'],
  ['f', 'TriggerCrmWorkflowActivityContactProcessed'],
  ['c', 'CreateCustomChannelActivityContactProcessed', 'CustomChannelResponse'],
  ['u', 'CustomerJourneyContactRecordUpdated'],
  ['x', 'ActivityContactExpired', 'EmailBlockedByActivityExpiration'],
];

/** Reasons of stops; of several the first holds. */
const stops: readonly (readonly [letter: string, type: string, says?: string])[] = [
  ['P', 'ActivityContactBlockedSuppression'],
  ['C', 'ActivityContactBlockedConsent'],
  ['E', 'ActivityContactBlockedExternalConsent'],
  ['B', 'ActivityContactBlockedBusinessUnit'],
  ['F', 'ActivityContactProcessingFailed'],
  ['L', 'ActivityContactBlocked', 'subscription list'],
  ['O', 'ActivityContactBlocked'],
];

const idOf = (text: string): string => {
  const plain = text
    .replaceAll(/[|\t\n]/g, ' ')
    .trim()
    .toLowerCase();
  const digits = plain.replaceAll(/[{}-]/g, '').replace(/^crm/, '');
  return /^[0-9a-f]{32}$/.test(digits) ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : plain;
};

const tileOf = ({ columns }: FullRow): string => columns['ActivityId'] ?? '';
const iterationOf = ({ columns }: FullRow): string => columns['CustomerJourneyIterationId'] ?? '';
const isEarlier = (a: FullRow, b: FullRow): boolean => a.at < b.at || (a.at === b.at && a.id < b.id);

/** The first row of each iteration that names a tile. */
export function firstInIterations(real: readonly FullRow[]): readonly FullRow[] {
  const first: Record<string, FullRow> = {};
  for (const row of real) {
    const known = first[iterationOf(row)];
    if (tileOf(row) !== '' && (!known || isEarlier(row, known))) first[iterationOf(row)] = row;
  }
  return Object.values(first);
}

/** What the rows of the iteration in which the row lies say of tiles. */
export function wayOf(row: FullRow, real: readonly FullRow[]): string {
  const own = real.filter((one) => tileOf(one) !== '' && iterationOf(one) === iterationOf(row));
  const tiles = [...new Set(own.map((one) => idOf(tileOf(one))))].sort();
  return tiles
    .map((tile) => {
      const there = own.filter((one) => idOf(tileOf(one)) === tile);
      const path = pathIn(there);
      return [tile, lettersOf(there), ...(path === '' ? [] : [path])].join('\t');
    })
    .join('|');
}

function lettersOf(rows: readonly FullRow[]): string {
  let text = '';
  for (const [letter, ...types] of letters) if (rows.some(({ type }) => types.includes(type))) text += letter;
  for (const [letter, type, says = ''] of stops)
    if (rows.some((row) => row.type === type && (row.columns['Reason'] ?? '').toLowerCase().includes(says)))
      return text + letter;
  return text;
}

function pathIn(rows: readonly FullRow[]): string {
  let first: FullRow | undefined;
  for (const row of rows) {
    const tells = letters.some(([, ...types]) => types.includes(row.type)) && said(row) !== '';
    if (tells && (!first || isEarlier(row, first))) first = row;
  }
  return first ? said(first) : '';
}

const said = ({ columns }: FullRow): string => idOf(columns['Path'] ?? columns['NextActivityId'] ?? '');

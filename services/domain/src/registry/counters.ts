import { interactionTypes } from './interactionTypes';

/** Part of a record by which rows are told apart: see `PersonRecord`. */
export type RecordKey = 'message' | 'sending' | 'link' | 'at';

/** A counted thing and the rule by which rows of a person become counts of it. */
export interface CounterDef {
  readonly title: string;
  /** What one row of its list is, as "One row is one open". */
  readonly oneRowIs: string;
  /** Types that count; `'all'` for every kept row. */
  readonly types: readonly string[] | 'all';
  /**
   * - every: each row counts.
   * - first: rows equal in `per` count once, on the day of the one that stands for them: a specific type before a
   *   `generic` one, then the earliest instant, then the lowest id.
   * - distinct: rows equal in `per` count once in any period in which one of them lies.
   */
  readonly counts: 'every' | 'first' | 'distinct';
  readonly per: readonly RecordKey[];
  readonly generic?: readonly string[];
  /** Rows that name no message do not count. */
  readonly needsMessage?: boolean;
  /** Types that, at or after a counted row and equal in `per`, take it back. A negative row of its own types does too. */
  readonly takenBackBy?: readonly string[];
  /** Types of which the person may have no row with the same message, at any time, whatever its verdict. */
  readonly unlessEver?: readonly string[];
  /** Two types that may tell one thing: where rows are equal in `same`, the `drop` one does not count beside the `keep` one. */
  readonly twins?: { readonly keep: string; readonly drop: string; readonly same: readonly RecordKey[] };
  /** What its rows are called where a tab says how many of them machines made; only where rules judge all of them. */
  readonly leftOutAs?: string;
  /** Columns of its list, by id. */
  readonly columns: readonly ListColumnId[];
  /** Head of the time column. */
  readonly timeTitle: string;
}

/** Where a list column takes its text from. */
export interface ListColumnDef {
  readonly title: string;
  /** The first of these columns of the row that is filled. */
  readonly fields: readonly string[];
  /** The fields hold the id of a record, whose name CRM knows. */
  readonly record?: boolean;
  /** The type's own label (its `label`) comes first, the fields after it. */
  readonly typeLabel?: boolean;
  /** Shows who did it and why that is believed; nothing for rows that no rule judges. */
  readonly judgement?: boolean;
}

/** Columns whose text the exporter stores HTML-escaped; they are shown unescaped. */
export const escapedColumns: ReadonlySet<string> = new Set(['LinkFriendlyName']);

export const listColumns = {
  email: { title: 'Email', fields: ['MessageId'], record: true },
  journey: { title: 'Journey', fields: ['CustomerJourneyId'], record: true },
  link: { title: 'Link', fields: ['LinkFriendlyName', 'LinkId'] },
  address: { title: 'Address', fields: ['OriginalLink', 'OriginalUrl'] },
  emailAddress: { title: 'Sent to', fields: ['EmailAddressUsed'] },
  category: { title: 'Category', fields: ['BounceCategory'] },
  bounceKind: { title: 'Kind', fields: [], typeLabel: true },
  reason: { title: 'Reason', fields: ['BlockedReason', 'Reason', 'BlacklistedLink'], typeLabel: true },
  judgement: { title: 'Person or machine', fields: [], judgement: true },
} as const satisfies Record<string, ListColumnDef>;

export type ListColumnId = keyof typeof listColumns;

const everyRow = { counts: 'every', per: [] } as const;
const oncePerSending = { counts: 'first', per: ['sending', 'message'] } as const;
const remoteBounces = ['EmailHardRemoteBounced', 'EmailSoftRemoteBounced'];
const hard = ['EmailHardBounced', 'EmailHardRemoteBounced'];
const soft = ['EmailSoftBounced', 'EmailSoftRemoteBounced'];
const clicks = {
  types: ['EmailClicked', 'BotEmailLinkClicked'],
  twins: { keep: 'BotEmailLinkClicked', drop: 'EmailClicked', same: ['message', 'link', 'at'] },
} as const;
const delivery = { ...oncePerSending, types: ['EmailDelivered'], takenBackBy: remoteBounces } as const;
const blockedTypes = Object.entries(interactionTypes)
  .filter(([, def]) => def.holdsBack === true)
  .map(([name]) => name);

export const counters = {
  interactions: {
    ...everyRow,
    title: 'Interactions',
    oneRowIs: 'one interaction',
    types: 'all',
    columns: ['email', 'journey', 'judgement'],
    timeTitle: 'Time',
  },
  sent: {
    ...oncePerSending,
    title: 'Sent',
    oneRowIs: 'one message sent',
    types: ['EmailSent'],
    columns: ['email', 'journey', 'emailAddress'],
    timeTitle: 'Sent',
  },
  delivered: {
    ...delivery,
    title: 'Delivered',
    oneRowIs: 'one message delivered',
    columns: ['email', 'journey', 'emailAddress'],
    timeTitle: 'Delivered',
  },
  unopened: {
    ...delivery,
    title: 'Unopened',
    oneRowIs: 'one message delivered and never opened',
    unlessEver: ['EmailOpened'],
    columns: ['email', 'journey', 'emailAddress'],
    timeTitle: 'Delivered',
  },
  opensTotal: {
    ...everyRow,
    title: 'Opened, total',
    oneRowIs: 'one open',
    types: ['EmailOpened'],
    leftOutAs: 'opens',
    columns: ['email', 'journey', 'judgement'],
    timeTitle: 'Opened',
  },
  opensUnique: {
    title: 'Opened, unique',
    oneRowIs: 'one message, at its first open of the period',
    types: ['EmailOpened'],
    counts: 'distinct',
    per: ['message'],
    columns: ['email', 'journey', 'judgement'],
    timeTitle: 'First opened',
  },
  clicksTotal: {
    ...everyRow,
    ...clicks,
    title: 'Clicked, total',
    oneRowIs: 'one click',
    leftOutAs: 'clicks',
    columns: ['link', 'address', 'email', 'judgement'],
    timeTitle: 'Clicked',
  },
  clicksUnique: {
    ...clicks,
    title: 'Clicked, unique',
    oneRowIs: 'one message, at its first click of the period',
    counts: 'distinct',
    per: ['message'],
    columns: ['email', 'link', 'address', 'judgement'],
    timeTitle: 'First clicked',
  },
  hardBounces: {
    ...everyRow,
    title: 'Hard bounces',
    oneRowIs: 'one hard bounce',
    types: hard,
    columns: ['email', 'category', 'emailAddress'],
    timeTitle: 'Bounced',
  },
  softBounces: {
    ...everyRow,
    title: 'Soft bounces',
    oneRowIs: 'one soft bounce',
    types: soft,
    columns: ['email', 'category', 'emailAddress'],
    timeTitle: 'Bounced',
  },
  blockBounces: {
    ...everyRow,
    title: 'Block bounces',
    oneRowIs: 'one block bounce',
    types: ['EmailBlockBounced'],
    columns: ['email', 'category'],
    timeTitle: 'Bounced',
  },
  bounces: {
    ...everyRow,
    title: 'Bounced',
    oneRowIs: 'one bounce of any kind',
    types: [...hard, ...soft, 'EmailBlockBounced'],
    columns: ['email', 'bounceKind', 'category'],
    timeTitle: 'Bounced',
  },
  blocked: {
    ...oncePerSending,
    title: 'Blocked',
    oneRowIs: 'one message that was not sent',
    types: blockedTypes,
    generic: ['EmailBlocked'],
    columns: ['email', 'reason', 'journey'],
    timeTitle: 'Blocked',
  },
  spamComplaints: {
    ...everyRow,
    title: 'Spam complaints',
    oneRowIs: 'one complaint',
    types: ['EmailFeedbackLoop'],
    columns: ['email', 'journey'],
    timeTitle: 'Reported',
  },
  forwards: {
    ...everyRow,
    title: 'Forwards',
    oneRowIs: 'one forward',
    types: ['EmailForwarded'],
    columns: ['email', 'journey'],
    timeTitle: 'Forwarded',
  },
  subscriptionSubmits: {
    ...everyRow,
    title: 'Subscription submits',
    oneRowIs: 'one submission of the subscription center',
    types: ['EmailSubscriptionSubmit'],
    columns: ['email', 'journey'],
    timeTitle: 'Submitted',
  },
  unsubscribes: {
    title: 'Unsubscribes',
    oneRowIs: 'one message that led to leaving a list',
    types: ['SegmentUnsubscribed'],
    counts: 'distinct',
    per: ['message'],
    needsMessage: true,
    columns: ['email', 'journey'],
    timeTitle: 'Left',
  },
} as const satisfies Record<string, CounterDef>;

export type CounterId = keyof typeof counters;

export const counterIds = Object.keys(counters) as CounterId[];

export function counterOf(id: CounterId): CounterDef {
  return counters[id];
}

import type { NamedType } from './recordTypes';

/** Where a list column takes its text from. */
export interface ListColumnDef {
  readonly title: string;
  /** The first of these columns of the row that is filled. */
  readonly fields: readonly string[];
  /** The fields hold the id of such a record, whose name CRM knows. */
  readonly record?: NamedType;
  /** The type's own column for this comes before the fields; `thing` is what its sentence speaks of. */
  readonly ofType?: 'page' | 'target' | 'thing';
  /** The type's own label (its `label`) comes first, the fields after it. */
  readonly typeLabel?: boolean;
  /** The type's title comes first, for lists of rows of all types. */
  readonly typeTitle?: boolean;
  /** Shows who did it and why that is believed; nothing for rows that no rule judges. */
  readonly judgement?: boolean;
  /** Shows for how many rows the one that is listed stands. */
  readonly repeats?: boolean;
  /** How the text is meant, where it is more than text. */
  readonly shows?: ListColumnShape;
}

/** A whole number, a number of seconds, a short word, or an address to be read in full. */
export const listColumnShapes = ['count', 'seconds', 'word', 'address'] as const;

export type ListColumnShape = (typeof listColumnShapes)[number];

/** Columns whose text the exporter stores HTML-escaped; they are shown unescaped. */
export const escapedColumns: ReadonlySet<string> = new Set(['LinkFriendlyName', 'SubmittedValues']);

export const listColumns = {
  person: { title: 'Person', fields: [], record: 'contact' },
  what: { title: 'What', fields: [], typeTitle: true, ofType: 'thing' },
  email: { title: 'Email', fields: ['MessageId'], record: 'email' },
  journey: { title: 'Journey', fields: ['CustomerJourneyId'], record: 'journey' },
  link: { title: 'Link', fields: ['LinkFriendlyName', 'LinkId'] },
  address: { title: 'Address', fields: ['OriginalLink', 'OriginalUrl'] },
  emailAddress: { title: 'Sent to', fields: ['EmailAddressUsed'] },
  category: { title: 'Category', fields: ['BounceCategory'] },
  bounceKind: { title: 'Kind', fields: [], typeLabel: true },
  reason: { title: 'Reason', fields: ['BlockedReason', 'Reason', 'BlacklistedLink'], typeLabel: true },
  stopReason: { title: 'Reason', fields: ['Reason'], typeLabel: true },
  judgement: { title: 'Person or machine', fields: [], judgement: true },
  website: { title: 'Website', fields: ['WebsiteId'], record: 'website' },
  page: { title: 'Page', fields: [], ofType: 'page', shows: 'address' },
  duration: { title: 'Duration', fields: ['VisitDuration'], shows: 'seconds' },
  visitor: { title: 'Visitor', fields: ['VisitorReturningStatus'], shows: 'word' },
  linkName: { title: 'Link', fields: ['LinkFriendlyName'] },
  target: { title: 'Address', fields: [], ofType: 'target', shows: 'address' },
  redirectUrl: { title: 'Redirect URL', fields: ['LinkId'], record: 'redirectUrl' },
  form: { title: 'Form', fields: ['FormId'], record: 'form' },
  result: { title: 'Result', fields: ['Result'], shows: 'word' },
  failure: { title: 'Message', fields: ['ContactFailureMessage', 'LeadFailureMessage'] },
  event: { title: 'Event', fields: ['EventId'], record: 'event' },
  eventSession: { title: 'Session', fields: ['SessionId'], record: 'eventSession' },
  eventOrSession: { title: 'Of', fields: [], typeLabel: true, shows: 'word' },
  subscriptionList: { title: 'Subscription list', fields: ['SegmentId'], record: 'subscriptionList' },
  times: { title: 'Times', fields: [], repeats: true, shows: 'count' },
} as const satisfies Record<string, ListColumnDef>;

export type ListColumnId = keyof typeof listColumns;

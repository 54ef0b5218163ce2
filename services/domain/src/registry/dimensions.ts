import { browsers, systems } from './devices';
import type { RecordType } from './recordTypes';

/** What is kept of a row beside its record's ids, by the columns that tell it; the first filled one does. */
export interface TraitDef {
  readonly columns: readonly string[];
  /** Several columns that are one trait together, a line each, rather than the first filled one. */
  /** Only rows of this type tell it. */
  readonly type?: string;
  readonly together?: readonly (readonly string[])[];
}

export const traits = {
  domain: { columns: ['EmailDomain'] },
  country: { columns: ['CountryIsoCode'] },
  browser: { columns: ['BrowserId'] },
  system: { columns: ['OperatingSystemId'] },
  /** Id, name and address. */
  link: { columns: [], together: [['LinkId'], ['LinkFriendlyName'], ['OriginalUrl', 'OriginalLink']] },
  leadResult: { columns: ['LeadMatchingResult'] },
  contactResult: { columns: ['ContactMatchingResult'] },
  result: { columns: ['Result'] },
  failure: { columns: ['ContactFailureMessage', 'LeadFailureMessage'] },
  returning: { columns: ['VisitorReturningStatus'] },
  referrer: { columns: ['ReferrerUri'] },
  phrase: { columns: ['SearchPhrase'] },
  pageId: { columns: ['PageId'] },
  formId: { columns: ['FormId'] },
  /** The way on from a tile of a journey. */
  path: { columns: ['Path', 'NextActivityId'] },
  /** Why somebody was stopped at one, where the type does not say so. */
  reason: { columns: ['Reason'], type: 'ActivityContactBlocked' },
  /** Of a message in two versions. */
  version: { columns: ['MessageVariationName'] },
} as const satisfies Record<string, TraitDef>;

export type TraitId = keyof typeof traits;

export const traitIds = Object.keys(traits) as TraitId[];

/** A property of counted rows by whose values a number is told apart. */
export interface DimensionDef {
  readonly title: string;
  /** A part of the record, one of its traits, what all rows say that count as one with it, or how it stands (`RowStanding`). */
  readonly reads: 'type' | 'rule' | 'page' | 'message' | 'signature' | 'standing' | TraitId;
  /** Without regard to case, which is this one in what is told. */
  readonly letters?: 'lower' | 'upper';
  /** Values are ids of such records, which CRM names. */
  readonly record?: RecordType;
  /** What a value is called; values called alike are one. Absent: by itself. */
  readonly titleOf?: (value: string) => string;
  /** It has so many values that they are kept apart from other numbers. */
  readonly many?: boolean;
}

export const dimensions = {
  type: { title: 'What it was', reads: 'type' },
  rule: { title: 'Rule', reads: 'rule' },
  domain: { title: 'Mail domain', reads: 'domain', letters: 'lower', many: true },
  country: { title: 'Country', reads: 'country', letters: 'upper' },
  browser: { title: 'Browser', reads: 'browser', titleOf: (value) => browsers[value] ?? '' },
  system: { title: 'System', reads: 'system', titleOf: (value) => systems[value]?.title ?? '' },
  device: { title: 'Device', reads: 'system', titleOf: (value) => systems[value]?.device ?? '' },
  link: { title: 'Link', reads: 'link' },
  page: { title: 'Page', reads: 'page', many: true },
  referrer: { title: 'Referrer', reads: 'referrer', many: true },
  phrase: { title: 'Search phrase', reads: 'phrase', letters: 'lower', many: true },
  failure: { title: 'Message', reads: 'failure' },
  version: { title: 'Version', reads: 'version', letters: 'upper' },
  /** What rows say of the tiles of a journey. */
  signature: { title: 'Way', reads: 'signature', many: true },
  /** Why rows that a counter is about count or not, whether or not they count as one with others. */
  standing: { title: 'Standing', reads: 'standing' },
  email: { title: 'Email', reads: 'message', record: 'email' },
  pageRecord: { title: 'Marketing page', reads: 'pageId', record: 'page' },
  formRecord: { title: 'Marketing form', reads: 'formId', record: 'form' },
  stopReason: { title: 'Reason', reads: 'reason' },
} as const satisfies Record<string, DimensionDef>;

export type DimensionId = keyof typeof dimensions;

export const dimensionOf = (id: DimensionId): DimensionDef => dimensions[id];

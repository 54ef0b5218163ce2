import type { RecordKey } from './counters';
import type { Verdict } from './interactionTypes';

/** A test of a row by its own columns. */
export type RowTest =
  /** Every row of the rule's types. */
  | { readonly kind: 'anyRow' }
  /** One of the columns has a text. */
  | { readonly kind: 'filled'; readonly columns: readonly string[] }
  /** One of the columns says yes: true, 1 or yes. */
  | { readonly kind: 'saysYes'; readonly columns: readonly string[] }
  /** The column is one of the texts, in any case. */
  | { readonly kind: 'equals'; readonly column: string; readonly texts: readonly string[] }
  /** The column has one of the texts in it, in any case. */
  | { readonly kind: 'contains'; readonly column: string; readonly texts: readonly string[] };

/** A test of a row beside the other rows of the same person and message. `within` is in milliseconds, its end inside. */
export type TimeTest =
  /** A row of type `of` is equal in `same`. */
  | { readonly kind: 'twinOf'; readonly of: string; readonly same: readonly RecordKey[] }
  /** It lies in a stretch of time in which rows of `types`, all of them judged by the rule, name so many different things. */
  | {
      readonly kind: 'manyWithin';
      readonly types: readonly string[];
      readonly different: RecordKey;
      readonly atLeast: number;
      readonly within: number;
    }
  /** A row of `types`, equal in `same`, lies so near, before or after. `marked`: only rows that this row rule fits. */
  | {
      readonly kind: 'near';
      readonly types: readonly string[];
      readonly same: readonly RecordKey[];
      readonly within: number;
      readonly marked?: string;
    }
  /** So many rows of one type lie at its very instant. */
  | { readonly kind: 'sameInstant'; readonly atLeast: number }
  /** A row of `types` of the same session or visitor comes at its instant or so soon after it. */
  | { readonly kind: 'followedBy'; readonly types: readonly string[]; readonly within: number }
  /** A row of `types` that other rules find human comes at its instant or so soon after it. */
  | { readonly kind: 'followedByHuman'; readonly types: readonly string[]; readonly within: number };

/**
 * One way to tell whether a person or a machine was at work. What a version of the rules says never changes: a rule
 * that turns out wrong gets an `until`, and its successor a row of its own.
 */
export interface VerdictRuleDef {
  /** The reason as a list shows it, after the verdict: "Machine: …". */
  readonly title: string;
  /** Why it may be believed, and what it takes into the bargain. */
  readonly because: string;
  /** Interaction types that it judges. */
  readonly judges: readonly string[];
  /** `unknown`: it says only why nothing can be known. */
  readonly verdict: Verdict;
  readonly test: RowTest | TimeTest;
  /** The first version of the rules that it belongs to. */
  readonly since: number;
  /** The first version that it no longer belongs to. */
  readonly until?: number;
}

/** The version of the rules below. It rises with every change of what they say. */
export const rulesVersion = 1;

const opens = ['EmailOpened'];
const clicks = ['EmailClicked', 'BotEmailLinkClicked'];
const seconds = 1000;
const minutes = 60 * seconds;

/** In order of weight: the first that fits a row decides. Machines come first, so that doubt never makes a person. */
export const verdictRules = {
  machineType: {
    title: 'reported as a machine’s click',
    because: 'The sender’s own protection saw the click on its way and filed it under a type of its own.',
    judges: ['BotEmailLinkClicked'],
    verdict: 'machine',
    test: { kind: 'anyRow' },
    since: 1,
  },
  machineTwin: {
    title: 'reported as a machine’s click, too',
    because: 'The same link at the same instant is reported as a machine’s click: one click, told twice.',
    judges: clicks,
    verdict: 'machine',
    test: { kind: 'twinOf', of: 'BotEmailLinkClicked', same: ['link', 'at'] },
    since: 1,
  },
  providerReason: {
    title: 'found to be a machine by the sender',
    because: 'The sender gives its reason for taking it for a machine.',
    judges: [...opens, ...clicks],
    verdict: 'machine',
    test: { kind: 'filled', columns: ['BotDetectionReason'] },
    since: 1,
  },
  providerMark: {
    title: 'marked as a machine by the sender',
    because: 'The sender marks it as a machine’s, by one of the columns that senders use for it.',
    judges: [...opens, ...clicks],
    verdict: 'machine',
    test: {
      kind: 'saysYes',
      columns: ['IsMachine', 'IsBot', 'MachineOpen', 'IsPrefetched', 'sg_machine_open', 'is_bot', 'is_prefetched'],
    },
    since: 1,
  },
  scannerAgent: {
    title: 'a known scanner or program',
    because: 'It gives its own name, and that is a mail scanner, a link preview or a program without a reader.',
    judges: [...opens, ...clicks],
    verdict: 'machine',
    test: {
      kind: 'contains',
      column: 'UserAgent',
      texts: [
        ...['mimecast', 'proofpoint', 'barracuda', 'symantec', 'messagelabs', 'ironport', 'fireeye', 'trendmicro'],
        ...['forcepoint', 'sophos', 'zscaler', 'cloudmark', 'mailscanner', 'safelinks', 'google-safety'],
        ...['googlebot', 'bingbot', 'slackbot', 'linkedinbot', 'twitterbot', 'telegrambot', 'facebookexternalhit'],
        ...['skypeuripreview', 'headlesschrome', 'phantomjs', 'python-requests', 'go-http-client', 'curl/', 'wget/'],
      ],
    },
    since: 1,
  },
  applePrivacy: {
    title: 'Apple Mail Privacy Protection',
    because: 'Apple’s servers load all pictures of a message by themselves and call themselves Mozilla/5.0, no more.',
    judges: opens,
    verdict: 'machine',
    test: { kind: 'equals', column: 'UserAgent', texts: ['Mozilla/5.0'] },
    since: 1,
  },
  appleAtDelivery: {
    title: 'Apple Mail at delivery',
    because: 'Apple Mail that loads the pictures within 30 seconds of delivery mostly does so by itself.',
    judges: opens,
    verdict: 'machine',
    test: { kind: 'near', types: ['EmailDelivered'], same: ['sending'], within: 30 * seconds, marked: 'appleMail' },
    since: 1,
  },
  linkSweep: {
    title: 'amid three or more links within 10 seconds',
    because: 'Scanners load the pictures of a message and try all of its links at once; nobody reads so fast.',
    judges: [...opens, ...clicks],
    verdict: 'machine',
    test: { kind: 'manyWithin', types: clicks, different: 'link', atLeast: 3, within: 10 * seconds },
    since: 1,
  },
  clickAtDelivery: {
    title: 'within 10 seconds of delivery',
    because:
      'A message must be seen, opened and read first. A minute, as some filters take, would strike those who wait for a confirmation.',
    judges: clicks,
    verdict: 'machine',
    test: { kind: 'near', types: ['EmailDelivered'], same: ['sending'], within: 10 * seconds },
    since: 1,
  },
  sameInstant: {
    title: 'three or more at the same instant',
    because: 'One person does not open or click three times in one instant.',
    judges: [...opens, ...clicks],
    verdict: 'machine',
    test: { kind: 'sameInstant', atLeast: 3 },
    since: 1,
  },
  visitAfterClick: {
    title: 'went on to a page or form',
    because: 'The same session or visitor saw a tracked page or sent a form of the message within 30 minutes.',
    judges: clicks,
    verdict: 'human',
    test: {
      kind: 'followedBy',
      types: ['WebsiteVisited', 'WebsiteClicked', 'FormVisited', 'FormSubmitted'],
      within: 30 * minutes,
    },
    since: 1,
  },
  clickAfterOpen: {
    title: 'clicked after it',
    because: 'A click that is surely a person’s came within 30 minutes of the open.',
    judges: opens,
    verdict: 'human',
    test: { kind: 'followedByHuman', types: clicks, within: 30 * minutes },
    since: 1,
  },
  pictureProxy: {
    title: 'loaded by the mailbox’s own servers',
    because: 'Gmail and Yahoo load pictures for their readers, mostly but not always when a message is opened.',
    judges: opens,
    verdict: 'unknown',
    test: { kind: 'contains', column: 'UserAgent', texts: ['googleimageproxy', 'yahoomailproxy'] },
    since: 1,
  },
  appleMail: {
    title: 'Apple Mail may load pictures by itself',
    because: 'Where its privacy protection is on, the pictures of every message are loaded, opened or not.',
    judges: opens,
    verdict: 'unknown',
    /** Apple Mail in the exporter's table of mail clients. */
    test: { kind: 'equals', column: 'EmailClientId', texts: ['bb63337d-d8da-489a-9ee3-857154e5080c'] },
    since: 1,
  },
} as const satisfies Record<string, VerdictRuleDef>;

/** What a tab says of the opens and clicks that People leaves out. */
export const leftOutOfPeople = {
  title: 'Done by machines',
  sentence:
    'Opens and clicks of scanners, prefetching mail programs and other machines, as far as rules can tell. People leaves them out, All counts them.',
} as const;

export type VerdictRuleId = keyof typeof verdictRules;

export const verdictRuleIds = Object.keys(verdictRules) as VerdictRuleId[];

export function verdictRuleOf(id: VerdictRuleId): VerdictRuleDef {
  return verdictRules[id];
}

/** Interaction types that any rule judges: opens and clicks. */
export const judgedTypes: ReadonlySet<string> = new Set(verdictRuleIds.flatMap((id) => verdictRuleOf(id).judges));

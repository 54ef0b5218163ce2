import { canonicalId, type InteractionId } from './ids';
import { isTestSend, type Interaction } from './interaction';
import type { Instant } from './instant';
import { typeOf, type Verdict } from './registry/interactionTypes';
import type { VerdictRuleId } from './registry/verdictRules';
import { shortened } from './textHash';
import { traitsOf } from './traits';
import { marksOf } from './verdicts';

/**
 * What counting reads of one interaction of a person: narrow, so that a person's whole history is cheap to read.
 * Absent ids are empty texts.
 */
export interface PersonRecord {
  readonly id: InteractionId;
  readonly type: string;
  readonly at: Instant;
  /** The rules that the row fits by itself: see `marksOf`. */
  readonly marks: string;
  /** `unknown` until `judged` has seen the person's rows. */
  readonly verdict: Verdict;
  /** The rule that decided; empty where none did. */
  readonly rule: VerdictRuleId | '';
  /** The contact that the row names. */
  readonly contact: string;
  /** The account that the row names. */
  readonly account: string;
  readonly lead: string;
  readonly visitor: string;
  readonly session: string;
  readonly message: string;
  readonly sending: string;
  readonly journey: string;
  readonly iteration: string;
  /** Journey tile, in its one spelling. */
  readonly tile: string;
  readonly link: string;
  /** The subscription list or segment. */
  readonly list: string;
  readonly submission: string;
  /** Address of the page on which it happened, `shortened`. */
  readonly page: string;
  /** Address that the click led to, `shortened`. */
  readonly target: string;
  /** What else numbers are told by: see `traitsOf`. */
  readonly traits: string;
  /** The row takes a delivery back instead of being one. */
  readonly negative: boolean;
  readonly testSend: boolean;
}

export function personRecordOf(interaction: Interaction): PersonRecord {
  const { columns, id, type, at } = interaction;
  const cell = (column: string | undefined): string => (column === undefined ? '' : (columns[column] ?? ''));
  const { page, target } = typeOf(type);
  return {
    id,
    type,
    at,
    marks: marksOf(type, columns),
    verdict: 'unknown',
    rule: '',
    contact: cell('ContactId'),
    account: cell('AccountId'),
    lead: cell('LeadId'),
    visitor: cell('VisitorId'),
    session: cell('SessionId'),
    message: cell('MessageId'),
    sending: cell('SendingId'),
    journey: cell('CustomerJourneyId'),
    iteration: cell('CustomerJourneyIterationId'),
    tile: canonicalId(cell('ActivityId')),
    link: cell('LinkId'),
    list: cell('SegmentId'),
    submission: cell('FormSubmissionId'),
    page: shortened(cell(page)),
    target: shortened(cell(target)),
    traits: traitsOf(columns, type),
    negative: Number(columns['DeliveredCount'] ?? 0) < 0,
    testSend: isTestSend(columns),
  };
}

/** What happened at an instant, with what tells it from others of the same. */
export interface Instanced {
  readonly at: Instant;
  readonly id: string;
}

/** Newest first: by instant, then by id, both descending. */
export function newestFirst(a: Instanced, b: Instanced): number {
  return b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

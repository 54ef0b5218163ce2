import type { InteractionId } from './ids';
import { isTestSend, type Interaction } from './interaction';
import { typeOf, type Verdict } from './registry/interactionTypes';
import type { Instant } from './instant';

/**
 * What counting reads of one interaction of a person: narrow, so that a person's whole history is cheap to read.
 * Absent ids are empty texts.
 */
export interface PersonRecord {
  readonly id: InteractionId;
  readonly type: string;
  readonly at: Instant;
  readonly verdict: Verdict;
  /** The contact that the row names. */
  readonly contact: string;
  readonly visitor: string;
  readonly message: string;
  readonly sending: string;
  readonly journey: string;
  readonly iteration: string;
  /** Journey tile. */
  readonly tile: string;
  readonly link: string;
  /** The row takes a delivery back instead of being one. */
  readonly negative: boolean;
  readonly testSend: boolean;
}

export function personRecordOf(interaction: Interaction): PersonRecord {
  const { columns, id, type, at } = interaction;
  const cell = (column: string): string => columns[column] ?? '';
  return {
    id,
    type,
    at,
    verdict: typeOf(type).verdict ?? 'unknown',
    contact: cell('ContactId'),
    visitor: cell('VisitorId'),
    message: cell('MessageId'),
    sending: cell('SendingId'),
    journey: cell('CustomerJourneyId'),
    iteration: cell('CustomerJourneyIterationId'),
    tile: cell('ActivityId'),
    link: cell('LinkId'),
    negative: Number(columns['DeliveredCount'] ?? 0) < 0,
    testSend: isTestSend(columns),
  };
}

/** Newest first: by instant, then by id, both descending. */
export function newestFirst(a: PersonRecord, b: PersonRecord): number {
  return b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

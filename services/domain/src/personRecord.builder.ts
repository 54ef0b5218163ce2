import type { InteractionId } from './ids';
import { interactionFrom } from './interaction';
import { personRecordOf, type PersonRecord } from './personRecord';

let made = 0;
const empty = personRecordOf(interactionFrom({}));

/** A record of one contact, in which only what matters need be said; ids sort in the order in which they are made. */
export function aRecord(type: string, at: number, more: Partial<PersonRecord> = {}): PersonRecord {
  made += 1;
  return { ...empty, id: `id${String(made).padStart(6, '0')}` as InteractionId, type, at, contact: 'c1', ...more };
}

/** The same, of one message in one sending. */
export const ofMessage = (type: string, at: number, more: Partial<PersonRecord> = {}): PersonRecord =>
  aRecord(type, at, { message: 'm1', sending: 's1', ...more });

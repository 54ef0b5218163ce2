import type { Brand } from './brand';

/** Id of one interaction in its one spelling: lower case, dashed when it is a GUID. Made only by `interactionId()`. */
export type InteractionId = Brand<string, 'InteractionId'>;
/** Id of a CRM record in its one spelling. Made only by `recordId()`. */
export type RecordId = Brand<string, 'RecordId'>;

const hex = /^[0-9a-f]{32}$/;
const dashedGuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * One spelling for an id: case, braces, dashes and a leading `crm` do not tell ids apart (domain decision "Rows").
 * What is no GUID is trimmed and lower-cased only.
 */
export function canonicalId(text: string): string {
  const lower = text.trim().toLowerCase();
  if (dashedGuid.test(lower)) return lower;
  const digits = lower.replace(/[{}-]/g, '').replace(/^crm/, '');
  if (!hex.test(digits)) return lower;
  return [0, 8, 12, 16, 20].map((start, i, starts) => digits.slice(start, starts[i + 1])).join('-');
}

/** Whether the text is a GUID in any of the accepted spellings. */
export function isGuid(text: string): boolean {
  return dashedGuid.test(canonicalId(text));
}

export function interactionId(text: string): InteractionId {
  return canonicalId(text) as InteractionId;
}

export function recordId(text: string): RecordId {
  return canonicalId(text) as RecordId;
}

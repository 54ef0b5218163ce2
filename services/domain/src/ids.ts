import type { Brand } from './brand';

/** Id of one interaction in its one spelling: lower case, dashed when it is a GUID. Made only by `interactionId()`. */
export type InteractionId = Brand<string, 'InteractionId'>;
/** Id of a CRM record in its one spelling. Made only by `recordId()`. */
export type RecordId = Brand<string, 'RecordId'>;

const guid = /^(?:crm)?\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/;
const bracedCrm = /^\{crm([0-9a-f-]{32,36})\}$/;
const dashedGuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * One spelling for an id: case, braces, dashes and a leading `crm` do not tell ids apart (domain decision "Rows").
 * What is no GUID is trimmed and lower-cased only.
 */
export function canonicalId(text: string): string {
  const lower = text.trim().toLowerCase();
  if (dashedGuid.test(lower)) return lower;
  const match = guid.exec(lower.replace(bracedCrm, '$1'));
  return match ? match.slice(1).join('-') : lower;
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

import { RestError } from '@azure/data-tables';
import { LimitExceeded, StoreUnavailable } from './tableStore';

/** An answer that says what state a row is in, which is for the caller to understand. */
export interface Refusal {
  readonly status: 'missing' | 'exists' | 'changed';
  /** The place of the operation in the transaction, when it was one. */
  readonly index: number | undefined;
}

const statuses: Readonly<Record<number, Refusal['status']>> = { 404: 'missing', 409: 'exists', 412: 'changed' };

/** The refusal in an error of the client. */
export function refusalIn(error: unknown): Refusal | undefined {
  if (!(error instanceof RestError)) return undefined;
  const status = statuses[error.statusCode ?? 0];
  const index = /^(\d+):/.exec(error.message)?.[1];
  return status && { status, index: index === undefined ? undefined : Number(index) };
}

/** What a failure of the client means, in a sentence that says what to do. Refusals are left as they are. */
export function failureOf(error: unknown, address: string, attempts: number): unknown {
  if (refusalIn(error)) return error;
  const status = error instanceof RestError ? error.statusCode : undefined;
  const reason = reasonOf(error);
  if (status === 400 || status === 413)
    return new LimitExceeded(`Azure Tables refused the request (${reason})`, { cause: error });
  return new StoreUnavailable(sentenceOf(status, reason, address, attempts), { cause: error });
}

function sentenceOf(status: number | undefined, reason: string, address: string, attempts: number): string {
  if (status === 401 || status === 403)
    return `Azure Tables at ${address} refused the service (${reason}): check the connection string, or give its identity the role Storage Table Data Contributor.`;
  return `Azure Tables at ${address} did not answer well in up to ${attempts} tries (${reason}): check the address, the network and the account's state.`;
}

/** Never the message: an address in it can carry a signature. */
function reasonOf(error: unknown): string {
  if (error instanceof RestError)
    return [error.statusCode, error.code].filter((part) => part !== undefined).join(' ') || 'no reason given';
  return error instanceof Error ? error.name : 'unknown';
}

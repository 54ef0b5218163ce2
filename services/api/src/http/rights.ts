import type { RecordId, RecordTable, RecordType } from '@record-insights/domain';
import { LRUCache } from 'lru-cache';
import { ProblemError } from '../service';
import type { Caller } from './identity';

/** Whether CRM would show a record to the caller. Whatever shows something of a record asks here first. */
export interface RecordRights {
  /** @throws ProblemError crmUnavailable, notSignedIn */
  mayRead(caller: Caller, recordType: RecordType, id: RecordId): Promise<boolean>;
}

export interface CrmRightsOptions {
  /** Address of CRM, without a slash at its end. */
  readonly crm: string;
  /** The table of a record type in the caller's organisation. */
  readonly tableOf: (caller: Caller, recordType: RecordType) => Promise<RecordTable>;
  readonly fetch?: typeof fetch;
  /** How long an answer of CRM is believed, in milliseconds: a right taken away is gone after it. */
  readonly believedFor?: number;
}

const mostBelieved = 20_000;
const timeout = 5_000;

interface Question {
  readonly caller: Caller;
  readonly recordType: RecordType;
  readonly id: RecordId;
}

/** Asks CRM by reading the record with the caller's own token; same questions at the same time are one. */
export function crmRights({ crm, tableOf, fetch: ask = fetch, believedFor = 30_000 }: CrmRightsOptions): RecordRights {
  const answers = new LRUCache<string, { readonly mayRead: boolean }, Question>({
    max: mostBelieved,
    ttl: believedFor,
    fetchMethod: async (_key, _stale, { context }) => ({ mayRead: await readable(context) }),
  });

  async function readable({ caller, recordType, id }: Question): Promise<boolean> {
    const { set, key } = await tableOf(caller, recordType);
    const status = await statusOf(`${crm}/api/data/v9.2/${set}(${id})?$select=${key}`, caller.token);
    if (status === 401) throw new ProblemError('notSignedIn', 'CRM does not take this token. Sign in again.');
    if (status === 200 || status === 403 || status === 404) return status === 200;
    throw unavailable(new Error(`CRM answered ${status}`));
  }

  async function statusOf(address: string, token: string): Promise<number> {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    try {
      const response = await ask(address, { headers, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
      await response.body?.cancel();
      return response.status;
    } catch (error) {
      throw unavailable(error);
    }
  }

  return {
    async mayRead(caller, recordType, id) {
      const question = JSON.stringify([caller.organisation, caller.user, recordType, id]);
      const answer = await answers.fetch(question, { context: { caller, recordType, id } });
      return answer?.mayRead === true;
    },
  };
}

const unavailable = (cause: unknown): ProblemError =>
  new ProblemError(
    'crmUnavailable',
    'CRM cannot be asked whether you may read this record. Try again in a moment.',
    undefined,
    { cause },
  );

import { isGuid, type RecordId, type RecordTable, type RecordType } from '@record-insights/domain';
import { LRUCache } from 'lru-cache';
import type { CrmSignIn } from '../entra/onBehalfOf';
import { ProblemError } from '../service';
import type { Caller } from './identity';

/** Whether CRM would show a record to the caller. Whatever shows something of a record asks here first. */
export interface RecordRights {
  /** @throws ProblemError crmUnavailable, notSignedIn, consentMissing, crmSignInFailed */
  mayRead(caller: Caller, recordType: RecordType, id: RecordId): Promise<boolean>;
  /**
   * Which of the records CRM would show to the caller.
   * @throws ProblemError crmUnavailable, notSignedIn, consentMissing, crmSignInFailed
   */
  readable(caller: Caller, recordType: RecordType, ids: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface CrmRightsOptions {
  /** Where CRM is and with which token it is asked in a caller's name. */
  readonly crm: CrmSignIn;
  /** The table of a record type in the caller's organisation. */
  readonly tableOf: (caller: Caller, recordType: RecordType) => Promise<RecordTable>;
  readonly fetch?: typeof fetch;
  /** How long an answer of CRM is believed, in milliseconds: a right taken away is gone after it. */
  readonly believedFor: number;
}

const mostBelieved = 20_000;
const timeout = 5_000;

interface Question {
  readonly caller: Caller;
  readonly recordType: RecordType;
  readonly id: RecordId;
}

interface Received {
  readonly status: number;
  /** Of a 200. */
  readonly body: unknown;
}

/** So many records are asked for at once: as many ids as an address has room for. */
const recordsAtOnce = 200;

/** Asks CRM by reading the record in the caller's own name; same questions at the same time are one. */
export function crmRights({ crm, tableOf, fetch: ask = fetch, believedFor }: CrmRightsOptions): RecordRights {
  const answers = new LRUCache<string, { readonly mayRead: boolean }, Question>({
    max: mostBelieved,
    ttl: believedFor,
    fetchMethod: async (_key, _stale, { context }) => ({ mayRead: await isReadable(context) }),
  });

  async function isReadable({ caller, recordType, id }: Question): Promise<boolean> {
    const { set, key } = await tableOf(caller, recordType);
    const { status } = await answerOf(`${set}(${id})?$select=${key}`, caller);
    if (status === 200 || status === 403 || status === 404) return status === 200;
    throw unavailable(new Error(`CRM answered ${status}`));
  }

  /** Of some records those that CRM's list has; what a caller may not read is not in it. */
  async function listed(caller: Caller, recordType: RecordType, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const { set, key } = await tableOf(caller, recordType);
    const filter = encodeURIComponent(ids.map((id) => `${key} eq ${id}`).join(' or '));
    const { status, body } = await answerOf(`${set}?$select=${key}&$filter=${filter}`, caller);
    if (status === 403) return new Set();
    if (status !== 200) throw unavailable(new Error(`CRM answered ${status}`));
    const { value = [] } = body as { readonly value?: readonly Readonly<Record<string, unknown>>[] };
    return new Set(value.map((row) => String(row[key]).toLowerCase()));
  }

  async function answerOf(question: string, caller: Caller): Promise<Received> {
    const { address, token } = await crm.accessOf(caller);
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    const answer = await received(`${address}/api/data/v9.2/${question}`, headers);
    if (answer.status !== 401) return answer;
    crm.forget(caller);
    throw new ProblemError('notSignedIn', 'CRM does not take this token. Sign in again.');
  }

  async function received(address: string, headers: Readonly<Record<string, string>>): Promise<Received> {
    try {
      const response = await ask(address, { headers, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
      const text = await response.text();
      const body: unknown = response.status === 200 && text !== '' ? JSON.parse(text) : undefined;
      return { status: response.status, body };
    } catch (error) {
      throw unavailable(error);
    }
  }

  const questionOf = (caller: Caller, recordType: RecordType, id: string): string =>
    JSON.stringify([caller.organisation, caller.user, recordType, id]);

  return {
    async mayRead(caller, recordType, id) {
      const answer = await answers.fetch(questionOf(caller, recordType, id), { context: { caller, recordType, id } });
      return answer?.mayRead === true;
    },
    async readable(caller, recordType, ids) {
      const known = new Map<string, boolean>();
      for (const id of ids) known.set(id, answers.get(questionOf(caller, recordType, id))?.mayRead ?? false);
      // What is no GUID is no record of CRM, and would spoil the question about the others.
      const unknown = [...known.keys()].filter((id) => isGuid(id) && !answers.has(questionOf(caller, recordType, id)));
      for (let i = 0; i < unknown.length; i += recordsAtOnce) {
        const some = unknown.slice(i, i + recordsAtOnce);
        const found = await listed(caller, recordType, some);
        for (const id of some) {
          known.set(id, found.has(id));
          answers.set(questionOf(caller, recordType, id), { mayRead: found.has(id) });
        }
      }
      return new Set([...known].flatMap(([id, mayRead]) => (mayRead ? [id] : [])));
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

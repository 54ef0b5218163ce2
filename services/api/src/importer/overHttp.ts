import { setTimeout } from 'node:timers/promises';
import type { IngestAnswer, Problem, StatusAnswer } from '@record-insights/domain';
import type { Destination } from './importExport';

export interface OverHttpOptions {
  /** Address of the service, as http://localhost:4281. */
  readonly address: string;
  /** A token with the role interactions.write. */
  readonly token: string;
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** The service did not take what was sent, or did not answer; the message tells the user why and what to do. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

/** Bytes of one request; the service takes 16 MiB. */
const largestBody = 12 * 1024 * 1024;
const tries = 8;
const firstPause = 500;
const pollEvery = 200;

/** Statuses after which the same request may succeed: sending rows again changes nothing. */
const passing = new Set([408, 429, 502, 503, 504]);

/** Sends rows to a running service, and waits for it where it asks for time. */
export function overHttp(options: OverHttpOptions): Destination {
  const { address, token, fetch: ask = fetch, sleep = (ms: number) => setTimeout(ms) } = options;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

  async function answerOf<T>(path: string, init: RequestInit = {}): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const response = await ask(new URL(path, address), { ...init, headers }).catch((error: unknown) => error);
      if (response instanceof Response && response.ok) return (await response.json()) as T;
      if (!isPassing(response) || attempt === tries) throw await notTaken(response, address);
      await sleep(Math.max(firstPause * 2 ** (attempt - 1), delayAskedFor(response)));
    }
  }

  async function send(rows: readonly unknown[]): Promise<IngestAnswer> {
    const body = JSON.stringify(rows);
    if (rows.length === 1 || Buffer.byteLength(body) <= largestBody)
      return answerOf<IngestAnswer>('/v1/interactions', { method: 'POST', body });
    const half = Math.ceil(rows.length / 2);
    const first = await send(rows.slice(0, half));
    const second = await send(rows.slice(half));
    const moved = second.refused.map((row) => ({ ...row, index: row.index + half }));
    return { ...second, accepted: first.accepted + second.accepted, refused: [...first.refused, ...moved] };
  }

  return {
    ingest: ({ rows }) => send(rows),
    async settled() {
      while ((await answerOf<StatusAnswer>('/v1/status')).waiting > 0) await sleep(pollEvery);
    },
  };
}

const isPassing = (response: unknown): boolean => !(response instanceof Response) || passing.has(response.status);

/** The header Retry-After in milliseconds; our service gives seconds. */
const delayAskedFor = (response: unknown): number =>
  response instanceof Response ? Number(response.headers.get('retry-after') ?? 0) * 1000 || 0 : 0;

async function notTaken(response: unknown, address: string): Promise<NotTaken> {
  if (!(response instanceof Response))
    return new NotTaken(`The service at ${address} does not answer. Start it, or name another with --service.`, {
      cause: response,
    });
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return new NotTaken(
    `The service at ${address}: ${problem.title ?? `HTTP ${response.status}`}. ${problem.detail ?? ''}`,
  );
}

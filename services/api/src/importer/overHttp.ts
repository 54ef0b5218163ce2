import { setTimeout } from 'node:timers/promises';
import type { IngestAnswer, Problem, StatusAnswer } from '@record-insights/domain';
import { patiently } from '../patiently';
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
const pollEvery = 200;

/** Sends rows to a running service, and waits for it where it asks for time. */
export function overHttp(options: OverHttpOptions): Destination {
  const { address, token, fetch: ask = fetch, sleep = (ms: number) => setTimeout(ms) } = options;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

  async function answerOf<T>(path: string, init: RequestInit = {}): Promise<T> {
    const response = await patiently(() => ask(new URL(path, address), { ...init, headers }), sleep);
    if (response instanceof Response && response.ok) return (await response.json()) as T;
    throw await notTaken(response, address);
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

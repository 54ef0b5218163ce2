import { setTimeout as pass } from 'node:timers/promises';
import type { IngestAnswer, Item } from '@record-insights/domain';
import type { Logger } from 'pino';

/** Tells the service's directory of records, until it has taken all in. */
export interface Teller {
  /** Returns at once. Of several items about one record the last is sent. */
  tell(items: readonly Item[]): void;
  /** Resolves when nothing is left to tell. */
  settled(): Promise<void>;
  /** Tells nothing more. */
  close(): Promise<void>;
}

export interface TellerOptions {
  /** Address of the service, as http://localhost:4281. */
  readonly serviceAddress: string;
  /** A token with the role interactions.write. */
  readonly token: () => Promise<string>;
  readonly logger: Logger;
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Items of one request. */
const most = 1000;
const firstPause = 250;
const longestPause = 15_000;

/** After which sending the same again makes no sense: what was sent cannot be read. */
const isFinal = ({ status }: Response): boolean => status === 400 || status === 413 || status === 415;

/** A teller that tries again for as long as the service is not up: telling the same twice changes nothing. */
export function openTeller(options: TellerOptions): Teller {
  const { serviceAddress, token, logger, fetch: ask = fetch } = options;
  const sleep =
    options.sleep ?? ((milliseconds, signal) => pass(milliseconds, undefined, { signal }).catch(() => undefined));
  const closing = new AbortController();
  const waiting = new Map<string, Item>();
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    let pause = firstPause;
    while (waiting.size > 0 && !closing.signal.aborted) {
      const sent = [...waiting].slice(0, most);
      if (await isTaken(sent.map(([, item]) => item))) {
        for (const [name, item] of sent) if (waiting.get(name) === item) waiting.delete(name);
        pause = firstPause;
      } else {
        await sleep(pause, closing.signal);
        pause = Math.min(2 * pause, longestPause);
      }
    }
  }

  async function isTaken(items: readonly Item[]): Promise<boolean> {
    const response = await send(items).catch(() => undefined);
    if (!response || (!response.ok && !isFinal(response))) return false;
    if (response.ok) tellRefused(items, ((await response.json()) as IngestAnswer).refused);
    else logger.error({ status: response.status, items: items.length }, 'The service cannot read what it is told');
    return true;
  }

  async function send(items: readonly Item[]): Promise<Response> {
    return ask(new URL('/v1/directory', serviceAddress), {
      method: 'POST',
      headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
      body: JSON.stringify(items),
      signal: closing.signal,
    });
  }

  function tellRefused(items: readonly Item[], refused: IngestAnswer['refused']): void {
    for (const { index, code, field } of refused)
      logger.warn({ kind: items[index]?.kind, code, field }, 'The service refused what it was told of a record');
  }

  return {
    tell(items) {
      for (const item of items) waiting.set(`${item.kind} ${item.id}`, item);
      if (waiting.size > 0)
        running ??= Promise.resolve()
          .then(run)
          .finally(() => (running = undefined));
    },
    async settled() {
      await running;
    },
    async close() {
      closing.abort();
      await running;
    },
  };
}

import { setTimeout as pass } from 'node:timers/promises';
import { openMix, shuffled } from '../bench/mix';
import type { Delivered } from '../oracle/rows';

/** Sends batch after batch, each one until it is acknowledged, to whichever process it is told of. */
export interface Source {
  /** Sends there from now on. `onAcknowledged` is called after each batch that the process took. */
  sendTo(address: string, onAcknowledged?: () => void): void;
  /** Sends nowhere until it is told of another process. */
  wait(): void;
  /** Resolves when the last batch begun is acknowledged, and begins no other. */
  finish(): Promise<void>;
  /** Sends nothing more. */
  stop(): void;
  /** Rejects when the service refuses rows that it should take. */
  readonly failed: Promise<never>;
  /** Everything that was sent so far. */
  readonly deliveries: readonly Delivered[];
}

interface Target {
  readonly address: string;
  readonly onAcknowledged: () => void;
}

const pause = 20;

export function openSource(token: string, rowsABatch: number): Source {
  const deliveries: Delivered[] = [];
  let target: Target | undefined;
  let [isFinishing, isStopped] = [false, false];

  async function run(): Promise<void> {
    const rows = endlessRows(Date.now());
    while (!isFinishing) {
      const batch = Array.from({ length: rowsABatch }, () => rows.next().value);
      const receivedAt = Date.now();
      deliveries.push(...batch.map((row) => ({ row, receivedAt })));
      while (!isStopped && !(await isTaken(batch))) await pass(pause);
    }
  }

  /** Whether the batch was acknowledged. It was not when no process listens, it was killed meanwhile, or it is busy. */
  async function isTaken(rows: readonly object[]): Promise<boolean> {
    if (!target) return false;
    const { address, onAcknowledged } = target;
    const response = await send(`${address}/v1/interactions`, token, rows).catch(() => undefined);
    if (response?.status === 202) onAcknowledged();
    else if (response && response.status !== 429 && response.status !== 503)
      throw new Error(`The service refused rows: ${response.status} ${await response.text()}`);
    return response?.status === 202;
  }

  const running = run();
  const failed = running.then(() => new Promise<never>(() => undefined));
  failed.catch(() => undefined);
  return {
    deliveries,
    failed,
    sendTo: (address, onAcknowledged = () => undefined) => (target = { address, onAcknowledged }),
    wait: () => (target = undefined),
    async finish() {
      isFinishing = true;
      await running;
    },
    stop: () => (isStopped = isFinishing = true),
  };
}

const send = (address: string, token: string, rows: readonly object[]): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(rows),
  });

const differentRows = 20_000;

/** Rows of many people in no order, some of them repeated, corrected, test sends, or not to be read. */
function* endlessRows(until: number): Generator<object, never> {
  const mix = openMix(differentRows, until);
  const order = shuffled(differentRows);
  const rowOf = (i: number): Readonly<Record<string, string>> => mix.row(order[i % differentRows] ?? 0);
  for (let i = 0; ; i++) {
    const row = rowOf(i);
    if (i % 41 === 0) yield { ...row, Timestamp: '' };
    else yield i % 23 === 0 ? { ...row, UsageType: 'Preview' } : row;
    const earlier = rowOf(Math.floor(i / 2));
    if (i % 7 === 0) yield { ...earlier, Version: '2', City: 'Bergen' };
    if (i % 11 === 0) yield { ...earlier, Version: '3', ContactId: rowOf(i + 1)['ContactId'] ?? '' };
    if (i % 13 === 0) yield earlier;
  }
}

import { readFile } from 'node:fs/promises';
import { setTimeout as pass } from 'node:timers/promises';
import type { StatusAnswer } from '@record-insights/domain';
import type { FakeCrm } from '../harness/fakeCrm';

/** Calls the service as its users do. */
export interface Client {
  get<T>(path: string): Promise<T>;
  remove<T>(path: string): Promise<T>;
  /** Sends a file of rows; resolves when it was accepted. */
  send(file: string): Promise<void>;
  /** Resolves when nothing waits to be counted. */
  settled(): Promise<StatusAnswer>;
  /** Seconds of processor that the service has used so far. */
  processorSeconds(): Promise<number>;
}

const pollEvery = 50;

export async function openClient(address: string, crm: FakeCrm): Promise<Client> {
  const authorization = `Bearer ${await crm.token(['insights.read', 'insights.admin', 'interactions.write'])}`;
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { authorization, ...(init.headers as Record<string, string> | undefined) };
    return fetch(`${address}${path}`, { ...init, headers });
  };

  const get = <T>(path: string): Promise<T> => answer(path, {});
  const remove = <T>(path: string): Promise<T> => answer(path, { method: 'DELETE' });

  async function answer<T>(path: string, init: RequestInit): Promise<T> {
    const response = await ask(path, init);
    if (!response.ok) throw new Error(`${path.split('?')[0] ?? ''}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async function send(file: string): Promise<void> {
    const body = await readFile(file);
    const headers = { 'content-type': 'application/x-ndjson' };
    const response = await ask('/v1/interactions', { method: 'POST', body, headers });
    const said = await response.text();
    if (response.status === 202) return;
    if (response.status !== 429) throw new Error(`The service did not take rows: ${response.status} ${said}`);
    await pass(1000 * Number(response.headers.get('retry-after') ?? 1));
    return send(file);
  }

  async function settled(): Promise<StatusAnswer> {
    for (;;) {
      const status = await get<StatusAnswer>('/v1/status');
      if (status.waiting === 0) return status;
      await pass(pollEvery);
    }
  }

  async function processorSeconds(): Promise<number> {
    const text = await (await ask('/metrics')).text();
    return Number(/^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1]);
  }

  return { get, remove, send, settled, processorSeconds };
}

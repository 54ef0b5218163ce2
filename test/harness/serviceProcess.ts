import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { HeldMoment, Moment } from '@record-insights/api/heldByParent';

/** The built service as a process of its own, as it runs in production. */
export interface ServiceProcess {
  readonly address: string;
  readonly process: ChildProcess;
  /** Resolves with the exit code, or null when it was killed. */
  readonly ended: Promise<number | null>;
}

export interface ServiceProcessOptions {
  readonly data: string;
  /** Whose tokens it takes; without one the environment says how Entra is met. */
  readonly crm?: string;
  /** Whose pages may call; those of the CRM unless told. */
  readonly origin?: string;
  readonly port?: number;
  readonly store?: 'embedded' | 'azure';
  readonly env?: Readonly<Record<string, string>>;
  /** Told each moment at which the process is held until `goOn` is called, also before it listens. */
  readonly onMoment?: (moment: Moment, goOn: () => void, process: ChildProcess) => void;
  readonly nodeOptions?: readonly string[];
}

export const serverFile = join(__dirname, '../../services/api/dist/server.js');

/** Starts it and resolves when it listens. @throws with what it said when it ends before that */
export async function startServiceProcess(options: ServiceProcessOptions): Promise<ServiceProcess> {
  const { data, crm, origin = crm, port = 0, store = 'embedded', onMoment } = options;
  const words = [
    ...['--port', String(port), '--data', data, '--store', store],
    ...(crm === undefined ? [] : ['--issuer', crm, '--crm', crm]),
    ...(origin === undefined ? [] : ['--origin', origin]),
  ];
  const child = fork(serverFile, words, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [...(options.nodeOptions ?? [])],
    env: { ...process.env, ...options.env, ...(onMoment ? { RECORD_INSIGHTS_HELD_BY_PARENT: '1' } : {}) },
  });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const listening = new Promise<number>((ready) => {
    child.on('message', (message: HeldMoment | { readonly kind: 'listening'; readonly port: number }) => {
      if (message.kind === 'listening') ready(message.port);
      else onMoment?.(message.moment, () => child.connected && child.send(message.goOn), child);
    });
  });
  const first = await Promise.race([
    listening,
    ended.then((code) => new Error(`The service ended with ${String(code)}: ${said}`)),
  ]);
  if (first instanceof Error) throw first;
  return { address: `http://127.0.0.1:${first}`, process: child, ended };
}

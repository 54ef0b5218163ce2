import { fork, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServiceProcess, type ServiceProcess } from '../harness/serviceProcess';

const root = join(__dirname, '../..');

/** The local CRM and the service behind it, on data of their own. */
export interface Product {
  readonly address: string;
  readonly data: string;
  /** Stops both as Ctrl-C does; resolves with the exit code. */
  stop(): Promise<number | null>;
}

export const newDataFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'record-insights-browser-'));

export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** `npm start` on a port of which the next is free, too; resolves when it says that it is ready. */
export async function npmStart(data: string, ...words: readonly string[]): Promise<Product> {
  const port = await freePorts();
  const script = join(root, 'scripts', 'start.mjs');
  const args = [script, '--port', String(port), '--data', data, '--no-open', ...words];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  await saying(child, 'is ready');
  return {
    address: `http://localhost:${port}`,
    data,
    stop: () => {
      const ended = endOf(child);
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** The same two processes, the service to be stopped and started by itself. */
export interface Pair {
  readonly address: string;
  stopService(): Promise<void>;
  startService(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts both on data that is there already, at the address at which the data was made. */
export async function startPair(data: string, address: string): Promise<Pair> {
  const port = Number(new URL(address).port);
  const serviceAddress = `http://localhost:${port + 1}`;
  const crmArguments = ['--port', String(port), '--data', data, '--service-address', serviceAddress];
  const crm = fork(join(root, 'services/crm-host/dist/server.js'), crmArguments, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  await saying(crm, 'CRM: ');
  let service: ServiceProcess | undefined;
  const startService = async (): Promise<void> => {
    service = await startServiceProcess({ data, crm: address, port: port + 1 });
  };
  const stopService = async (): Promise<void> => {
    service?.process.kill('SIGTERM');
    await service?.ended;
    service = undefined;
  };
  await startService();
  return {
    address,
    startService,
    stopService,
    stop: async () => {
      const ended = endOf(crm);
      crm.kill('SIGTERM');
      await Promise.all([ended, stopService()]);
    },
  };
}

const endOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode === null ? new Promise((done) => child.once('exit', done)) : Promise.resolve(child.exitCode);

/** Resolves when the process has written the words. @throws with all it wrote when it ends before that */
function saying(child: ChildProcess, words: string): Promise<void> {
  return new Promise((said, fail) => {
    let text = '';
    const read = (part: Buffer): void => {
      text += part.toString();
      if (text.includes(words)) said();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => fail(new Error(`The process ended with ${String(code)}:\n${text.slice(-4000)}`)));
  });
}

/** A port of which the next one is free, too. */
async function freePorts(): Promise<number> {
  for (;;) {
    const port = await listenOnce(0);
    if (port < 65_000 && (await listenOnce(port + 1)) > 0) return port;
  }
}

/** The port that was free a moment ago; 0 when it was not. */
function listenOnce(port: number): Promise<number> {
  return new Promise((found) => {
    const probe = createServer();
    probe.once('error', () => found(0));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

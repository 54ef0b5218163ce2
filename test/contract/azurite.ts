import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';

export interface Azurite {
  readonly connectionString: string;
  /** Ends the process; what it held is gone. */
  stop(): Promise<void>;
}

const account = 'testaccount';
/** A test run that is killed takes its Azurite along. */
const endWithParent = 'data:text/javascript,process.on("disconnect", () => process.exit())';

/**
 * Starts Azurite's table service as a process of its own: in memory, sending nothing home.
 * @param port a free one unless told
 * @throws what it printed, when it does not start
 */
export async function startAzurite(port?: number): Promise<Azurite> {
  const listensOn = port ?? (await freePort());
  const key = randomBytes(64).toString('base64');
  const options = ['--silent', '--loose', '--skipApiVersionCheck', '--inMemoryPersistence', '--disableTelemetry'];
  const child = fork(
    require.resolve('azurite/dist/src/table/main.js'),
    ['--tableHost', '127.0.0.1', '--tablePort', String(listensOn), ...options],
    {
      cwd: tmpdir(),
      env: { ...process.env, NODE_OPTIONS: '', AZURITE_ACCOUNTS: `${account}:${key}` },
      execArgv: ['--import', endWithParent],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  await started(child);
  const address = `http://127.0.0.1:${listensOn}/${account}`;
  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};TableEndpoint=${address};`,
    stop: () => ended(child),
  };
}

async function started(child: ChildProcess): Promise<void> {
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (text: Buffer): void => {
      printed += text.toString();
      if (printed.includes('successfully started')) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Azurite ended with ${code} before it listened:\n${printed}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

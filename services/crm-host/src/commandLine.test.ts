import { createServer, type Server } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { readArguments, startProblem, UsageError } from './commandLine';
import { startCrm } from './crm';

describe('The command line', () => {
  test('has a value for everything', () => {
    expect(readArguments(['--data', '/tmp/x'])).toEqual({
      port: 4280,
      data: '/tmp/x',
      serviceAddress: 'http://localhost:4281',
    });
  });

  test.each([
    [['--port', 'http'], '--port http is no port'],
    [['--port', '70000'], '--port 70000 is no port'],
    [['--service-address', 'localhost'], '--service-address localhost is no address'],
    [['--colour', 'red'], "Unknown option '--colour'"],
  ])('%j is refused in words', (words, message) => {
    expect(() => readArguments(words)).toThrow(UsageError);
    expect(() => readArguments(words)).toThrow(message);
  });
});

describe('Starting the CRM', () => {
  let data: string;
  beforeEach(async () => (data = await mkdtemp(join(tmpdir(), 'crm-start-'))));
  afterEach(() => rm(data, { recursive: true, force: true }));
  const quiet = pino({ level: 'silent' });
  const start = (port: number, folder = data): ReturnType<typeof startCrm> =>
    startCrm({
      port,
      data: folder,
      serviceAddress: 'http://localhost:4281',
      logger: quiet,
      web: join(data, 'web'),
      controls: join(data, 'controls'),
    });
  const problemOfStart = async (port: number, folder = data): Promise<string | undefined> =>
    start(port, folder).then(
      () => undefined,
      (error: unknown) => startProblem(error, { port, data: folder }),
    );

  test('in an empty folder gives three users and an address that answers', async () => {
    const crm = await start(0);
    const answer = await fetch(`${crm.address}/healthz`);
    await crm.close();
    expect([answer.status, crm.users.map(({ name }) => name)]).toEqual([
      200,
      ['Emil Krogh', 'Sanna Vik', 'Jonas Dahl'],
    ]);
  });

  test('on a taken port says which and what to do', async () => {
    const [other, port] = await listening();
    expect(await problemOfStart(port)).toBe(`Port ${port} is taken. Stop what uses it or give another with --port.`);
    other.close();
  });

  test('on a file in place of its folder fails and names it', async () => {
    const file = join(data, 'file');
    await writeFile(file, '');
    await expect(start(0, file)).rejects.toThrow(file);
  });
});

function listening(): Promise<readonly [Server, number]> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, 'localhost', () => {
      const address = server.address();
      resolve([server, typeof address === 'object' && address ? address.port : 0]);
    });
  });
}

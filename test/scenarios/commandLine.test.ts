import { spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServiceProcess } from '../harness/serviceProcess';

const root = join(__dirname, '../..');
const server = 'services/api/dist/server.js';
const commands = 'services/api/dist/commands/main.js';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'command-line-'));
  await writeFile(join(folder, 'file'), '');
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a script of ours that is to end at once; `%` in its words stands for a folder of the test. */
function ended(script: string, ...words: readonly string[]): { readonly code: number | null; readonly said: string } {
  const args = [join(root, script), ...words.map((word) => word.replace('%', folder))];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout: 60_000 });
  return { code: status, said: stderr };
}

test.each([
  ['the server', server, ['--prot', '1'], "Unknown option '--prot'. Options are: --port"],
  ['the server', server, ['--port', '99999'], '--port 99999 is no port.'],
  ['the server', server, ['--port', '0', '--data', '%/file'], "The store's folder"],
  ['npm start', 'scripts/start.mjs', ['--prot', '1'], "Unknown option '--prot'. Options are: --port"],
  [
    'npm start',
    'scripts/start.mjs',
    ['--sample', 'huge'],
    '--sample huge is not known. Give one of: small, large, none.',
  ],
  ['npm start', 'scripts/start.mjs', ['--data', '%/file/data'], 'cannot be written. Give another folder with --data.'],
  ['a command', commands, ['count'], 'Use: import DIR | directory | verify | rebuild'],
  ['a command', commands, ['import', '--data', '%/new'], 'import needs the folder of the export. Use: import DIR'],
  ['a command', commands, ['verify', '--data', '%/file'], "The store's folder"],
  ['a command', commands, ['verify', '--data', '%/new'], 'The store knows no organisation yet.'],
  [
    'a command',
    commands,
    ['import', '%', '--data', '%/new', '--organisation', 'o'],
    'There is no model.json and no csv folder',
  ],
])('%s (%s %j) says in one line what is wrong and ends with 2', (_who, script, words, line) => {
  const { code, said } = ended(script, ...words);
  expect(said).toContain(line);
  expect([code, said.trim().split('\n').length]).toEqual([2, 1]);
});

test.each([
  ['the server', server],
  ['npm start', 'scripts/start.mjs'],
])('%s says in one line that its port is taken and ends with 2', async (_who, script) => {
  const holder = createServer();
  await new Promise<void>((ready) => holder.listen(0, '127.0.0.1', ready));
  const { port } = holder.address() as AddressInfo;
  const { code, said } = ended(script, '--port', String(port), '--data', '%/taken');
  holder.close();
  expect([code, said]).toEqual([2, expect.stringMatching(new RegExp(`^Port ${port} is taken\\. [^\\n]+\\n$`))]);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends the server cleanly', async (signal) => {
  const { process: child, ended: end } = await startServiceProcess({
    data: join(folder, signal),
    crm: 'http://localhost:9',
  });
  child.kill(signal);
  expect(await end).toBe(0);
});

test('the server ends when the process that started it is gone', async () => {
  const { process: child, ended: end } = await startServiceProcess({
    data: join(folder, 'left'),
    crm: 'http://localhost:9',
  });
  child.disconnect();
  expect(await end).toBe(0);
});

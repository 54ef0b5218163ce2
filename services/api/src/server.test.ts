import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startFakeCrm, type FakeCrm } from '../../../test/harness/fakeCrm';
import { serverConfig, startProblem, type ServerConfig } from './config';
import { startServer } from './server';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const row = {
  InteractionType: 'EmailOpened',
  InternalMarketingInteractionId: 'a',
  Timestamp: '2026-01-20T10:00:00Z',
  ContactId: '11111111-1111-4111-8111-111111111111',
};
let crm: FakeCrm;
let folder: string;
let config: ServerConfig;

beforeEach(async () => {
  crm = await startFakeCrm(organisation);
  folder = await mkdtemp(join(tmpdir(), 'server-'));
  const words = ['--port', '0', '--data', folder, '--issuer', crm.address, '--crm', crm.address];
  config = serverConfig(words, { RECORD_INSIGHTS_LOG: 'silent' });
});
afterEach(async () => {
  await crm.stop();
  await rm(folder, { recursive: true });
});

const statusOf = async (port: number): Promise<unknown> => {
  const headers = { authorization: `Bearer ${await crm.token(['interactions.write'])}` };
  return (await fetch(`http://localhost:${port}/v1/status`, { headers })).json();
};

test('what was accepted before a stop is counted after the next start', async () => {
  const first = await startServer(config);
  const answer = await fetch(`http://localhost:${first.port}/v1/interactions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await crm.token(['interactions.write'])}`, 'content-type': 'application/json' },
    body: JSON.stringify([row]),
  });
  expect(answer.status).toBe(202);
  await first.close();
  const second = await startServer(config);
  for (let waits = 0; waits < 100; waits++) {
    const status = (await statusOf(second.port)) as { waiting: number };
    if (status.waiting === 0) break;
    await setTimeout(50);
  }
  expect(await statusOf(second.port)).toMatchObject({ interactions: 1, waiting: 0 });
  await second.close();
});

test('a port that is taken is told, and the store let go', async () => {
  const first = await startServer(config);
  const taken = { ...config, port: first.port, store: { kind: 'embedded', folder: join(folder, 'other') } } as const;
  const failure: unknown = await startServer(taken).catch((error: unknown) => error);
  expect(startProblem(failure, taken)).toMatch(/^Port \d+ is taken\./);
  await first.close();
  await (await startServer({ ...taken, port: 0 })).close();
});

test('what is no HTTP is answered without a word of the inside', async () => {
  const server = await startServer(config);
  const said = await new Promise<string>((done) => {
    const socket = connect(server.port, 'localhost', () => socket.write('nonsense\r\n\r\n'));
    let text = '';
    socket.on('data', (data) => (text += data.toString()));
    socket.on('close', () => done(text));
  });
  expect(said).toBe('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
  await server.close();
});

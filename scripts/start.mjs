// npm start: builds what is needed, starts the service and the local CRM, brings in the sample organisation once.
import { fork, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

class UsageError extends Error {}

function readOptions() {
  const options = {
    port: { type: 'string', default: '4280' },
    data: { type: 'string', default: join(root, '.data') },
    sample: { type: 'string', default: 'small' },
    store: { type: 'string', default: 'embedded' },
    hostile: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
  };
  let values;
  try {
    ({ values } = parseArgs({ options }));
  } catch (error) {
    throw new UsageError(
      `${error.message.split('. ')[0]}. Options are: --port --data --sample --store --hostile --no-open.`,
    );
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65534)
    throw new UsageError(`--port ${values.port} is no port. Give a number from 1 to 65534.`);
  oneOf('--sample', values.sample, ['small', 'large', 'none']);
  oneOf('--store', values.store, ['embedded', 'azure']);
  if (values.store === 'azure' && !connectionGiven()) {
    throw new UsageError(
      '--store azure needs RECORD_INSIGHTS_STORE_CONNECTION or RECORD_INSIGHTS_STORE_ENDPOINT in the environment.',
    );
  }
  return { ...values, port, data: resolve(values.data), open: !values['no-open'] };
}

const connectionGiven = () =>
  ['RECORD_INSIGHTS_STORE_CONNECTION', 'AZURE_STORAGE_CONNECTION_STRING', 'RECORD_INSIGHTS_STORE_ENDPOINT'].some(
    (name) => process.env[name],
  );

function oneOf(option, value, values) {
  if (!values.includes(value))
    throw new UsageError(`${option} ${value} is not known. Give one of: ${values.join(', ')}.`);
}

function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    const probe = join(folder, '.write-probe');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch {
    throw new UsageError(`${folder} cannot be written. Give another folder with --data.`);
  }
}

/** Fails before anything is built when a port is taken. */
async function portIsFree(port) {
  await new Promise((fine, fail) => {
    const probe = createServer();
    probe.once('error', () =>
      fail(
        new UsageError(
          `Port ${port} is taken. Stop what uses it, or give another with --port (the next one is used, too).`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(fine));
  });
}

/** Starts one of our processes and resolves when it listens. */
function startProcess(file, args, name) {
  const child = fork(join(root, file), args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  return new Promise((ready, fail) => {
    child.once('message', () => ready(child));
    child.stdout.on('data', (data) => (/^CRM: /m.test(String(data)) ? ready(child) : undefined));
    child.once('exit', (code) => fail(new UsageError(`The ${name} did not start (code ${code}).`)));
  });
}

function run(file, args) {
  const child = spawn(process.execPath, [join(root, file), ...args], { stdio: 'inherit' });
  return new Promise((done, fail) =>
    child.once('exit', (code) =>
      code === 0 ? done() : fail(new UsageError(`${args[0] ?? file} ended with code ${code}.`)),
    ),
  );
}

/** Makes the sample organisation's records and export, once. */
async function makeSample({ data, sample, hostile }) {
  if (sample === 'none' || existsSync(join(data, 'crm', 'records'))) return;
  await run('services/crm-host/dist/sample/main.js', [
    '--out',
    join(data, 'sample'),
    '--size',
    sample,
    ...(hostile ? ['--hostile'] : []),
  ]);
  cpSync(join(data, 'sample', 'records'), join(data, 'crm', 'records'), { recursive: true });
}

/** Brings the sample's export in; broken off and started again it goes on. */
async function importSample({ data, store, port }, organisation) {
  const brought = join(data, 'sample', 'brought-in.json');
  if (!existsSync(join(data, 'sample', 'export')) || existsSync(brought)) return;
  await setZone(port, data, organisation);
  await run('services/api/dist/commands/main.js', [
    'import',
    join(data, 'sample', 'export'),
    '--data',
    data,
    '--store',
    store,
    '--organisation',
    organisation.id,
  ]);
  writeFileSync(brought, JSON.stringify({ organisation: organisation.id }));
}

/** The sample's days are those of Oslo. */
async function setZone(port, data, organisation) {
  const { keysIn, signToken } = require('../services/crm-host/dist/server.js');
  const token = await signToken(await keysIn(join(data, 'crm', 'keys.json')), {
    issuer: `http://localhost:${port}`,
    subject: 'npm-start',
    name: 'npm start',
    tenant: organisation.id,
    roles: ['insights.admin'],
  });
  const answer = await fetch(`http://127.0.0.1:${port + 1}/v1/settings`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ zone: 'Europe/Oslo' }),
  });
  if (!answer.ok)
    throw new Error(`The service did not take the sample's time zone: ${answer.status} ${await answer.text()}`);
}

function openBrowser(address) {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

/** Ctrl-C ends both, cleanly: they finish what they are doing. */
function stopTogether(children) {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    for (const child of children) if (child.exitCode === null) child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  return Promise.all(
    children.map((child) => new Promise((ended) => child.once('exit', (code) => (stop(), ended(code ?? 0))))),
  );
}

async function main() {
  const options = readOptions();
  makeFolder(options.data);
  await portIsFree(options.port);
  await portIsFree(options.port + 1);
  await ensureBuilt();
  const { localOrganisation, localUsers } = require('../services/crm-host/dist/server.js');
  await makeSample(options);
  const address = `http://localhost:${options.port}`;
  const service = `http://localhost:${options.port + 1}`;
  const crm = await startProcess(
    'services/crm-host/dist/server.js',
    ['--port', String(options.port), '--data', options.data, '--service-address', service],
    'local CRM',
  );
  const api = await startProcess(
    'services/api/dist/server.js',
    [
      '--port',
      String(options.port + 1),
      '--data',
      options.data,
      '--store',
      options.store,
      '--issuer',
      address,
      '--crm',
      address,
      '--origin',
      address,
    ],
    'service',
  );
  const ended = stopTogether([crm, api]);
  await importSample(options, localOrganisation);
  process.stdout.write(
    `\nRecord Insights is ready: ${address}\nSign in as ${localUsers.map(({ fullname }) => fullname).join(', ')} (no password). The service: ${service}/docs. Ctrl-C stops both.\n`,
  );
  if (options.open) openBrowser(address);
  const codes = await ended;
  process.exitCode = Math.max(...codes);
}

main().catch((error) => {
  process.stderr.write(`${error instanceof UsageError ? error.message : (error.stack ?? error)}\n`);
  process.exit(error instanceof UsageError ? 2 : 1);
});

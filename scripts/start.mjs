// npm start: builds what is needed, starts the service and the local CRM, brings in the sample organisation once.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { allEnded, Ended, runToEnd, startProcess, stopAll, Stopped, stopOnSignals } from './lib/processes.mjs';
import { root } from './lib/root.mjs';

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

/** Folder by folder: Node's recursive way never ends where a parent refuses without saying why, as /proc does. */
function makeMissing(folder) {
  if (existsSync(folder)) return;
  makeMissing(dirname(folder));
  mkdirSync(folder);
}

function makeFolder(folder) {
  try {
    makeMissing(folder);
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

/** Makes the sample organisation's records and export, once; broken off, it begins again. */
async function makeSample({ data, sample, hostile }) {
  const records = join(data, 'crm', 'records');
  if (existsSync(records)) {
    console.log(`Using the data in ${data}.`);
    return;
  }
  if (sample === 'none') return;
  console.log('Making up the sample organisation, once …');
  const made = join(data, 'sample');
  rmSync(made, { recursive: true, force: true });
  const words = ['--out', made, '--size', sample, ...(hostile ? ['--hostile'] : [])];
  await runToEnd('making of the sample', 'services/crm-host/dist/sample/main.js', words);
  const copied = `${records}.new`;
  rmSync(copied, { recursive: true, force: true });
  cpSync(join(made, 'records'), copied, { recursive: true });
  renameSync(copied, records);
}

/** Brings the sample's export in over the running service, once; broken off, it goes on. */
async function importSample({ data, store }, service, tokenOf) {
  const brought = join(data, 'sample', 'brought-in.json');
  const folder = join(data, 'sample', 'export');
  if (!existsSync(folder) || existsSync(brought)) return;
  const { localOrganisation } = crmHost();
  console.log('Bringing its interactions in …');
  await setUp(service, await tokenOf('insights.admin'));
  const words = ['import', folder, '--data', data, '--store', store, '--organisation', localOrganisation.id];
  await runToEnd('import', 'services/api/dist/commands/main.js', [...words, '--service', service, '--brief'], {
    RECORD_INSIGHTS_TOKEN: await tokenOf('interactions.write'),
  });
  writeFileSync(brought, JSON.stringify({ organisation: localOrganisation.id }));
}

/** The sample's days are those of Oslo, and it shows all there is to show. */
async function setUp(service, token) {
  const answer = await fetch(`${service}/v1/settings`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ zone: 'Europe/Oslo', bestSendTimes: 'on' }),
  });
  if (!answer.ok)
    throw new Error(`The service did not take the sample's settings: ${answer.status} ${await answer.text()}`);
}

/** Signs as the local CRM does, for this program. */
async function signer({ data }, issuer) {
  const { keysIn, localOrganisation, signToken } = crmHost();
  const keys = await keysIn(join(data, 'crm', 'keys.json'));
  const who = { issuer, subject: 'npm-start', name: 'npm start', tenant: localOrganisation.id };
  return (role) => signToken(keys, { ...who, roles: [role] });
}

/** Is there only after the build. */
const crmHost = () => require('../services/crm-host/dist/server.js');

function openBrowser(address) {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

async function main() {
  const options = readOptions();
  const { port, data, store } = options;
  makeFolder(data);
  await portIsFree(port);
  await portIsFree(port + 1);
  await ensureBuilt();
  stopOnSignals();
  await makeSample(options);
  const crm = `http://localhost:${port}`;
  const service = `http://localhost:${port + 1}`;
  const where = ['--data', data];
  await startProcess('local CRM', 'services/crm-host/dist/server.js', [
    ...['--port', String(port), ...where, '--service-address', service],
  ]);
  await startProcess('service', 'services/api/dist/server.js', [
    ...['--port', String(port + 1), ...where, '--store', store],
    ...['--issuer', crm, '--crm', crm, '--origin', crm],
  ]);
  const end = allEnded();
  end.catch(() => undefined);
  await importSample(options, service, await signer(options, crm));
  const users = crmHost().localUsers.map(({ fullname }) => fullname);
  console.log(
    `\nRecord Insights is ready: ${crm}\nSign in as ${users.join(', ')} (no password). The service: ${service}/docs. Ctrl-C stops both.`,
  );
  if (options.open) openBrowser(crm);
  process.exitCode = await end;
}

main().catch(async (error) => {
  const told = error instanceof UsageError || error instanceof Ended;
  if (!(error instanceof Stopped)) console.error(told ? error.message : (error.stack ?? String(error)));
  stopAll();
  await allEnded().catch(() => undefined);
  process.exitCode = error instanceof Stopped ? 0 : error instanceof Ended ? error.code : told ? 2 : 1;
});

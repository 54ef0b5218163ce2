// npm run token -- --user NAME | --ingest: prints a token that the local CRM would sign, good for one hour.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { root } from './lib/root.mjs';

const require = createRequire(import.meta.url);

class UsageError extends Error {}

function readOptions() {
  const options = {
    user: { type: 'string' },
    ingest: { type: 'boolean', default: false },
    port: { type: 'string', default: '4280' },
    data: { type: 'string', default: join(root, '.data') },
  };
  let values;
  try {
    ({ values } = parseArgs({ options }));
  } catch (error) {
    throw new UsageError(`${error.message.split('. ')[0]}. Options are: --user --ingest --port --data.`);
  }
  if ((values.user === undefined) !== values.ingest) throw new UsageError('Give either --user NAME or --ingest.');
  return { ...values, data: resolve(values.data) };
}

/** The claims of the user who is named, whatever the case; others are listed. */
async function claimsOfNamed(crm, name, data, issuer) {
  const users = (await crm.loadRecords(join(data, 'crm', 'records'))).rows(crm.userTable.table).map(crm.userOf);
  const user = users.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (user) return crm.claimsOfUser(user, issuer, crm.localOrganisation.id);
  throw new UsageError(`There is no user ${name}. There are: ${users.map((one) => one.name).join(', ')}.`);
}

async function main() {
  const { user, data, port } = readOptions();
  await ensureBuilt();
  const crm = require('../services/crm-host/dist/server.js');
  const issuer = `http://localhost:${port}`;
  const claims =
    user === undefined
      ? crm.claimsOfIngest(issuer, crm.localOrganisation.id)
      : await claimsOfNamed(crm, user, data, issuer);
  const keys = await crm.keysIn(join(data, 'crm', 'keys.json'));
  process.stdout.write(`${await crm.signToken(keys, claims)}\n`);
}

main().catch((error) => {
  process.stderr.write(`${error instanceof UsageError ? error.message : (error.stack ?? error)}\n`);
  process.exit(error instanceof UsageError ? 2 : 1);
});

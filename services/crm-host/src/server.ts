import { readArguments, startProblem, type Arguments } from './commandLine';
import { startCrm } from './crm';

export { keysIn, type SigningKeys } from './auth/keys';
export { claimsOfIngest, claimsOfUser, signToken, type TokenClaims } from './auth/tokens';
export { startCrm, type Crm, type CrmOptions } from './crm';
export { localOrganisation } from './organisation';
export { loadRecords, type Records } from './records/records';
export { userTable } from './tables';
export { localUsers, userOf, type User } from './users';

/** Runs the CRM until it is told to stop. */
async function main(): Promise<void> {
  let given: Pick<Arguments, 'port' | 'data'> = { port: 0, data: '' };
  try {
    const wanted = readArguments(process.argv.slice(2));
    given = wanted;
    const crm = await startCrm(wanted);
    const stop = (): void => void crm.close().then(() => process.connected && process.disconnect());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
    // Whoever started it is gone.
    process.once('disconnect', stop);
    process.stdout.write(`CRM: ${crm.address}\n`);
  } catch (error) {
    const problem = startProblem(error, given);
    process.stderr.write(`${problem ?? (error instanceof Error ? error.message : String(error))}\n`);
    process.exitCode = problem === undefined ? 1 : 2;
  }
}

if (require.main === module) void main();

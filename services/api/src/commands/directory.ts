import { recordTypes } from '@record-insights/domain';
import { entraConfig, entraVariables, type EntraConfig } from '../entra/entraConfig';
import { asItself } from '../entra/onBehalfOf';
import { openPlaces } from '../dataverse/places';
import { tellDirectory, type TableTold } from '../dataverse/tellDirectory';
import { dataverse } from '../dataverse/webApi';
import type { OpenService } from '../openService';
import { readSettings } from '../settings';
import { UsageError, type Environment } from '../usageError';

/** Brings in what an organisation's Dataverse tells of its records, and from the second time on what changed since. */
export async function directoryHere(service: OpenService, named: string | undefined): Promise<number> {
  const entra = neededEntra(process.env);
  const organisation = tenantOf(entra, named);
  const { store } = service.context;
  const told = await tellDirectory({
    ask: dataverse({ access: asItself(entra, organisation) }),
    set: (await readSettings(store, organisation)).recordTables,
    places: openPlaces(store, organisation),
    tell: (items) => service.directory(organisation, items),
    now: service.context.now,
    onProgress: ({ recordType, records }) =>
      process.stderr.write(`\r${recordTypes[recordType].plural}: ${records.toLocaleString('en')}   `),
  });
  await service.settled(organisation);
  process.stdout.write(directoryReport(told));
  return told.some(({ refused }) => refused.size > 0) ? 1 : 0;
}

/** @throws UsageError */
export function neededEntra(environment: Environment): EntraConfig {
  const entra = entraConfig(environment);
  if (entra) return entra;
  throw new UsageError(
    `directory reads Dataverse as the service: set ${entraVariables.tenants}, ${entraVariables.clientId} and what it proves itself with, as for the service. The local CRM tells by itself.`,
  );
}

/** The tenant that was named, or the only one. @throws UsageError */
export function tenantOf({ tenants }: Pick<EntraConfig, 'tenants'>, named: string | undefined): string {
  const known = [...tenants.keys()];
  const chosen = named ?? (known.length === 1 ? known[0] : undefined);
  if (chosen !== undefined && tenants.has(chosen)) return chosen;
  throw new UsageError(`Name one of ${entraVariables.tenants} with --organisation: ${known.join(', ')}.`);
}

/** What was told, by type of record, and what could not be. */
export function directoryReport(all: readonly TableTold[]): string {
  const lines = all.flatMap(({ recordType, shape, records, gone, refused }) => {
    const title = `  ${recordTypes[recordType].plural.padEnd(20)}`;
    if (!shape) return [`${title} no such table here`];
    const notes = [
      ...(gone > 0 ? [`${gone} deleted`] : []),
      ...(shape.isTracked
        ? []
        : ['read in full: switch change tracking on for the table, deletions are not seen else']),
      ...(shape.missing.length > 0 ? [`without ${shape.missing.join(', ')}, which the table has not`] : []),
      ...[...refused].map(([code, count]) => `${count} refused (${code})`),
    ];
    return [[`${title} ${String(records).padStart(8)} told`, ...notes].join('; ')];
  });
  return `\n${lines.join('\n')}\n`;
}

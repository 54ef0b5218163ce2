import { parseArgs } from 'node:util';
import { storeConfig, UsageError } from '../config';
import { NotAnExport } from '../importer/exportFolder';
import { importExport, type Progress } from '../importer/importExport';
import { openPositions } from '../importer/positions';
import { shardCount } from '../keys';
import { verify } from '../maintenance/verify';
import { openService, type OpenService } from '../openService';
import { organisations } from '../sequence/organisations';
import { openStore } from '../store/openStore';
import { StoreUnavailable } from '../store/tableStore';
import { importReport, progressLine, verificationReport } from './reports';

const usage = 'Use: import DIR | verify | rebuild, with --data DIR, --store embedded|azure, --organisation ID.';

interface Call {
  readonly command: string;
  readonly folder: string | undefined;
  readonly data: string;
  readonly store: string;
  readonly organisation: string | undefined;
}

function readCall(words: readonly string[]): Call {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        data: { type: 'string', default: '.data' },
        store: { type: 'string', default: 'embedded' },
        organisation: { type: 'string' },
      },
    });
    const [command = '', folder] = positionals;
    return { command, folder, ...values, organisation: values.organisation };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} ${usage}`);
  }
}

type Command = (service: OpenService, organisation: string, call: Call) => Promise<number>;

/** Each command answers the exit code. */
const commands: Readonly<Record<string, Command>> = {
  async import(service, organisation, { folder }) {
    if (folder === undefined) throw new UsageError(`import needs the folder of the export. ${usage}`);
    const started = Date.now();
    const summary = await importExport(
      folder,
      {
        ingest: (delivery) => service.ingest(organisation, delivery),
        settled: () => service.settled(organisation),
      },
      openPositions(service.context.store, organisation),
      (progress: Progress) => process.stderr.write(progressLine(progress, Date.now() - started)),
    );
    process.stdout.write(importReport(summary, Date.now() - started));
    return summary.failures.length > 0 ? 1 : 0;
  },
  async verify(service, organisation) {
    await service.settled(organisation);
    const found = await verify(service.context, organisation, (done, total) =>
      process.stderr.write(`\rverify ${done}/${total}`),
    );
    process.stdout.write(verificationReport(found));
    return found.differences.length === 0 ? 0 : 1;
  },
  async rebuild(service, organisation) {
    const timer = setInterval(() => void tellRebuild(service, organisation), 500);
    await service.command(organisation, 'rebuild');
    clearInterval(timer);
    process.stdout.write(`\nMade again from the rows in full: ${shardCount} of ${shardCount} parts.\n`);
    return 0;
  },
};

async function tellRebuild(service: OpenService, organisation: string): Promise<void> {
  const { freshness } = await service.status(organisation);
  if (freshness.rebuilding)
    process.stderr.write(`\rrebuild ${freshness.rebuilding.done}/${freshness.rebuilding.total}`);
}

/** The organisation that was named, or the only one that the store knows. */
async function organisationOf(service: OpenService, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const known = await organisations(service.context.store);
  const [only] = known;
  if (only !== undefined && known.length === 1) return only;
  throw new UsageError(
    known.length === 0
      ? 'The store knows no organisation yet. Name one with --organisation ID.'
      : `Name one with --organisation: ${known.join(', ')}.`,
  );
}

async function main(): Promise<number> {
  const call = readCall(process.argv.slice(2));
  const command = Object.hasOwn(commands, call.command) ? commands[call.command] : undefined;
  if (!command) throw new UsageError(usage);
  const service = await openService({ store: await openStore(storeConfig(call)) });
  try {
    return await command(service, await organisationOf(service, call.organisation), call);
  } finally {
    await service.close();
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const told = error instanceof UsageError || error instanceof NotAnExport || error instanceof StoreUnavailable;
    process.stderr.write(
      `${error instanceof Error ? (told ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
    );
    process.exitCode = told ? 2 : 1;
  },
);

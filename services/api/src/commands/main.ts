import { parseArgs } from 'node:util';
import { serviceToken, storeConfig } from '../config';
import { CrmNotRead } from '../dataverse/webApi';
import { NotAnExport } from '../importer/exportFolder';
import { importExport, type Destination, type Progress } from '../importer/importExport';
import { NotTaken, overHttp } from '../importer/overHttp';
import { openPositions } from '../importer/positions';
import { verify } from '../maintenance/verify';
import { openService, type OpenService } from '../openService';
import { commands as sequenceCommands, type CommandKind } from '../sequence/commands';
import { readDone } from '../sequence/groups';
import { organisations } from '../sequence/organisations';
import { ProblemError } from '../service';
import { openStore } from '../store/openStore';
import { StoreUnavailable, type TableStore } from '../store/tableStore';
import { UsageError } from '../usageError';
import { directoryHere } from './directory';
import { importReport, progressLine, rulesReport, verificationReport } from './reports';

const usage =
  'Use: import DIR | directory | verify | rebuild | reclassify, with --data DIR, --store embedded|azure, --organisation ID; import takes --service ADDRESS and --brief, too.';

interface Call {
  readonly command: string;
  /** Empty where none was named. */
  readonly folder: string;
  readonly data: string;
  readonly store: string;
  readonly organisation: string | undefined;
  /** Address of a running service that the rows are sent to, rather than taken in by this process. */
  readonly service: string | undefined;
  /** Only the first line of the report. */
  readonly brief: boolean;
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
        service: { type: 'string' },
        brief: { type: 'boolean', default: false },
      },
    });
    const [command = '', folder = ''] = positionals;
    return { command, folder, ...values, organisation: values.organisation, service: values.service };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} ${usage}`);
  }
}

interface Command {
  /** Looked at before the store is opened. */
  readonly needsFolder?: true;
  /** Answers the exit code, and closes the store. */
  readonly run: Run;
}

type Run = (store: TableStore, call: Call) => Promise<number>;

const rebuildSteps = sequenceCommands.rebuild.steps;

const commands: Readonly<Record<string, Command>> = {
  import: {
    needsFolder: true,
    run: (store, call) =>
      call.service === undefined ? here(importHere)(store, call) : importOverHttp(store, call, call.service),
  },
  directory: { run: hereWith(directoryHere) },
  verify: {
    run: here(async (service, organisation) => {
      await service.settled(organisation);
      const found = await verify(service.context, organisation, {
        onProgress: (done, total) => process.stderr.write(`\rverify ${done}/${total}`),
        onNews: (news) => process.stderr.write(`\r${news}\n`),
      });
      process.stdout.write(verificationReport(found));
      return found.differences.length === 0 ? 0 : 1;
    }),
  },
  rebuild: {
    run: here(async (service, organisation) => {
      await recount(service, organisation, 'rebuild');
      process.stdout.write(`\nMade again from the rows in full: ${rebuildSteps} of ${rebuildSteps} steps.\n`);
      return 0;
    }),
  },
  reclassify: {
    run: here(async (service, organisation) => {
      await recount(service, organisation, 'reclassify');
      const { rules } = await readDone(service.context.store, organisation);
      process.stdout.write(rulesReport(rules));
      return 0;
    }),
  },
};

/** Runs with a service of this process; it may run beside others on the same store. */
function hereWith(work: (service: OpenService, named: string | undefined, call: Call) => Promise<number>): Run {
  return async (store, call) => {
    const service = await openService({ store });
    try {
      return await work(service, call.organisation, call);
    } finally {
      await service.close();
    }
  };
}

/** The same for an organisation that the store knows. */
function here(work: (service: OpenService, organisation: string, call: Call) => Promise<number>): Run {
  return hereWith(async (service, named, call) => work(service, await organisationOf(service, named), call));
}

const importHere = (service: OpenService, organisation: string, call: Call): Promise<number> =>
  importInto(service.context.store, organisation, call, {
    ingest: (delivery) => service.ingest(organisation, delivery),
    settled: () => service.settled(organisation),
  });

/** The store only keeps how far the files were taken in. */
async function importOverHttp(store: TableStore, call: Call, address: string): Promise<number> {
  try {
    if (call.organisation === undefined)
      throw new UsageError('--service needs --organisation ID, as the token has it.');
    const destination = overHttp({ address, token: serviceToken() });
    return await importInto(store, call.organisation, call, destination);
  } finally {
    await store.close();
  }
}

async function importInto(
  store: TableStore,
  organisation: string,
  { folder, brief }: Call,
  destination: Destination,
): Promise<number> {
  const started = Date.now();
  const summary = await importExport(folder, destination, openPositions(store, organisation), (progress: Progress) =>
    process.stderr.write(progressLine(progress, Date.now() - started)),
  );
  const report = importReport(summary, Date.now() - started);
  process.stdout.write(brief ? `\n${report.trim().split('\n')[0] ?? ''}\n` : report);
  return summary.failures.length > 0 ? 1 : 0;
}

/** Carries out a command that makes numbers again, and tells how far it is. */
async function recount(service: OpenService, organisation: string, kind: CommandKind): Promise<void> {
  const timer = setInterval(() => void tellProgress(service, organisation, kind), 500);
  try {
    await service.command(organisation, kind);
  } finally {
    clearInterval(timer);
  }
}

async function tellProgress(service: OpenService, organisation: string, kind: CommandKind): Promise<void> {
  const { freshness } = await service.status(organisation);
  if (freshness.rebuilding)
    process.stderr.write(`\r${kind} ${freshness.rebuilding.done}/${freshness.rebuilding.total}`);
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
  if (command.needsFolder && call.folder === '')
    throw new UsageError(`${call.command} needs the folder of the export. ${usage}`);
  return command.run(await openStore(storeConfig(call)), call);
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const told = [UsageError, NotAnExport, NotTaken, CrmNotRead, ProblemError, StoreUnavailable].some(
      (kind) => error instanceof kind,
    );
    process.stderr.write(
      `${error instanceof Error ? (told ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
    );
    process.exitCode = told ? 2 : 1;
  },
);

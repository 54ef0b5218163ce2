import { join, resolve } from 'node:path';
import { parseArgs, types } from 'node:util';
import { entraConfig, entraVariables, type EntraConfig } from './entra/entraConfig';
import type { StoreConfig } from './store/openStore';
import { UsageError, type Environment } from './usageError';

/** What the command line says about the store. */
export interface StoreWords {
  /** `embedded` or `azure`. */
  readonly store: string;
  /** Data folder; the embedded store lies in `<data>/store`. */
  readonly data: string;
}

/**
 * Which store the words mean; the connection to Azure Tables comes from the environment only, never from words that
 * others on the machine can list.
 * @throws UsageError
 */
export function storeConfig({ store, data }: StoreWords, environment: Environment = process.env): StoreConfig {
  if (store === 'embedded') return { kind: 'embedded', folder: join(resolve(data), 'store') };
  if (store !== 'azure') throw new UsageError(`--store ${store} is not known. Give one of: embedded, azure.`);
  const tablePrefix = environment['RECORD_INSIGHTS_TABLE_PREFIX'];
  const prefix = tablePrefix === undefined ? {} : { tablePrefix };
  const connectionString =
    environment['RECORD_INSIGHTS_STORE_CONNECTION'] ?? environment['AZURE_STORAGE_CONNECTION_STRING'];
  if (connectionString !== undefined) return { kind: 'azure', connectionString, ...prefix };
  const endpoint = environment['RECORD_INSIGHTS_STORE_ENDPOINT'];
  if (endpoint !== undefined) return { kind: 'azure', endpoint, ...prefix };
  throw new UsageError(
    '--store azure needs RECORD_INSIGHTS_STORE_CONNECTION or RECORD_INSIGHTS_STORE_ENDPOINT in the environment.',
  );
}

/**
 * The token of a program that sends to a running service.
 * @throws UsageError
 */
export function serviceToken(environment: Environment = process.env): string {
  const token = environment['RECORD_INSIGHTS_TOKEN'];
  if (token !== undefined && token !== '') return token;
  throw new UsageError('--service needs a token with the role interactions.write in RECORD_INSIGHTS_TOKEN.');
}

/** A CRM that signs the tokens of its users itself. */
export interface OwnIssuer {
  readonly kind: 'ownIssuer';
  /** Who signs the tokens, as their `iss` says. */
  readonly issuer: string;
  /** Address of the issuer's keys (JWKS). */
  readonly keys: URL;
  /** For whom the tokens must be made. */
  readonly audience: string;
  /** Address of the CRM that is asked whether a caller may read a record. */
  readonly crm: string;
}

/** Whose tokens are trusted, and which CRM is asked for its users' rights. */
export type SignInConfig = OwnIssuer | (EntraConfig & { readonly kind: 'entra' });

/** Everything that the server is told from outside. */
export interface ServerConfig {
  /** 0 takes a free one. */
  readonly port: number;
  /** Name or address to listen on; this machine only when nothing else is said. */
  readonly host: string;
  readonly store: StoreConfig;
  readonly signIn: SignInConfig;
  /** Web origins whose pages may call the service. */
  readonly origins: readonly string[];
  /** How long an answer of CRM on a right is believed, in milliseconds. */
  readonly rightsBelievedFor: number;
  readonly logLevel: string;
  /** Stop at each moment of the engine until the parent process says so; for tests that kill the service there. */
  readonly heldByParent: boolean;
}

const options = {
  port: { type: 'string', default: '4281' },
  host: { type: 'string', default: 'localhost' },
  data: { type: 'string', default: '.data' },
  store: { type: 'string', default: 'embedded' },
  issuer: { type: 'string' },
  keys: { type: 'string' },
  audience: { type: 'string' },
  crm: { type: 'string' },
  origin: { type: 'string', multiple: true, default: [] as string[] },
} as const;

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'];

const localCrm = 'http://localhost:4280';

/**
 * Reads `--port --host --data --store --issuer --keys --audience --crm --origin` (the last as often as needed), and how
 * Entra is met from the environment.
 * @throws UsageError
 */
export function serverConfig(words: readonly string[], environment: Environment = process.env): ServerConfig {
  const values = parsed(words);
  const signIn = signInConfig(values, environment);
  const logLevel = environment['RECORD_INSIGHTS_LOG'] ?? 'warn';
  if (!logLevels.includes(logLevel))
    throw new UsageError(`RECORD_INSIGHTS_LOG=${logLevel} is not known. Give one of: ${logLevels.join(', ')}.`);
  return {
    port: portOf(values.port),
    host: values.host,
    store: storeConfig(values, environment),
    signIn,
    origins: [...crmOrigins(signIn), ...values.origin.map((origin) => new URL(addressOf('origin', origin)).origin)],
    rightsBelievedFor: believedFor(environment['RECORD_INSIGHTS_RIGHTS_SECONDS'] ?? '30'),
    logLevel,
    heldByParent: environment['RECORD_INSIGHTS_HELD_BY_PARENT'] === '1',
  };
}

type SignInWords = Partial<Record<'issuer' | 'keys' | 'audience' | 'crm', string>>;

function signInConfig(words: SignInWords, environment: Environment): SignInConfig {
  const entra = entraConfig(environment);
  if (!entra) return ownIssuer(words);
  const said = (['issuer', 'keys', 'audience', 'crm'] as const).find((option) => words[option] !== undefined);
  if (said === undefined) return { kind: 'entra', ...entra };
  throw new UsageError(`--${said} is of a CRM that signs tokens itself. Leave it out, or ${entraVariables.tenants}.`);
}

function ownIssuer({
  issuer: said = localCrm,
  keys,
  audience = 'record-insights',
  crm = localCrm,
}: SignInWords): OwnIssuer {
  const issuer = addressOf('issuer', said);
  return {
    kind: 'ownIssuer',
    issuer,
    keys: new URL(addressOf('keys', keys ?? `${issuer.replace(/\/$/, '')}/.well-known/jwks.json`)),
    audience,
    crm: addressOf('crm', crm).replace(/\/$/, ''),
  };
}

/** Pages of the organisations' Dataverse may call; others only where they are named. */
const crmOrigins = (signIn: SignInConfig): readonly string[] =>
  signIn.kind === 'entra' ? [...new Set(signIn.tenants.values())] : [];

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    const [said] = (types.isNativeError(error) ? error.message : String(error)).split('. ');
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(`${said ?? ''}. Options are: ${known.join(' ')}.`);
  }
}

const longestBelief = 60;

function believedFor(seconds: string): number {
  const number = Number(seconds);
  if (/^\d+$/.test(seconds) && number >= 1 && number <= longestBelief) return number * 1000;
  throw new UsageError(
    `RECORD_INSIGHTS_RIGHTS_SECONDS=${seconds} cannot be. Give whole seconds from 1 to ${longestBelief}.`,
  );
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is no port. Give a number from 0 (a free one) to 65535.`);
}

function addressOf(option: string, text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new UsageError(`--${option} ${text} is no address. Give one as http://localhost:4280.`);
}

/** One line on why the server did not start; undefined when it is nothing that its user can mend. */
export function startProblem(error: unknown, { port, host }: Pick<ServerConfig, 'port' | 'host'>): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Stop what uses it, or give another with --port.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Give another with --port.`;
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
    return `--host ${host} is no address of this machine. Give localhost, or 0.0.0.0 for all of its addresses.`;
  return undefined;
}

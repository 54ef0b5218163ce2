import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isGuid } from '@record-insights/domain';
import { UsageError, type Environment } from '../usageError';

/** What the service shows Entra to prove that it is the registered application. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  /** Private key and certificate as PEM; the fingerprint (SHA-256, hex) is what Entra knows the certificate by. */
  | { readonly kind: 'certificate'; readonly key: string; readonly certificate: string; readonly fingerprint: string }
  /** Client id of a managed identity that the registration trusts by a federated credential. */
  | { readonly kind: 'managedIdentity'; readonly identity: string };

/** How the service meets Microsoft Entra ID. */
export interface EntraConfig {
  /** Address of Entra, without a slash at its end. */
  readonly authority: string;
  /** Of the service's registration: tokens are made for it. */
  readonly clientId: string;
  readonly credential: Credential;
  /** Tenants that are served, each with the address of its Dataverse, without a slash at its end. */
  readonly tenants: ReadonlyMap<string, string>;
}

/** What is asked for in the environment, by its name there. */
export const entraVariables = {
  tenants: 'RECORD_INSIGHTS_ENTRA_TENANTS',
  clientId: 'RECORD_INSIGHTS_ENTRA_CLIENT_ID',
  secret: 'RECORD_INSIGHTS_ENTRA_CLIENT_SECRET',
  certificate: 'RECORD_INSIGHTS_ENTRA_CERTIFICATE',
  managedIdentity: 'RECORD_INSIGHTS_ENTRA_MANAGED_IDENTITY',
  authority: 'RECORD_INSIGHTS_ENTRA_AUTHORITY',
} as const;

const publicCloud = 'https://login.microsoftonline.com';

/**
 * How tokens of Entra are to be met; undefined where the environment says nothing of Entra.
 * @throws UsageError
 */
export function entraConfig(environment: Environment): EntraConfig | undefined {
  const said = Object.values(entraVariables).filter((name) => valueOf(environment, name) !== undefined);
  if (said.length === 0) return undefined;
  const [first = ''] = said;
  return {
    authority: secureAddress(entraVariables.authority, valueOf(environment, entraVariables.authority) ?? publicCloud),
    clientId: guid(entraVariables.clientId, needed(environment, entraVariables.clientId, first)),
    credential: credentialOf(environment),
    tenants: tenantsOf(needed(environment, entraVariables.tenants, first)),
  };
}

const valueOf = (environment: Environment, name: string): string | undefined => environment[name]?.trim() || undefined;

function needed(environment: Environment, name: string, first: string): string {
  const value = valueOf(environment, name);
  if (value !== undefined) return value;
  throw new UsageError(`${first} needs ${name}, too. The admin guide says where its value stands.`);
}

function guid(name: string, text: string): string {
  if (isGuid(text)) return text.toLowerCase();
  throw new UsageError(`${name}: ${text} is no id. Give one as 00000000-0000-4000-8000-000000000000.`);
}

/** Tokens and secrets go there: in plain http only where they do not leave this machine. */
function secureAddress(name: string, text: string, plain: readonly string[] = []): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSecure = url?.protocol === 'https:' || (url?.protocol === 'http:' && plain.includes(url.hostname));
  if (url && isSecure && url.pathname === '/') return url.origin;
  throw new UsageError(`${name}: ${text} is no address. Give one as https://organisation.crm4.dynamics.com.`);
}

function tenantsOf(text: string): ReadonlyMap<string, string> {
  const name = entraVariables.tenants;
  const pairs = text.split(/[\s,;]+/).filter((part) => part !== '');
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 0)
        throw new UsageError(
          `${name}: ${pair} names no Dataverse. Give <tenant id>=https://organisation.crm4.dynamics.com.`,
        );
      return [guid(name, pair.slice(0, at)), secureAddress(name, pair.slice(at + 1), ['localhost'])];
    }),
  );
}

const credentials: readonly (readonly [name: string, read: (value: string) => Credential])[] = [
  [entraVariables.secret, (secret) => ({ kind: 'secret', secret })],
  [entraVariables.certificate, certificateIn],
  [
    entraVariables.managedIdentity,
    (id) => ({ kind: 'managedIdentity', identity: guid(entraVariables.managedIdentity, id) }),
  ],
];

function credentialOf(environment: Environment): Credential {
  const given = credentials.flatMap(([name, read]) => {
    const value = valueOf(environment, name);
    return value === undefined ? [] : [(): Credential => read(value)];
  });
  const [read, another] = given;
  if (read && !another) return read();
  const names = credentials.map(([name]) => name).join(', ');
  throw new UsageError(`${given.length === 0 ? 'None' : 'More than one'} of ${names} is set. Set one of them.`);
}

function certificateIn(file: string): Credential {
  try {
    const pem = readFileSync(file, 'utf8');
    const certificate = new X509Certificate(pem);
    const key = createPrivateKey(pem).export({ type: 'pkcs8', format: 'pem' }).toString();
    return {
      kind: 'certificate',
      key,
      certificate: certificate.toString(),
      fingerprint: certificate.fingerprint256.replaceAll(':', ''),
    };
  } catch (error) {
    throw new UsageError(
      `${entraVariables.certificate}: ${file} cannot be used. Give a PEM file with a private key, without a password, and its certificate.`,
      { cause: error },
    );
  }
}

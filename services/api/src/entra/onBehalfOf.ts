import {
  AuthError,
  ConfidentialClientApplication,
  InteractionRequiredAuthError,
  ManagedIdentityApplication,
  ServerError,
  type AuthenticationResult,
  type Configuration,
} from '@azure/msal-node';
import type { ProblemCode } from '@record-insights/domain';
import { LRUCache } from 'lru-cache';
import { ProblemError } from '../service';
import { entraVariables, type Credential, type EntraConfig } from './entraConfig';
import { networkOver } from './network';

/** Whose right is asked for. */
export interface Someone {
  /** The tenant. */
  readonly organisation: string;
  readonly user: string;
  /** The token with which they came. */
  readonly token: string;
}

/** Where CRM is, and with which token it is asked in somebody's name. */
export interface CrmAccess {
  readonly address: string;
  readonly token: string;
}

/** Asks CRM in the names of those who call. */
export interface CrmSignIn {
  /** @throws ProblemError notSignedIn, consentMissing, crmSignInFailed, crmUnavailable */
  accessOf(someone: Someone): Promise<CrmAccess>;
  /** Told that CRM did not take the token: the next one is fresh. */
  forget(someone: Someone): void;
}

export interface OnBehalfOfOptions extends EntraConfig {
  readonly fetch?: typeof fetch;
}

const mostHeld = 20_000;
/** Milliseconds before its end at which a token is exchanged anew: clocks differ, and requests take time. */
const renewedBefore = 5 * 60_000;
/** What a managed identity's token must be for, to stand for the registration. */
const federation = 'api://AzureADTokenExchange';

/**
 * Dataverse's tokens by the on-behalf-of exchange: Entra gives one for the token with which the caller came. Tokens are
 * held in memory until shortly before they end, and never logged.
 */
export function onBehalfOf({
  authority,
  clientId,
  credential,
  tenants,
  fetch: ask = fetch,
}: OnBehalfOfOptions): CrmSignIn {
  const proof = proofOf(credential);
  const network = networkOver(ask);
  const tokens = new LRUCache<string, { readonly token: string }, Someone>({
    max: mostHeld,
    ttl: 1,
    fetchMethod: async (_key, _stale, { context, options }) => {
      const { accessToken, expiresOn } = await exchanged(context);
      options.ttl = Math.max(1, (expiresOn?.getTime() ?? 0) - Date.now() - renewedBefore);
      return { token: accessToken };
    },
  });

  /** An application of the library for each exchange: it would hold every token that it ever got. */
  async function exchanged({ organisation, token }: Someone): Promise<AuthenticationResult> {
    const app = new ConfidentialClientApplication({
      auth: {
        ...proof,
        clientId,
        authority: `${authority}/${organisation}`,
        knownAuthorities: [new URL(authority).host],
      },
      system: { networkClient: network },
    });
    const scopes = [`${addressOf(organisation)}/.default`];
    try {
      const result = await app.acquireTokenOnBehalfOf({ oboAssertion: token, scopes });
      if (result) return result;
    } catch (error) {
      throw problemOf(error, organisation);
    }
    throw problemOf(undefined, organisation);
  }

  function addressOf(organisation: string): string {
    const address = tenants.get(organisation);
    if (address === undefined) throw new Error('A caller came through whose tenant is not served.');
    return address;
  }

  const keyOf = ({ organisation, user }: Someone): string => JSON.stringify([organisation, user]);

  return {
    async accessOf(someone) {
      const held = await tokens.fetch(keyOf(someone), { context: someone });
      if (!held) throw problemOf(undefined, someone.organisation);
      return { address: addressOf(someone.organisation), token: held.token };
    },
    forget: (someone) => void tokens.delete(keyOf(someone)),
  };
}

/** A CRM that takes the callers' own tokens, as the local one does. */
export const withOwnToken = (address: string): CrmSignIn => ({
  accessOf: ({ token }) => Promise.resolve({ address, token }),
  forget: () => undefined,
});

type Proof = Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;

function proofOf(credential: Credential): Proof {
  switch (credential.kind) {
    case 'secret':
      return { clientSecret: credential.secret };
    case 'certificate':
      return {
        clientCertificate: {
          privateKey: credential.key,
          thumbprintSha256: credential.fingerprint,
          x5c: credential.certificate,
        },
      };
    case 'managedIdentity': {
      const identity = new ManagedIdentityApplication({
        managedIdentityIdParams: { userAssignedClientId: credential.identity },
      });
      return { clientAssertion: async () => (await identity.acquireToken({ resource: federation })).accessToken };
    }
  }
}

const { secret, certificate, managedIdentity, clientId, tenants } = entraVariables;

/** What an administrator mends, by the number with which Entra refuses. */
const mendings: Readonly<Record<string, string>> = {
  7000215: `The secret is wrong. Set ${secret} to the value of a client secret, not to its id.`,
  7000222: `The secret has expired. Make a new one and set ${secret} to it.`,
  700027: `The certificate is not one of the application's. Upload the one in ${certificate}.`,
  700213: `The application has no federated credential for the identity in ${managedIdentity}. Add one.`,
  700016: `The tenant has no such application. Set ${clientId} to the client id of the service.`,
  500011: `The tenant knows no Dataverse of that address. Mend it in ${tenants}.`,
};

/** Refusals of Entra that are no fault of anybody. */
const passing = ['', 'temporarily_unavailable', 'server_error', 'network_error'];

/** What Entra's refusal means to who asked. Of what Entra wrote only numbers are kept: its sentences may name people. */
function problemOf(error: unknown, tenant: string): ProblemError {
  const refused = error instanceof ServerError || error instanceof InteractionRequiredAuthError;
  const number = refused ? (error.errorNo ?? '') : '';
  const word = error instanceof AuthError ? error.errorCode : '';
  const answer = [word || 'nothing', ...(number === '' ? [] : [`AADSTS${number}`])].join(', ');
  const problem = (code: ProblemCode, detail: string): ProblemError =>
    new ProblemError(code, detail, undefined, {
      cause: new Error(`${detail} Tenant ${tenant}: Entra answered ${answer}.`),
    });
  if (refused && (number === '65001' || error.subError === 'consent_required'))
    return problem(
      'consentMissing',
      'The service has no consent to ask Dataverse for its users. Grant its registration the delegated permission user_impersonation, with admin consent.',
    );
  const mending = mendings[number];
  if (mending !== undefined) return problem('crmSignInFailed', mending);
  if (error instanceof InteractionRequiredAuthError || word === 'invalid_grant')
    return problem('notSignedIn', 'Entra wants you to sign in once more. Sign in again.');
  if (refused && !passing.includes(word))
    return problem(
      'crmSignInFailed',
      `Entra gives the service no token for Dataverse (${answer}). Look into the registration of the service.`,
    );
  return problem('crmUnavailable', 'Entra cannot be asked for your access to CRM. Try again in a moment.');
}

import {
  ConfidentialClientApplication,
  ManagedIdentityApplication,
  type AuthenticationResult,
  type Configuration,
} from '@azure/msal-node';
import type { Credential, EntraConfig } from './entraConfig';
import { networkOver } from './network';
import { problemOf } from './refusals';

export interface ApplicationOptions extends EntraConfig {
  readonly fetch?: typeof fetch;
}

/** The service as Entra knows it, in a tenant: asks for a token of the tenant's Dataverse in the way that is given. */
export type AskEntra = (
  tenant: string,
  way: (app: ConfidentialClientApplication, scopes: string[]) => Promise<AuthenticationResult | null>,
) => Promise<AuthenticationResult>;

/** What must be for a managed identity's token to stand for the registration. */
const federation = 'api://AzureADTokenExchange';

/**
 * Asks in the service's name. Each question has an application of the library for itself: it would hold every token
 * that it ever got.
 */
export function askEntra({
  authority,
  clientId,
  credential,
  tenants,
  fetch: ask = fetch,
}: ApplicationOptions): AskEntra {
  const proof = proofOf(credential);
  const network = networkOver(ask);
  return async (tenant, way) => {
    const auth = {
      ...proof,
      clientId,
      authority: `${authority}/${tenant}`,
      knownAuthorities: [new URL(authority).host],
    };
    const app = new ConfidentialClientApplication({ auth, system: { networkClient: network } });
    const scopes = [`${crmOf({ tenants }, tenant)}/.default`];
    const result = await way(app, scopes).catch((error: unknown) => {
      throw problemOf(error, tenant);
    });
    if (!result) throw problemOf(undefined, tenant);
    return result;
  };
}

/** Where the Dataverse of a tenant is. */
export function crmOf({ tenants }: Pick<EntraConfig, 'tenants'>, tenant: string): string {
  const address = tenants.get(tenant);
  if (address === undefined) throw new Error('A tenant is asked for that is not served.');
  return address;
}

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

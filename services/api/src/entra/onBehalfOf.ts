import { LRUCache } from 'lru-cache';
import { askEntra, crmOf, type ApplicationOptions } from './application';
import { problemOf } from './refusals';

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

const mostHeld = 20_000;
/** Milliseconds before its end at which a token is exchanged anew: clocks differ, and requests take time. */
const renewedBefore = 5 * 60_000;

/**
 * Dataverse's tokens by the on-behalf-of exchange: Entra gives one for the token with which the caller came. Tokens are
 * held in memory until shortly before they end, and never logged.
 */
export function onBehalfOf(options: ApplicationOptions): CrmSignIn {
  const ask = askEntra(options);
  const tokens = new LRUCache<string, { readonly token: string }, Someone>({
    max: mostHeld,
    ttl: 1,
    fetchMethod: async (_key, _stale, { context, options: entry }) => {
      const { accessToken, expiresOn } = await ask(context.organisation, (app, scopes) =>
        app.acquireTokenOnBehalfOf({ oboAssertion: context.token, scopes }),
      );
      entry.ttl = Math.max(1, (expiresOn?.getTime() ?? 0) - Date.now() - renewedBefore);
      return { token: accessToken };
    },
  });
  const keyOf = ({ organisation, user }: Someone): string => JSON.stringify([organisation, user]);
  return {
    async accessOf(someone) {
      const held = await tokens.fetch(keyOf(someone), { context: someone });
      if (!held) throw problemOf(undefined, someone.organisation);
      return { address: crmOf(options, someone.organisation), token: held.token };
    },
    forget: (someone) => void tokens.delete(keyOf(someone)),
  };
}

/** Asks Dataverse in the service's own name: there it is an application user. The token is asked for anew before it ends. */
export function asItself(options: ApplicationOptions, tenant: string): () => Promise<CrmAccess> {
  const ask = askEntra(options);
  let held: { readonly token: string; readonly until: number } | undefined;
  return async () => {
    if (!held || held.until < Date.now()) {
      const { accessToken, expiresOn } = await ask(tenant, (app, scopes) =>
        app.acquireTokenByClientCredential({ scopes }),
      );
      held = { token: accessToken, until: (expiresOn?.getTime() ?? 0) - renewedBefore };
    }
    return { address: crmOf(options, tenant), token: held.token };
  };
}

/** A CRM that takes the callers' own tokens, as the local one does. */
export const withOwnToken = (address: string): CrmSignIn => ({
  accessOf: ({ token }) => Promise.resolve({ address, token }),
  forget: () => undefined,
});

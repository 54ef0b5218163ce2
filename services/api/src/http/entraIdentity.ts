import { createRemoteJWKSet, decodeJwt, type JWTPayload } from 'jose';
import type { EntraConfig } from '../entra/entraConfig';
import { bearerOf, callerOf, claimsOf, keysTimeout, notSignedIn, type Identify } from './identity';

export interface EntraIdentityOptions extends Pick<EntraConfig, 'authority' | 'clientId'> {
  /** Tenants that are served. */
  readonly tenants: Pick<EntraConfig['tenants'], 'keys'>;
}

/** The one algorithm with which Entra signs. */
const algorithms = ['RS256'];
/** Seconds by which clocks may differ. */
const clockTolerance = 60;
/** Milliseconds after which keys are read again for a token of a key that is not known: Entra changes its keys. */
const keysRested = 5_000;
/** The permission that the service's registration exposes; programs, which have none, come with roles alone. */
const permission = 'access_as_user';

/** Trusts tokens that Entra gave out for this service, in either of its versions, to users and programs of the tenants. */
export function entraIdentity({ authority, clientId, tenants }: EntraIdentityOptions): Identify {
  const trust = new Map(
    [...tenants.keys()].map((tenant) => {
      const keys = new URL(`${authority}/${tenant}/discovery/v2.0/keys`);
      const options = {
        issuer: [`${authority}/${tenant}/v2.0`, `https://sts.windows.net/${tenant}/`],
        audience: [clientId, `api://${clientId}`],
        algorithms,
        clockTolerance,
        requiredClaims: ['exp', 'nbf', 'oid', 'tid'],
      };
      const keyOf = createRemoteJWKSet(keys, { timeoutDuration: keysTimeout, cooldownDuration: keysRested });
      return [tenant, { keyOf, options }];
    }),
  );
  return async (authorization) => {
    const token = bearerOf(authorization);
    const trusted = trust.get(tenantIn(token));
    if (!trusted)
      throw notSignedIn('The token names no tenant that this service serves (tid). Get one of your organisation.');
    const { oid, scp, ...claims } = await claimsOf(token, trusted.keyOf, trusted.options);
    if (typeof scp === 'string' && !scp.split(' ').includes(permission))
      throw notSignedIn(`The token lacks the permission ${permission} (scp). Get one for that scope.`);
    return callerOf({ ...claims, user: oid }, token);
  };
}

/** Which tenant a token claims to be of; it decides nothing but whose keys must have signed it. */
function tenantIn(token: string): string {
  const { tid } = decoded(token);
  return typeof tid === 'string' ? tid : '';
}

function decoded(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    throw notSignedIn('What came after the word Bearer is no token. Get one of the issuer.');
  }
}

import { jwtVerify, SignJWT } from 'jose';
import { roleNames, type Role, type User } from '../users';
import { signingAlgorithm, type SigningKeys } from './keys';

/** Who the bearer of a token is. */
export interface TokenClaims {
  /** Address of the CRM that signs. */
  readonly issuer: string;
  /** Id of the user, or the name of a machine. */
  readonly subject: string;
  readonly name: string;
  /** Id of the organisation. */
  readonly tenant: string;
  readonly roles: readonly Role[];
}

/** For whom tokens are made. */
export const serviceAudience = 'record-insights';
/** Audience of the cookie that keeps a browser signed in. */
export const sessionAudience = 'local-crm-session';

const lifetime: Readonly<Record<string, string>> = { [serviceAudience]: '1h', [sessionAudience]: '12h' };

/** Signs a token for the service, or the cookie of a session; it holds one hour, the cookie twelve. */
export function signToken(keys: SigningKeys, claims: TokenClaims, audience = serviceAudience): Promise<string> {
  return new SignJWT({ name: claims.name, tid: claims.tenant, roles: [...claims.roles] })
    .setProtectedHeader({ alg: signingAlgorithm, kid: keys.id, typ: 'JWT' })
    .setIssuer(claims.issuer)
    .setAudience(audience)
    .setSubject(claims.subject)
    .setIssuedAt()
    .setExpirationTime(lifetime[audience] ?? '1h')
    .sign(keys.privateKey);
}

/** The subject of a token that this CRM signed for the audience and that still holds; else undefined. */
export async function subjectOf(
  keys: SigningKeys,
  token: string,
  issuer: string,
  audience = serviceAudience,
): Promise<string | undefined> {
  try {
    const options = { issuer, audience, algorithms: [signingAlgorithm] };
    return (await jwtVerify(token, keys.publicKey, options)).payload.sub;
  } catch {
    return undefined;
  }
}

export function claimsOfUser(user: User, issuer: string, tenant: string): TokenClaims {
  return { issuer, subject: user.id, name: user.name, tenant, roles: user.roles };
}

/** The claims of a program that sends interactions in. */
export function claimsOfIngest(issuer: string, tenant: string): TokenClaims {
  const roles = roleNames.filter((role) => role === 'interactions.write');
  return { issuer, subject: 'ingest', name: 'Ingest', tenant, roles };
}

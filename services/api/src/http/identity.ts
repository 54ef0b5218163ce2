import {
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import { ProblemError, type Organisation } from '../service';

/** What a token may allow; the issuer gives them out. */
export const roles = ['insights.read', 'insights.admin', 'interactions.write'] as const;
export type Role = (typeof roles)[number];

/** Who asks, as the token says. */
export interface Caller {
  readonly organisation: Organisation;
  /** Id of the user, or of the program. */
  readonly user: string;
  readonly roles: readonly Role[];
  /** The token itself, to ask CRM in the caller's name. Never logged. */
  readonly token: string;
}

/** @throws ProblemError notSignedIn, or crmUnavailable when the issuer's keys cannot be read */
export type Identify = (authorization: string | undefined) => Promise<Caller>;

export interface IdentityOptions {
  readonly issuer: string;
  readonly audience: string;
  /** Address of the issuer's keys. */
  readonly keys: URL;
}

/** Signed with a key of the issuer; what is signed with a shared secret is refused. */
const algorithms = ['RS256', 'PS256', 'ES256'];
/** Milliseconds that the keys may take. */
export const keysTimeout = 5_000;

/** Trusts tokens that the issuer signed for this service and that still hold. */
export function identityOf({ issuer, audience, keys }: IdentityOptions): Identify {
  const keyOf = createRemoteJWKSet(keys, { timeoutDuration: keysTimeout });
  const options = { issuer, audience, algorithms, requiredClaims: ['exp', 'sub', 'tid'] };
  return async (authorization) => {
    const token = bearerOf(authorization);
    const { sub, ...claims } = await claimsOf(token, keyOf, options);
    return callerOf({ ...claims, user: sub }, token);
  };
}

/** The token that a request came with. @throws ProblemError notSignedIn */
export function bearerOf(authorization: string | undefined): string {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token !== undefined) return token;
  throw notSignedIn('Send a token of the issuer in the header Authorization, after the word Bearer.');
}

/** What a token says that holds. @throws ProblemError notSignedIn, or crmUnavailable when the keys cannot be read */
export async function claimsOf(token: string, keyOf: JWTVerifyGetKey, options: JWTVerifyOptions): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, keyOf, options)).payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw notSignedIn('The token has expired. Get a new one.');
    if (error instanceof errors.JWTClaimValidationFailed) throw notSignedIn(claimFault(error.claim));
    if (isTokenFault(error))
      throw notSignedIn('The token is none that the issuer signed for this service. Get a new one.');
    throw new ProblemError(
      'crmUnavailable',
      'The keys that tokens are checked with cannot be read. Try again in a moment.',
      undefined,
      { cause: error },
    );
  }
}

/** What is wrong with a claim, without a word of what it says. */
const claimFaults: Readonly<Record<string, string>> = {
  aud: 'The token is for another service (aud). Get one for the scope of this service.',
  iss: 'The token is of another issuer (iss). Get one of the issuer that this service trusts.',
  nbf: 'The token does not hold yet (nbf). Set the clocks right.',
};
const claimFault = (claim: string): string =>
  claimFaults[claim] ?? `The token does not say what it must (${claim}). Get one that does.`;

const tokenFaults = [
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
];

const isTokenFault = (error: unknown): boolean => tokenFaults.some((fault) => error instanceof fault);

/** Whom a token that holds names. @throws ProblemError notSignedIn */
export function callerOf({ user, tid, roles: given }: Readonly<Record<string, unknown>>, token: string): Caller {
  if (typeof user !== 'string' || typeof tid !== 'string' || tid === '')
    throw notSignedIn('The token names no user or no organisation (sub, tid). Get one that does.');
  const named: readonly unknown[] = Array.isArray(given) ? given : [];
  return { organisation: tid, user, roles: roles.filter((role) => named.includes(role)), token };
}

export const notSignedIn = (detail: string): ProblemError => new ProblemError('notSignedIn', detail);

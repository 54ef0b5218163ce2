import type { FastifyRequest } from 'fastify';
import type { Records } from '../records/records';
import { userTable } from '../tables';
import { userOf, type User } from '../users';
import type { SigningKeys } from './keys';
import { serviceAudience, sessionAudience, subjectOf } from './tokens';

/** What is needed to tell who asks. */
export interface Identity {
  readonly keys: SigningKeys;
  /** Address of this CRM: the issuer of its tokens. */
  readonly address: string;
  readonly records: Records;
}

export const sessionCookie = 'local_crm_session';

/** The user signed in through the browser's cookie; undefined when nobody is. */
export async function signedInUser(identity: Identity, request: FastifyRequest): Promise<User | undefined> {
  const cookie = cookieOf(request.headers.cookie ?? '', sessionCookie);
  return cookie === undefined ? undefined : userOfToken(identity, cookie, sessionAudience);
}

/** The user who asks: by bearer token, as the service does on a caller's behalf, else by cookie. */
export async function callerOf(identity: Identity, request: FastifyRequest): Promise<User | undefined> {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return userOfToken(identity, bearer, serviceAudience);
  return comesFromElsewhere(identity, request) ? undefined : signedInUser(identity, request);
}

async function userOfToken(identity: Identity, token: string, audience: string): Promise<User | undefined> {
  const id = await subjectOf(identity.keys, token, identity.address, audience);
  const row = id === undefined ? undefined : identity.records.row(userTable.table, id);
  return row && userOf(row);
}

/** A cookie counts for pages of this CRM only, so that no other page can act in a user's name. */
function comesFromElsewhere(identity: Identity, request: FastifyRequest): boolean {
  const origin = request.headers.origin;
  return origin !== undefined && origin !== identity.address && request.method !== 'GET';
}

function cookieOf(header: string, name: string): string | undefined {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

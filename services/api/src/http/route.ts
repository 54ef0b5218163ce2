import type { ProblemCode } from '@record-insights/domain';
import type { FastifyReply } from 'fastify';
import type { BodyDef } from './bodies';
import type { ReadablePeople } from '../service';
import type { Caller, Role } from './identity';
import type { Query, QueryName, RecordPath } from './queryFields';
import type { NamedSchema } from './schemas';

/** What a request asks, read and checked. */
export interface Asked<Body> {
  /** Parts of the path that name no record. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  readonly accept: string | undefined;
  /** The language to answer in. */
  readonly language: string;
}

export interface AskedBy<Body> extends Asked<Body> {
  readonly caller: Caller;
}

export interface AskedOfRecord<Body> extends AskedBy<Body> {
  /** The record, and what asks whether the caller may see another through which it is read. */
  readonly record: RecordPath & { readonly permit: (through: RecordPath) => Promise<void> };
  /** Of contacts those that CRM shows to the caller. */
  readonly readable: ReadablePeople;
}

/** Who may call a route, and what is known of the request once that is settled. */
type Access<Body> =
  /** Anybody, without a token. */
  | { readonly access: 'open'; handle(asked: Asked<Body>, reply: FastifyReply): unknown }
  /** Who has one of the roles. */
  | {
      readonly access: 'roles';
      readonly roles: readonly Role[];
      handle(asked: AskedBy<Body>, reply: FastifyReply): unknown;
    }
  /** Who has one of the roles, and whom CRM lets read the record that the path names. */
  | {
      readonly access: 'record';
      readonly roles: readonly Role[];
      handle(asked: AskedOfRecord<Body>, reply: FastifyReply): unknown;
    };

/** One address of the service. How it is reached, guarded, documented and written out are readings of its row. */
export type Route<Body = unknown> = Access<Body> & {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string;
  readonly query?: readonly QueryName[];
  readonly body?: BodyDef<Body>;
  readonly answer: {
    readonly status: 200 | 202;
    readonly schema?: NamedSchema;
    readonly otherTypes?: readonly string[];
  };
  /** What it may refuse beside what its access and body may. */
  readonly problems?: readonly ProblemCode[];
};

/** A route whose handler gets what its body is read into. */
export const route = <Body>(row: Route<Body>): Route => row;

export const tags = {
  Insights: 'What the tabs show.',
  Interactions: 'What happened, as it comes in.',
  People: 'What is held about a person, and its erasure.',
  Organisation: 'Settings and state of an organisation.',
  Operations: 'For those who run the service.',
} as const;

export type Tag = keyof typeof tags;

const ofCaller: readonly ProblemCode[] = [
  'notSignedIn',
  'roleMissing',
  'invalidQuery',
  'crmUnavailable',
  'storeUnavailable',
];
const ofAccess: Readonly<Record<Route['access'], readonly ProblemCode[]>> = {
  open: [],
  roles: ofCaller,
  record: [...ofCaller, 'noRight', 'consentMissing', 'crmSignInFailed'],
};
const ofBody: readonly ProblemCode[] = ['malformedBody', 'bodyTooLarge', 'tooManyRequests'];
/** Of methods that may bring a body, awaited or not: its head must be readable. */
const ofWriting: readonly ProblemCode[] = ['unsupportedMediaType'];

/** Everything that a route may refuse. */
export function problemsOf({ access, method, body, problems = [] }: Route): readonly ProblemCode[] {
  const ofMethod = method === 'GET' ? [] : ofWriting;
  return ['internal', ...ofAccess[access], ...ofMethod, ...(body ? ofBody : []), ...problems];
}

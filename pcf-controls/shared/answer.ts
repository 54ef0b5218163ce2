import type { Problem } from '@record-insights/domain';

/** Why the service did not answer what was asked. */
export type ClientError =
  /** Nobody has said where the service is, or how to sign in. */
  | { readonly kind: 'notConfigured' }
  | { readonly kind: 'signInNeeded' }
  | { readonly kind: 'unreachable' }
  /** The caller may not read the record. */
  | { readonly kind: 'noRight' }
  | { readonly kind: 'roleMissing' }
  /** The address names a state of the numbers that is gone: ask for the numbers again. */
  | { readonly kind: 'viewExpired' }
  | { readonly kind: 'problem'; readonly title: string; readonly detail: string };

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ClientError };

export const answered = <T>(value: T): Answer<T> => ({ ok: true, value });
export const refused = (error: ClientError): Answer<never> => ({ ok: false, error });

/** Whether an error concerns the whole tab rather than one panel. */
export function concernsAll(error: ClientError): boolean {
  return error.kind !== 'problem' && error.kind !== 'viewExpired';
}

const byCode: Readonly<Partial<Record<string, ClientError>>> = {
  notSignedIn: { kind: 'signInNeeded' },
  noRight: { kind: 'noRight' },
  roleMissing: { kind: 'roleMissing' },
  viewExpired: { kind: 'viewExpired' },
};
const byStatus: Readonly<Partial<Record<number, ClientError>>> = {
  401: { kind: 'signInNeeded' },
  403: { kind: 'noRight' },
};

/** The meaning of a refused request: by its code, else by its status; `body` is whatever came with it. */
export function errorOf(status: number, body: unknown): ClientError {
  const problem = isProblem(body) ? body : undefined;
  const known = (problem && byCode[problem.code]) ?? byStatus[status];
  if (known) return known;
  return { kind: 'problem', title: problem?.title ?? `HTTP ${status}`, detail: problem?.detail ?? '' };
}

function isProblem(body: unknown): body is Pick<Problem, 'code' | 'title' | 'detail'> {
  return (
    typeof body === 'object' &&
    body !== null &&
    ['code', 'title', 'detail'].every((name) => typeof Reflect.get(body, name) === 'string')
  );
}

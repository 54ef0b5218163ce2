/** An answer that is no success: its status, and its reason in words. */
export class AnswerError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'AnswerError';
    this.status = status;
  }
}

/** Fetches JSON. Its shape is the server's promise, shared as a type; failures become `AnswerError`. */
export async function getJson<T>(url: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(url, { credentials: 'same-origin', ...init });
  if (!answer.ok) throw await answerError(answer);
  return (await (answer.status === 204 ? undefined : answer.json())) as T;
}

/** The reason that an answer gives: an OData error of CRM, or a problem of the service. */
export async function answerError(answer: Response): Promise<AnswerError> {
  const body: unknown = await answer.json().catch(() => undefined);
  return new AnswerError(answer.status, reasonIn(body) ?? `The answer was ${answer.status}.`);
}

function reasonIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  if ('detail' in body && typeof body.detail === 'string') return body.detail;
  return 'error' in body ? messageIn(body.error) : undefined;
}

function messageIn(error: unknown): string | undefined {
  const holds = typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
  return holds ? String(error.message) : undefined;
}

/** What went wrong, in words; a network that does not answer has status 0. */
export function problemOf(error: unknown): AnswerError {
  if (error instanceof AnswerError) return error;
  if (error instanceof TypeError) return new AnswerError(0, 'The server does not answer.');
  return new AnswerError(0, error instanceof Error ? error.message : 'Something unexpected happened.');
}

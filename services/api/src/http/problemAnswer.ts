import { problems, type Problem, type ProblemCode } from '@record-insights/domain';
import { Type, type TSchema } from '@sinclair/typebox';
import { ProblemError } from '../service';
import { StoreUnavailable } from '../store/tableStore';
import { oneOf } from './schemas';

export const problemMediaType = 'application/problem+json';

/** Seconds after which trying again makes sense, where it does. */
const retryAfter: Readonly<Partial<Record<ProblemCode, number>>> = {
  tooManyRequests: 60,
  storeUnavailable: 5,
  crmUnavailable: 5,
};

/** What the framework itself refuses, by its status. */
const byStatus: Readonly<Partial<Record<number, readonly [ProblemCode, string]>>> = {
  400: ['invalidQuery', 'The address or a header cannot be read. Mend it and send again.'],
  404: ['notFound', 'Look into /docs for the addresses that there are.'],
  413: ['bodyTooLarge', 'Send it in smaller parts.'],
  414: ['invalidQuery', 'The address is too long. Shorten it.'],
  415: ['unsupportedMediaType', 'Set content-type to one that /docs names for this address.'],
};

/** Any failure as a problem of the catalogue; what is unforeseen tells nothing of the inside. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const options = { cause: error };
  if (error instanceof StoreUnavailable)
    return new ProblemError(
      'storeUnavailable',
      'Try again in a moment; what was accepted is safe.',
      undefined,
      options,
    );
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  const known = typeof status === 'number' ? byStatus[status] : undefined;
  const [code, detail] = known ?? ['internal', 'It is written down and can be looked into. Try again in a moment.'];
  return new ProblemError(code, detail, undefined, options);
}

export interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Problem;
}

export function problemAnswer({ code, detail, field }: ProblemError): ProblemAnswer {
  const { status, title } = problems[code];
  const seconds = retryAfter[code];
  return {
    status,
    headers: {
      'content-type': problemMediaType,
      ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
    body: {
      type: `urn:record-insights:problem:${code}`,
      code,
      status,
      title,
      detail,
      ...(field === undefined ? {} : { field }),
    },
  };
}

/** The answers of a route that are problems, by status. */
export function problemSchemas(codes: readonly ProblemCode[]): Readonly<Record<number, object>> {
  const statuses = [...new Set(codes.map((code) => problems[code].status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const some = codes.filter((code) => problems[code].status === status);
      const description = some.map((code) => `${code}: ${problems[code].title}.`).join(' ');
      return [status, { description, content: { [problemMediaType]: { schema: problemSchema(some) } } }];
    }),
  );
}

const problemSchema = (codes: readonly ProblemCode[]): TSchema =>
  Type.Object({
    type: Type.String(),
    code: oneOf(codes),
    status: Type.Integer(),
    title: Type.String(),
    detail: Type.String({ description: 'What is wrong and the fix.' }),
    field: Type.Optional(Type.String({ description: 'What to mend.' })),
  });

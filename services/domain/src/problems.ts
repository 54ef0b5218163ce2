/** The one catalogue of what the service answers when it cannot do what was asked. */
export const problems = {
  malformedBody: { status: 400, title: 'The body cannot be read' },
  invalidQuery: { status: 400, title: 'A part of the address cannot be used' },
  invalidSetting: { status: 400, title: 'A setting cannot take this value' },
  notSignedIn: { status: 401, title: 'Sign in is needed' },
  noRight: { status: 403, title: 'You cannot see this record' },
  roleMissing: { status: 403, title: 'A role is missing' },
  notFound: { status: 404, title: 'There is nothing at this address' },
  unknownCategory: { status: 404, title: 'This record type has no such category' },
  unknownKpi: { status: 404, title: 'This record type has no such number' },
  unknownList: { status: 404, title: 'This record type has no such list' },
  viewExpired: { status: 409, title: 'The numbers have moved on' },
  bodyTooLarge: { status: 413, title: 'The body is too large' },
  unsupportedMediaType: { status: 415, title: 'This kind of body is not read here' },
  tooManyRequests: { status: 429, title: 'Too much is waiting to be counted' },
  internal: { status: 500, title: 'Something went wrong here' },
  storeUnavailable: { status: 503, title: 'The store does not answer' },
  consentMissing: { status: 503, title: 'An administrator has to agree first' },
  crmSignInFailed: { status: 503, title: 'The service is not let into CRM' },
  crmUnavailable: { status: 503, title: 'CRM does not answer' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemCode = keyof typeof problems;

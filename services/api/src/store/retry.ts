import { RestError } from '@azure/data-tables';

export interface RetryOptions {
  /** Tries in all. */
  readonly attempts: number;
  /** Milliseconds, about, before the second try; each later wait is about twice the one before. */
  readonly firstDelay: number;
  /** No wait is longer, in milliseconds, whatever the service asks for. */
  readonly longestDelay: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1; spreads the waits of many callers. */
  readonly random: () => number;
}

const passing = new Set([408, 429, 500, 502, 503, 504]);

/** Calls again, after growing and spread waits, as long as the failure is one that passes. Throws the last failure. */
export async function retrying<T>(call: () => Promise<T>, options: RetryOptions): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt >= options.attempts || !isPassing(error)) throw error;
      await options.sleep(delayBefore(attempt, error, options));
    }
  }
}

/** Too busy, failing, or no answer at all: not asked, or not heard. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  if (!(error instanceof RestError)) return false;
  return error.statusCode === undefined ? error.code !== RestError.PARSE_ERROR : passing.has(error.statusCode);
}

function delayBefore(attempt: number, error: unknown, options: RetryOptions): number {
  const { firstDelay, longestDelay, random } = options;
  const spread = firstDelay * 2 ** (attempt - 1) * (0.75 + random() / 2);
  return Math.min(longestDelay, Math.max(spread, delayAskedFor(error)));
}

/** The header Retry-After, in milliseconds: a number of seconds or a date. */
function delayAskedFor(error: unknown): number {
  const header = error instanceof RestError ? error.response?.headers.get('retry-after') : undefined;
  if (!header) return 0;
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(milliseconds) ? milliseconds : 0;
}

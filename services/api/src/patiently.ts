const tries = 8;
const firstPause = 500;

/** Statuses after which the same request may succeed. */
const passing = new Set([408, 429, 502, 503, 504]);

/**
 * Asks until there is an answer that lasts, ever more seldom, and no sooner than the other side asks for. For requests
 * that may be sent twice.
 * @returns the answer, or why there was none
 */
export async function patiently(
  ask: () => Promise<Response>,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    const response = await ask().catch((error: unknown) => error);
    if (!isPassing(response) || attempt === tries) return response;
    await sleep(Math.max(firstPause * 2 ** (attempt - 1), delayAskedFor(response)));
  }
}

const isPassing = (response: unknown): boolean => !(response instanceof Response) || passing.has(response.status);

/** The header Retry-After, which gives seconds, in milliseconds. */
const delayAskedFor = (response: unknown): number =>
  response instanceof Response ? Number(response.headers.get('retry-after') ?? 0) * 1000 || 0 : 0;

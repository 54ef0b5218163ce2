import { ProblemError } from '../service';

/** How often something is read again since the sequence moved on meanwhile. */
const attempts = 10;

/**
 * Reads again, at the newer view, as long as the sequence has moved on too far to tell.
 * @param read undefined when it has
 * @throws ProblemError when it always has
 */
export async function untilTold<T>(read: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const told = await read();
    if (told !== undefined) return told;
  }
  throw new ProblemError('storeUnavailable', 'The numbers moved on faster than they could be read. Ask again.');
}

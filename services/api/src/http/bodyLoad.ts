import { ProblemError } from '../service';

/** Characters of bodies that may be under way at the same time: read whole, and not yet kept. */
const mostCharacters = 64 * 1024 * 1024;

/** Bounds the memory that bodies under way take, however many come in at once. */
export interface BodyLoad {
  /** @throws ProblemError tooManyRequests when there is no room for so many characters more */
  carry<T>(characters: number, work: () => T | Promise<T>): Promise<T>;
}

export function bodyLoad(most = mostCharacters): BodyLoad {
  let carried = 0;
  return {
    async carry(characters, work) {
      if (carried + characters > most)
        throw new ProblemError(
          'tooManyRequests',
          'Many large bodies come in at once. Send this one again in a minute.',
        );
      carried += characters;
      try {
        return await work();
      } finally {
        carried -= characters;
      }
    },
  };
}

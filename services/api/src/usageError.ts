/** The command line or the environment asks for what cannot be. The message is one line for its user. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export type Environment = Readonly<Partial<Record<string, string>>>;

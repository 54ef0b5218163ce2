/** A nominal type over a primitive; made only by the constructor of its file. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name };

/** Ends an exhaustive switch: does not compile when a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value ${JSON.stringify(value)}`);
}

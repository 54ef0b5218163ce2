import { Type, type Static, type TSchema, type TUnsafe } from '@sinclair/typebox';

type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

export const text = Type.String();
export const count = Type.Integer();
export const optional = Type.Optional;
export const day = Type.String({ format: 'date' });
export const instant = Type.String({ format: 'date-time' });

export const progress = Type.Object({ done: count, total: count });
export const freshness = Type.Object({ countedUntil: instant, waiting: count, rebuilding: optional(progress) });

/** One of some words. */
export const oneOf = <T extends string>(values: readonly T[], description?: string): TUnsafe<T> =>
  Type.Unsafe<T>({ type: 'string', enum: values, ...(description === undefined ? {} : { description }) });

export const numberOrNull = Type.Unsafe<number | null>({ type: ['number', 'null'] });
export const textOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] });

/**
 * A schema that describes T, no more and no less, under a name of its own in the documentation: does not compile when
 * what the service sends and what it documents differ.
 */
export const named =
  <T>() =>
  <S extends TSchema>(
    name: string,
    schema: S & (Same<Plain<T>, Plain<Static<S>>> extends true ? unknown : { readonly differs: never }),
  ): NamedSchema => ({ name, schema: { ...(schema as TSchema), $id: name } });

export interface NamedSchema {
  readonly name: string;
  readonly schema: TSchema;
}

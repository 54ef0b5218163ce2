import { isGuid, recordId } from '../ids';
import { formatInstant, parseInstant } from '../instant';
import type { RefusalCode } from '../refusals';
import type { RecordType } from './recordTypes';

/** A field of a kind of directory items. */
export type FieldDef = {
  /** What it says, in words. */
  readonly tells: string;
  readonly required?: true;
} & (
  | { readonly is: 'text'; readonly longest: number }
  /** An instant: ISO 8601 in UTC once it is read. */
  | { readonly is: 'instant' }
  | { readonly is: 'number' }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  /** The id of a record, in its one spelling once it is read. */
  | { readonly is: 'record'; readonly of: RecordType }
  | { readonly is: 'records'; readonly of: RecordType; readonly most: number }
  /** An object or array whose inside is kept as it comes. */
  | { readonly is: 'structure' }
);

/** What a field holds. */
export type FieldValue = string | number | readonly string[] | object;

/** What a field of the shape holds. */
export type ValueOf<F extends FieldDef> = F['is'] extends 'number'
  ? number
  : F['is'] extends 'records'
    ? readonly string[]
    : F['is'] extends 'structure'
      ? object
      : F extends { readonly is: 'choice'; readonly of: readonly (infer Choice)[] }
        ? Choice
        : string;

/** How the values of a shape are read: into their one spelling, or refused for the reason. */
interface FieldShape<F extends FieldDef> {
  readonly refusal: RefusalCode;
  /** Undefined when the value is none of the shape. */
  readonly read: (value: unknown, def: F) => FieldValue | undefined;
}

const guidIn = (value: unknown): string | undefined =>
  typeof value === 'string' && isGuid(value) ? recordId(value) : undefined;

const shapes: { readonly [Is in FieldDef['is']]: FieldShape<Extract<FieldDef, { readonly is: Is }>> } = {
  text: {
    refusal: 'notAText',
    read: (value, { longest }) => (typeof value === 'string' && value.length <= longest ? value : undefined),
  },
  instant: {
    refusal: 'notATime',
    read(value) {
      const at = typeof value === 'string' ? parseInstant(value) : undefined;
      return at === undefined ? undefined : formatInstant(at);
    },
  },
  number: {
    refusal: 'notANumber',
    read: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  },
  choice: { refusal: 'notAChoice', read: (value, { of }) => of.find((choice) => choice === value) },
  record: { refusal: 'notAGuid', read: guidIn },
  records: {
    refusal: 'notGuids',
    read(value, { most }) {
      if (!Array.isArray(value) || value.length > most) return undefined;
      const ids = value.map(guidIn);
      return ids.every((id) => id !== undefined) ? [...new Set(ids)].sort() : undefined;
    },
  },
  structure: {
    refusal: 'notAStructure',
    read: (value) => (typeof value === 'object' && value !== null ? value : undefined),
  },
};

/** A value in its one spelling, or why it is refused. */
export function readField(def: FieldDef, value: unknown): { readonly value: FieldValue } | RefusalCode {
  const { refusal, read } = shapes[def.is] as FieldShape<FieldDef>;
  const own = read(value, def);
  return own === undefined ? refusal : { value: own };
}

import {
  canonicalId,
  isGuid,
  isRecordType,
  parseDay,
  recordId,
  recordTypeIds,
  scopes,
  verdictChoices,
  type RecordType,
  type RecordId,
  type Scope,
  type VerdictChoice,
} from '@record-insights/domain';
import { Type, type TSchema } from '@sinclair/typebox';
import { ProblemError } from '../service';

/** A part of an address: what it means, and how its text becomes a value; undefined when it cannot. */
interface Field<T> {
  readonly schema: TSchema;
  readonly parse: (text: string) => T | undefined;
  /** What to give instead, one sentence. */
  readonly fix: string;
}

const field = <T>(schema: TSchema, parse: (text: string) => T | undefined, fix: string): Field<T> => ({
  schema,
  parse,
  fix,
});

const text = (pattern: RegExp, description: string, fix: string): Field<string> =>
  field(Type.String({ description }), (value) => (pattern.test(value) ? value : undefined), fix);

const wholeNumber = (least: number, most: number, description: string): Field<number> =>
  field(
    Type.Integer({ minimum: least, maximum: most, description }),
    (value) => {
      const number = Number(value);
      return /^\d+$/.test(value) && number >= least && number <= most ? number : undefined;
    },
    `Give a whole number from ${least} to ${most}.`,
  );

const day = (description: string) =>
  field(Type.String({ format: 'date', description }), parseDay, 'Give a day as 2026-01-31.');

const id = (description: string) =>
  field(
    Type.String({ description }),
    (value) => (value !== '' && value.length <= 200 ? canonicalId(value) : undefined),
    'Give the id as the interactions have it.',
  );

const verdicts = Object.keys(verdictChoices) as VerdictChoice[];

const scopeNames = Object.keys(scopes) as Scope[];

/** Everything that may stand behind the question mark of some address. */
export const queryFields = {
  from: day('First day, of the organisation. Absent: 30 days up to `to`.'),
  to: day('Last day, of the organisation, inside. Absent: today.'),
  verdict: field(
    Type.String({
      enum: verdicts,
      description: 'Whose opens and clicks count: all, people (no machine), surePeople. Absent: `all`.',
    }),
    (value) => verdicts.find((verdict) => verdict === value),
    `Give ${verdicts.join(' or ')}.`,
  ),
  journey: id('Only what was used in this journey.'),
  iteration: id('Only what was used in this iteration of the journey.'),
  tile: id('Only what was used in this tile of the journey.'),
  scope: field(
    Type.String({
      enum: scopeNames,
      description: 'On accounts: what people did since each joined, or their full history. Absent: `joined`.',
    }),
    (value) => scopeNames.find((scope) => scope === value),
    `Give ${scopeNames.join(' or ')}.`,
  ),
  value: text(
    /^[^]{1,300}$/,
    'Narrows a list to an interaction type, a kind as `kind:email`, `verdict:machine`, a rule as `rule:linkSweep`, a mail domain as `domain:example.org`, a link as `link:` with its id, or one of an account’s people as `contact:` with the id.',
    'Take it unchanged from the address of the number it belongs to.',
  ),
  ever: field(
    Type.String({
      enum: ['true'],
      description: 'On records with very many people: over all that is kept, whatever the days.',
    }),
    (value) => (value === 'true' ? true : undefined),
    'Give true, or leave it out.',
  ),
  view: wholeNumber(0, Number.MAX_SAFE_INTEGER, 'The view at which the number was read. Absent: the newest.'),
  cursor: text(/^[\w-]{1,500}$/, 'Where the page before ended, as it said.', 'Take it unchanged from the page before.'),
  limit: wholeNumber(1, 1000, 'Rows a page. Absent: 100.'),
} as const;

export type QueryName = keyof typeof queryFields;
/** What was asked, read into the words of the domain; absent where nothing was. */
export type Query = { readonly [N in QueryName]?: NonNullable<ReturnType<(typeof queryFields)[N]['parse']>> };

/**
 * Reads what stands behind the question mark.
 * @throws ProblemError naming the field and the fix: unknown, given twice, or of no use
 */
export function readQuery(given: unknown, names: readonly QueryName[]): Query {
  const entries = Object.entries(given as Readonly<Record<string, unknown>>);
  return Object.fromEntries(entries.map(([name, value]) => [name, readField(name, value, names)]));
}

function readField(name: string, value: unknown, names: readonly QueryName[]): unknown {
  const known = names.find((one) => one === name);
  if (known === undefined)
    throw unusable(
      name,
      names.length === 0
        ? 'Nothing can be asked for behind the question mark here. Leave it out.'
        : `There is no such parameter here. There are: ${names.join(', ')}.`,
    );
  if (typeof value !== 'string') throw unusable(name, 'It is given more than once. Give it once.');
  return valueOf<unknown>(name, value, queryFields[known]);
}

/** The record that an address names. */
export interface RecordPath {
  readonly recordType: RecordType;
  readonly id: RecordId;
}

const recordFields = {
  recordType: field(
    Type.String({ enum: recordTypeIds, description: 'Type of the record.' }),
    (value) => (isRecordType(value) ? value : undefined),
    `Give one of: ${recordTypeIds.join(', ')}.`,
  ),
  id: field(
    Type.String({ format: 'uuid', description: 'Id of the record in CRM, in any spelling of a GUID.' }),
    (value) => (isGuid(value) ? recordId(value) : undefined),
    'Give the GUID of the record in CRM.',
  ),
};

/** @throws ProblemError */
export function readRecordPath(params: Readonly<Record<string, string>>): RecordPath {
  const { recordType, id: given } = recordFields;
  return {
    recordType: valueOf('recordType', params['recordType'] ?? '', recordType),
    id: valueOf('id', params['id'] ?? '', given),
  };
}

/** @throws ProblemError */
export const readContact = (given = ''): RecordId => valueOf('contact', given, recordFields.id);

function valueOf<T>(name: string, given: string, { parse, fix }: Field<T>): T {
  const value = parse(given);
  if (value === undefined) throw unusable(name, fix);
  return value;
}

const unusable = (name: string, detail: string): ProblemError => new ProblemError('invalidQuery', detail, name);

/** The fields of an address as its documentation shows them. */
export const querySchema = (names: readonly QueryName[]): TSchema =>
  Type.Object(Object.fromEntries(names.map((name) => [name, Type.Optional(queryFields[name].schema)])));

const pathSchemas: Readonly<Record<string, TSchema>> = {
  recordType: recordFields.recordType.schema,
  id: recordFields.id.schema,
  category: Type.String({ description: 'A category of the record type, or its card, as the catalogue lists it.' }),
  list: Type.String({ description: 'A list, as the address of a number names it: `contact.opensTotal`.' }),
};

export function pathSchema(path: string): TSchema | undefined {
  const names = [...path.matchAll(/:(\w+)/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  if (names.length === 0) return undefined;
  return Type.Object(Object.fromEntries(names.map((name) => [name, pathSchemas[name] ?? Type.String()])));
}

import {
  directoryKindIds,
  directoryKindOf,
  directoryOperations,
  type DirectoryKind,
  type FieldDef,
  type RecordId,
} from '@record-insights/domain';
import { Type, type TSchema } from '@sinclair/typebox';
import { ProblemError } from '../service';
import { readContact } from './queryFields';
import { malformed } from './readBody';
import { oneOf } from './schemas';

/** A kind of body that a route reads. */
export interface BodyDef<T = unknown> {
  /** What it may be, as `content-type` says. */
  readonly mediaTypes: readonly string[];
  readonly schema: TSchema;
  /** Bytes, unpacked. */
  readonly limit: number;
  /** @throws ProblemError */
  readonly parse: (text: string, mediaType: string) => T;
}

/** Rows of one request. */
export const mostRows = 10_000;
/** Bytes of one request's rows, unpacked. */
const largestRows = 16 * 1024 * 1024;

const json = 'application/json';
const ndjson = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'];

/** Interactions as a JSON array, or as NDJSON: one object a line. */
export const interactionsBody: BodyDef<readonly unknown[]> = {
  mediaTypes: [json, ...ndjson],
  schema: Type.Array(Type.Object({}, { additionalProperties: true }), {
    maxItems: mostRows,
    description:
      'One object of columns for each interaction, as the outbound export names them. ' +
      'As application/x-ndjson: one object a line. May be packed with gzip.',
    examples: [
      [
        {
          InternalMarketingInteractionId: '5f0d2b70-4f5e-4f0e-9a55-0c1d2e3f4a5b',
          InteractionType: 'EmailOpened',
          Timestamp: '2026-01-31T08:15:00Z',
          ContactId: '11111111-1111-4111-8111-111111111111',
        },
      ],
    ],
  }),
  limit: largestRows,
  parse: rowsIn,
};

/** What CRM tells of records, as a JSON array or as NDJSON. */
export const directoryBody: BodyDef<readonly unknown[]> = {
  mediaTypes: [json, ...ndjson],
  schema: Type.Array(Type.Union(directoryKindIds.map(itemSchema)), {
    maxItems: mostRows,
    description:
      'One object for each record that was made, changed or deleted: all that is to be known of it from then on. ' +
      'As application/x-ndjson: one object a line. May be packed with gzip.',
    examples: [
      [
        {
          kind: 'contact',
          id: '11111111-1111-4111-8111-111111111111',
          op: 'upsert',
          at: '2026-01-31T08:15:00Z',
          fields: {
            accountId: '22222222-2222-4222-8222-222222222222',
            accountSince: '2026-01-31T08:15:00Z',
          },
        },
      ],
    ],
  }),
  limit: largestRows,
  parse: rowsIn,
};

function itemSchema(kind: DirectoryKind): TSchema {
  const { title, id, fields } = directoryKindOf(kind);
  return Type.Object(
    {
      kind: Type.Literal(kind),
      id: Type.String(id === 'record' ? { format: 'uuid' } : { maxLength: 200 }),
      op: oneOf(directoryOperations),
      at: Type.String({ format: 'date-time', description: 'When it came to be so in CRM.' }),
      fields: Type.Optional(
        Type.Object(Object.fromEntries(Object.entries(fields).map(([name, def]) => [name, fieldSchema(def)]))),
      ),
    },
    { title },
  );
}

function fieldSchema(def: FieldDef): TSchema {
  const schema = shapeSchema(def);
  const described: TSchema = { ...schema, description: def.tells };
  return def.required ? described : Type.Optional(described);
}

function shapeSchema(def: FieldDef): TSchema {
  switch (def.is) {
    case 'text':
      return Type.String({ maxLength: def.longest });
    case 'instant':
      return Type.String({ format: 'date-time' });
    case 'number':
      return Type.Number();
    case 'choice':
      return oneOf(def.of);
    case 'record':
      return Type.String({ format: 'uuid' });
    case 'records':
      return Type.Array(Type.String({ format: 'uuid' }), { maxItems: def.most });
    case 'structure':
      return Type.Unknown();
  }
}

/** New values of some settings, by name. */
export const settingsBody: BodyDef<Readonly<Record<string, unknown>>> = {
  mediaTypes: [json],
  schema: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]), {
    description: 'New values by name of the setting; the others stay.',
    examples: [{ zone: 'Europe/Oslo' }],
  }),
  limit: 64 * 1024,
  parse(text) {
    const value = parsed(text, 'The body is no JSON');
    if (isObject(value)) return value;
    throw malformed('The body is no JSON object. Send one, as {"zone": "Europe/Oslo"}.');
  },
};

/** Ids of the contacts to erase. */
export const peopleBody: BodyDef<readonly RecordId[]> = {
  mediaTypes: [json],
  schema: Type.Object(
    { contacts: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: mostRows }) },
    { examples: [{ contacts: ['11111111-1111-4111-8111-111111111111'] }] },
  ),
  limit: 1024 * 1024,
  parse(text) {
    const value = parsed(text, 'The body is no JSON');
    const contacts: unknown = isObject(value) ? value['contacts'] : undefined;
    if (!Array.isArray(contacts) || contacts.length === 0 || contacts.length > mostRows)
      throw malformed(`Give contacts as an array of 1 to ${mostRows} GUIDs, as {"contacts": ["…"]}.`);
    return contacts.map((id: unknown) => readContact(typeof id === 'string' ? id : ''));
  },
};

function rowsIn(text: string, mediaType: string): readonly unknown[] {
  const rows = mediaType === json ? arrayIn(text) : linesIn(text);
  if (rows.length > mostRows)
    throw new ProblemError('bodyTooLarge', `There are more than ${mostRows} rows. Send them in smaller parts.`);
  return rows;
}

function arrayIn(text: string): readonly unknown[] {
  const value = parsed(text, 'The body is no JSON array');
  if (Array.isArray(value)) return value as readonly unknown[];
  throw malformed('The body is no JSON array. Send [{…}, {…}], or one object a line as application/x-ndjson.');
}

/** Empty lines stand for nothing. */
function linesIn(text: string): readonly unknown[] {
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parsed(line, `Line ${index + 1} is no JSON`)]));
}

/** Says where it cannot be read, and never what stands there. */
function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw malformed(
      `${what}${at === undefined ? '' : `: it cannot be read at character ${at}`}. Mend it and send again.`,
    );
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

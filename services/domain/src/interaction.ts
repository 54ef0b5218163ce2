import { canonicalId, interactionId, isGuid, type InteractionId } from './ids';
import { formatInstant, parseInstant, type Instant } from './instant';
import { typeNameOf } from './registry/interactionTypes';
import type { RefusalCode } from './refusals';

/** A row as it came: any column, values as text. Numbers and booleans of JSON are turned into text by the reader. */
export type RawRow = Readonly<Record<string, unknown>>;

/** Canonical columns of a row: no empty values, ids and times in their one spelling, names sorted. */
export type Columns = Readonly<Record<string, string>>;

/** One thing that happened, immutable; a higher Version of the same id replaces it whole. */
export interface Interaction {
  readonly id: InteractionId;
  /** Name of the type; may be one that the registry does not know. */
  readonly type: string;
  readonly at: Instant;
  readonly version: bigint;
  readonly columns: Columns;
  /** The columns as JSON: equal text is equal content, and the truth that is kept. */
  readonly text: string;
}

export interface Refusal {
  readonly code: RefusalCode;
  readonly field: string;
}

export type Reading =
  { readonly ok: true; readonly interaction: Interaction } | { readonly ok: false; readonly refusal: Refusal };

const idColumns = ['InternalMarketingInteractionId', 'InteractionId', 'IdempotencyId'] as const;
/** The column under which a row keeps its id, whichever of the three it came in. */
export const idColumn = 'InternalMarketingInteractionId';
const ahead = 24 * 60 * 60 * 1000;
const largestVersion = 2n ** 63n - 1n;

/**
 * Reads a raw row. Unknown types and columns are kept; an empty text is an absent value.
 * @param now the time of receipt; a row more than a day ahead of it is refused
 * @param folder the type to take where the row has no InteractionType cell
 */
export function readInteraction(raw: RawRow, now: Instant, folder?: string): Reading {
  const filled = filledColumns(raw);
  const id = idColumns.map((column) => filled.get(column)).find((value) => value !== undefined);
  if (id === undefined) return refused('missingId', idColumn);
  const type = filled.get('InteractionType') ?? folder;
  if (type === undefined) return refused('missingType', 'InteractionType');
  const time = filled.get('Timestamp');
  if (time === undefined) return refused('missingTime', 'Timestamp');
  const at = parseInstant(time);
  if (at === undefined) return refused('unreadableTime', 'Timestamp');
  if (at > now + ahead) return refused('tooFarAhead', 'Timestamp');
  return { ok: true, interaction: canonical(filled, interactionId(id), typeNameOf(type), at) };
}

const refused = (code: RefusalCode, field: string): Reading => ({ ok: false, refusal: { code, field } });

function filledColumns(raw: RawRow): Map<string, string> {
  const filled = new Map<string, string>();
  for (const column of Object.keys(raw).sort()) {
    const value = textOf(raw[column]);
    if (value !== '') filled.set(column, value);
  }
  return filled;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim() === '' ? '' : value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
}

function canonical(filled: Map<string, string>, id: InteractionId, type: string, at: Instant): Interaction {
  const version = versionOf(filled.get('Version'));
  for (const column of idColumns) filled.delete(column);
  const fixed: Record<string, string> = { InteractionType: type, [idColumn]: id, Timestamp: formatInstant(at) };
  if (filled.has('Version')) fixed['Version'] = version.toString();
  const columns: Record<string, string> = {};
  for (const column of [...new Set([...filled.keys(), ...Object.keys(fixed)])].sort()) {
    columns[column] = fixed[column] ?? canonicalValue(column, filled.get(column) ?? '');
  }
  return { id, type, at, version, columns, text: JSON.stringify(columns) };
}

/** Ids in any column that is named as one get their one spelling; all other text stays as it came. */
function canonicalValue(column: string, value: string): string {
  return column.endsWith('Id') && isGuid(value) ? canonicalId(value) : value;
}

/** 0 where there is none or it is no whole number of up to 64 bits. */
function versionOf(text: string | undefined): bigint {
  if (text === undefined || !/^\s*\d{1,19}\s*$/.test(text)) return 0n;
  const version = BigInt(text.trim());
  return version > largestVersion ? 0n : version;
}

/** An interaction from the text that was kept; the inverse of `interaction.text`. */
export const interactionOf = (text: string): Interaction => fromColumns(JSON.parse(text) as Columns, text);

/** An interaction from canonical columns in any order. */
export function interactionFrom(columns: Columns): Interaction {
  const sorted = Object.fromEntries(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)));
  return fromColumns(sorted, JSON.stringify(sorted));
}

function fromColumns(columns: Columns, text: string): Interaction {
  const cell = (column: string): string => columns[column] ?? '';
  return {
    id: cell(idColumn) as InteractionId,
    type: cell('InteractionType'),
    at: Date.parse(cell('Timestamp')),
    version: versionOf(columns['Version']),
    columns,
    text,
  };
}

/**
 * Which of two rows of one id holds: the higher Version, then more filled columns, then the text that sorts last.
 * Positive when `a` holds, 0 when they are the same content; never depends on the order of arrival.
 */
export function compareHolding(a: Interaction, b: Interaction): number {
  if (a.version !== b.version) return a.version > b.version ? 1 : -1;
  const filled = Object.keys(a.columns).length - Object.keys(b.columns).length;
  if (filled !== 0) return filled;
  return a.text === b.text ? 0 : a.text > b.text ? 1 : -1;
}

/**
 * A test send: its UsageType is there and names neither a journey nor a trigger. Kept, left out of every number.
 */
export function isTestSend(columns: Columns): boolean {
  const usage = columns['UsageType']?.toLowerCase();
  return usage !== undefined && !usage.includes('journey') && !usage.includes('trigger');
}

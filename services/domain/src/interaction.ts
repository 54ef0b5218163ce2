import { canonicalId, interactionId, isGuid, type InteractionId } from './ids';
import { formatInstant, parseInstant, type Instant } from './instant';
import { erasedColumn } from './registry/erasure';
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
  const id = idColumns.map((column) => textOf(raw[column])).find((text) => text !== '');
  if (id === undefined) return refused('missingId', idColumn);
  const type = textOf(raw['InteractionType']) || folder;
  if (type === undefined) return refused('missingType', 'InteractionType');
  const time = textOf(raw['Timestamp']);
  if (time === '') return refused('missingTime', 'Timestamp');
  const at = parseInstant(time);
  if (at === undefined) return refused('unreadableTime', 'Timestamp');
  if (at > now + ahead) return refused('tooFarAhead', 'Timestamp');
  return { ok: true, interaction: canonical(raw, interactionId(id), typeNameOf(type), at) };
}

const refused = (code: RefusalCode, field: string): Reading => ({ ok: false, refusal: { code, field } });

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim() === '' ? '' : value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
}

function canonical(raw: RawRow, id: InteractionId, type: string, at: Instant): Interaction {
  const version = versionOf(textOf(raw['Version']));
  const columns: Record<string, string> = {};
  for (const column of columnsOf(raw)) {
    const value = valueOf(column, textOf(raw[column]), { id, type, at, version });
    if (value !== '') columns[column] = value;
  }
  return { id, type, at, version, columns, text: JSON.stringify(columns) };
}

/** What was read already is written in its one spelling; so are ids. All other text stays as it came. */
function valueOf(column: string, text: string, read: Pick<Interaction, 'id' | 'type' | 'at' | 'version'>): string {
  switch (column) {
    case idColumn:
      return read.id;
    case 'InteractionType':
      return read.type;
    case 'Timestamp':
      return formatInstant(read.at);
    case 'Version':
      return text === '' ? '' : read.version.toString();
    default:
      return text !== '' && column.endsWith('Id') ? idOf(text) : text;
  }
}

/** The columns that rows begin with, in the order in which they came, and what follows them in rows met of late. */
interface Beginning {
  readonly next: Map<string, Beginning>;
  /** For rows that have no more columns: those that an interaction may have of them, sorted. */
  sorted?: readonly string[];
}

const newBeginning = (): Beginning => ({ next: new Map() });
let beginnings = newBeginning();
let beginningsKept = 0;
const mostBeginnings = 20_000;

/** Names of all columns that an interaction may have from the row, sorted; its id has one name. Rows are often alike. */
function columnsOf(raw: RawRow): readonly string[] {
  if (beginningsKept > mostBeginnings) [beginnings, beginningsKept] = [newBeginning(), 0];
  const came = Object.keys(raw);
  let beginning = beginnings;
  for (const column of came) beginning = beginning.next.get(column) ?? longer(beginning, column);
  return (beginning.sorted ??= sortedColumns(came));
}

function longer({ next }: Beginning, column: string): Beginning {
  const made = newBeginning();
  next.set(column, made);
  beginningsKept += 1;
  return made;
}

function sortedColumns(came: readonly string[]): readonly string[] {
  const others = came.filter((column) => !idColumns.some((one) => one === column));
  return [...new Set([...others, idColumn, 'InteractionType'])].sort();
}

/** One spelling of ids met of late, by the spelling that came: rows name the same records over and over. */
const spellings = new Map<string, string>();
const mostSpellings = 20_000;

function idOf(text: string): string {
  const known = spellings.get(text);
  if (known !== undefined) return known;
  const spelled = isGuid(text) ? canonicalId(text) : text;
  if (spellings.size >= mostSpellings) spellings.clear();
  spellings.set(text, spelled);
  return spelled;
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

/** More than a row can have columns. */
const fullest = 1_000_000;

/**
 * How many columns are filled. What is left of an erased row counts as fuller than any, so that nothing of its Version
 * that is delivered again takes its place.
 */
export const fullnessOf = ({ columns }: Interaction): number =>
  erasedColumn in columns ? fullest : Object.keys(columns).length;

/**
 * Which of two rows of one id holds: the higher Version, then more filled columns, then the text that sorts last.
 * Positive when `a` holds, 0 when they are the same content; never depends on the order of arrival.
 */
export function compareHolding(a: Interaction, b: Interaction): number {
  if (a.version !== b.version) return a.version > b.version ? 1 : -1;
  const filled = fullnessOf(a) - fullnessOf(b);
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

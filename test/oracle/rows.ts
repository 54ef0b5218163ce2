import { isGuid, sameId } from './ids';
import { readTime, type Instant } from './times';
import { nameOfType } from './types';

/** A row as a source delivers it. */
export interface Delivered {
  /** An object of text columns. Whatever else came in its place is refused. */
  readonly row: unknown;
  /** The folder in which it lay, which names its type where the row does not. */
  readonly folder?: string | undefined;
  readonly receivedAt: Instant;
}

/** A row that was understood. */
export interface Row {
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  readonly version: bigint;
  /** Filled cells by column, ids in their one spelling. */
  readonly cells: ReadonlyMap<string, string>;
}

/** Why a row was not taken in, in the service's word for it. */
export type Refused = 'notAnObject' | 'missingId' | 'missingType' | 'missingTime' | 'unreadableTime' | 'tooFarAhead';

const idColumns = ['InternalMarketingInteractionId', 'InteractionId', 'IdempotencyId'];
const aDay = 24 * 60 * 60 * 1000;

/** The text of a cell; empty where there is none. */
export const cell = (row: Row, column: string): string => row.cells.get(column) ?? '';

/** A row is refused without id, type or readable time, or with a time more than a day ahead. */
export function readRow({ row, folder, receivedAt }: Delivered): Row | Refused {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return 'notAnObject';
  const filled = filledCells(row);
  const id = idColumns.map((column) => filled.get(column)).find((text) => text !== undefined);
  const type = filled.get('InteractionType') ?? folder;
  const time = filled.get('Timestamp');
  if (id === undefined) return 'missingId';
  if (type === undefined) return 'missingType';
  if (time === undefined) return 'missingTime';
  const at = readTime(time);
  if (at === undefined) return 'unreadableTime';
  if (at > receivedAt + aDay) return 'tooFarAhead';
  return understood(filled, sameId(id), nameOfType(type), at);
}

/** An empty text is an absent value. */
function filledCells(row: object): Map<string, string> {
  const filled = new Map<string, string>();
  for (const [column, value] of Object.entries(row) as [string, unknown][]) {
    const text = textOf(value);
    if (text.trim() !== '') filled.set(column, text);
  }
  return filled;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function understood(filled: ReadonlyMap<string, string>, id: string, type: string, at: Instant): Row {
  const cells = new Map<string, string>();
  for (const [column, text] of filled) cells.set(column, column.endsWith('Id') && isGuid(text) ? sameId(text) : text);
  for (const column of idColumns) cells.delete(column);
  const version = versionOf(filled.get('Version'));
  cells.set('InternalMarketingInteractionId', id);
  cells.set('InteractionType', type);
  cells.set('Timestamp', new Date(at).toISOString());
  if (filled.has('Version')) cells.set('Version', String(version));
  return { id, type, at, version, cells };
}

/** An integer of up to 64 bits; what is none is 0. */
function versionOf(text = ''): bigint {
  const digits = text.trim();
  if (!/^\d+$/.test(digits)) return 0n;
  return BigInt.asIntN(64, BigInt(digits)) === BigInt(digits) ? BigInt(digits) : 0n;
}

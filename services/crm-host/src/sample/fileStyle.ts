import { interactionTypes, leadingColumns } from '@record-insights/domain';
import type { Dice } from './dice';
import { laterColumns, laterStretch } from './edition';
import { unknownColumns } from './hostile';
import type { InteractionRow } from './outbox';

/** How one file is written: nothing in it changes from its first row to its last. */
export interface FileStyle {
  readonly columns: readonly string[];
  readonly bom: boolean;
  readonly time: 'us' | 'iso';
  /** Columns with one value throughout. */
  readonly fixed: Readonly<Record<string, string>>;
}

/** Columns that an importer never heard of, and that say the same in every row. */
const extra = { SourceSystem: '1', BusinessUnitId: '' } as const;

/** The exporter's order as a rule; some files have another, some have more columns, some a byte order mark. */
export function fileStyle(
  dice: Dice,
  first: InteractionRow,
  { stretch, hostile }: { readonly stretch: number; readonly hostile: boolean },
): FileStyle {
  const type = first['InteractionType'] ?? '';
  const known = interactionTypes[type]?.columns ?? [...new Set([...leadingColumns, ...Object.keys(first)])];
  const later = stretch >= laterStretch ? (laterColumns[type] ?? []) : [];
  const more = dice.chance(0.12) ? Object.keys(extra) : [];
  const shuffled = dice.chance(0.12);
  const bom = dice.chance(0.25);
  const time = dice.chance(0.2) ? 'iso' : 'us';
  const whole = [...new Set([...known, ...later, ...more, ...(hostile ? unknownColumns : [])])];
  const kept = hostile ? withoutSome(whole, dice) : whole;
  return { columns: shuffled ? dice.shuffled(kept) : kept, bom, time, fixed: more.length > 0 ? extra : {} };
}

/** A third of the hostile files lack a few columns; without id and time no row could be taken at all. */
function withoutSome(columns: readonly string[], dice: Dice): readonly string[] {
  if (!dice.chance(0.33)) return columns;
  const needed = new Set(['InternalMarketingInteractionId', 'Timestamp']);
  const dropped = new Set([dice.pick(columns), dice.pick(columns), dice.pick(columns)]);
  return columns.filter((column) => needed.has(column) || !dropped.has(column));
}

/** `2026-01-31T08:15:00.000Z` as the exporter writes it: `1/31/2026 8:15:00 AM +00:00`. What is no time stays. */
export function usTime(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime()) || at.toISOString() !== iso) return iso;
  const date = `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear()}`;
  const two = (number: number): string => String(number).padStart(2, '0');
  const half = at.getUTCHours() < 12 ? 'AM' : 'PM';
  return `${date} ${at.getUTCHours() % 12 || 12}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} ${half} +00:00`;
}

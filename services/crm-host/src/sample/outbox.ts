import { typeOf, type Instant } from '@record-insights/domain';
import { localOrganisation } from '../organisation';
import { hour, minute, second, type Calendar } from './calendar';
import { diceOf, type Dice } from './dice';
import { laterColumns } from './edition';

/** One exported row: cells by column, filled ones only; times in ISO 8601. */
export type InteractionRow = Readonly<Record<string, string>>;

/** A row, and when the exporter wrote it. */
export interface Arrival {
  readonly at: Instant;
  readonly row: InteractionRow;
}

type Cells = Readonly<Record<string, string | undefined>>;

/** Holds rows until the day of their export comes. */
export interface Outbox {
  /** Takes what happened; cells that the type has no column for are left out. */
  emit(type: string, at: Instant, cells: Cells): void;
  /** Everything exported on that day, in order. */
  takeDay(day: number): readonly Arrival[];
}

const lateShare = 0.006;
const correctedShare = 0.0025;

export function openOutbox(seed: number, calendar: Calendar): Outbox {
  const dice = diceOf(seed, 'export');
  const waiting = new Map<number, Arrival[]>();
  const put = (at: Instant, row: InteractionRow): void => {
    if (at > calendar.until) return;
    const day = calendar.indexOf(at);
    const rows = waiting.get(day);
    const versioned = { ...row, Version: ticks(at) };
    if (rows) rows.push({ at, row: versioned });
    else waiting.set(day, [{ at, row: versioned }]);
  };
  let lastContact: string | undefined;
  return {
    emit: (type, at, cells) => {
      if (at < calendar.start || at > calendar.until) return;
      const row = rowOf(type, at, cells, dice.hex(32).toUpperCase());
      const arrival = at + exportDelay(dice);
      if (dice.chance(correctedShare)) {
        put(arrival, mistaken(row, at, lastContact, dice));
        put(arrival + dice.int(1, 20 * 24) * hour, row);
      } else put(arrival, row);
      lastContact = cells['ContactId'] || lastContact;
    },
    takeDay: (day) => {
      const rows = waiting.get(day) ?? [];
      waiting.delete(day);
      return rows.sort((a, b) => a.at - b.at);
    },
  };
}

/** Minutes as a rule; a few rows are days late and so come in files written later. */
function exportDelay(dice: Dice): number {
  const late = dice.chance(lateShare) ? dice.int(2 * 24, 60 * 24) * hour : 0;
  return late + Math.floor(dice.between(1 * minute, 25 * minute) / second) * second;
}

function rowOf(type: string, at: Instant, cells: Cells, id: string): InteractionRow {
  const row: Record<string, string> = {
    InteractionType: type,
    OrganizationId: localOrganisation.id,
    Timestamp: new Date(at).toISOString(),
    InternalMarketingInteractionId: id,
  };
  for (const column of columnsOf(type)) {
    const value = cells[column];
    if (value) row[column] = value;
  }
  return row;
}

const known = new Map<string, readonly string[]>();

/** All columns that a type can have in either edition. */
export function columnsOf(type: string): readonly string[] {
  const found = known.get(type) ?? [...typeOf(type).columns, ...(laterColumns[type] ?? [])];
  known.set(type, found);
  return found;
}

/** What the exporter said before it was put right: no account, a wrong hour, now and then another person. */
function mistaken(row: InteractionRow, at: Instant, contact: string | undefined, dice: Dice): InteractionRow {
  const kind = dice.weighted([5, 4, 1]);
  if (kind === 0) return { ...row, AccountId: '' };
  if (kind === 1) return { ...row, Timestamp: new Date(at - dice.int(1, 5) * hour).toISOString() };
  return row['ContactId'] && contact ? { ...row, ContactId: contact } : row;
}

/** A version as the exporter counts: tenths of microseconds since the year 1, more than a double can hold. */
function ticks(at: Instant): string {
  return `${at + 62_135_596_800_000}0000`;
}

import { firstOpens, type AnsweredDelivery } from './answeredDeliveries';
import { candidatesOf, standsBefore, verdictChoices, type Choice, type VerdictChoice } from './counting';
import type { Instant } from './instant';
import type { PersonRecord } from './personRecord';
import { counterOf, personCounterIds, type CounterId } from './registry/counters';

/**
 * What a person's history contributes to every counter, in numbers alone, so that the histories of very many people are
 * quick to add up: any period, any choice of verdict, from any instant on. Nothing in it tells who the person is.
 *
 * A row counts unless another stands for the same thing in its place. Of each row that could count is kept, by place
 * among the rows, the nearest one that would stand before it: in a period the row counts when it lies in it and that
 * one does not. So no set has to be made to count unique things.
 */
export interface Digest {
  /** All rows that count somewhere, the earliest first. */
  readonly rows: DigestRows;
  readonly counters: Readonly<Partial<Record<CounterId, DigestColumn>>>;
  /**
   * Of each delivery that could count, as its column has them, the instant of the first open of its message in its send,
   * by whose opens count; NaN where there is none, -1 where the delivery names no message.
   */
  readonly opened: Readonly<Record<VerdictChoice, Float64Array>>;
}

export interface DigestRows {
  readonly at: Float64Array;
  /** Place of the row's type among `types`; of its rule among `rules`, where the empty text stands for none. */
  readonly type: Uint16Array;
  readonly rule: Uint16Array;
  readonly verdict: Uint16Array;
  readonly types: readonly string[];
  readonly rules: readonly string[];
}

/** Rows that could count, as places among the rows. */
export interface DigestColumn {
  readonly row: Uint32Array;
  /**
   * By choice of verdict, the place of the nearest row that would stand before it, plus 1; 0: none. Absent where each
   * row counts by itself.
   */
  readonly bar?: Readonly<Record<VerdictChoice, Uint32Array>>;
}

/** The codes of `DigestRows.verdict`. */
export const verdictCodes = ['human', 'machine', 'unknown'] as const;

/** Stands for the instant of an open where a delivery names no message. */
const nameless = -1;

const choices = Object.keys(verdictChoices) as VerdictChoice[];

/** @param records judged, of one person, in any order */
export function digestOf(records: readonly PersonRecord[]): Digest {
  const sorted = [...records].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const place = new Map<PersonRecord, number>(sorted.map((record, n) => [record, n]));
  const placeOf = (record: PersonRecord): number => place.get(record) ?? 0;
  const counters = personCounterIds.flatMap((id) => {
    const column = columnOf(id, sorted, placeOf);
    return column.row.length === 0 ? [] : [[id, column] as const];
  });
  return { rows: rowsOf(sorted), counters: Object.fromEntries(counters), opened: openedOf(sorted) };
}

function rowsOf(sorted: readonly PersonRecord[]): DigestRows {
  const [types, rules] = [new Map<string, number>(), new Map<string, number>()];
  const code = (codes: Map<string, number>, text: string): number => {
    const known = codes.get(text) ?? codes.size;
    codes.set(text, known);
    return known;
  };
  return {
    at: Float64Array.from(sorted, ({ at }) => at),
    type: Uint16Array.from(sorted, ({ type }) => code(types, type)),
    rule: Uint16Array.from(sorted, ({ rule }) => code(rules, rule)),
    verdict: Uint16Array.from(sorted, ({ verdict }) => verdictCodes.indexOf(verdict)),
    types: [...types.keys()],
    rules: [...rules.keys()],
  };
}

function columnOf(
  id: CounterId,
  sorted: readonly PersonRecord[],
  placeOf: (record: PersonRecord) => number,
): DigestColumn {
  const def = counterOf(id);
  const candidates = candidatesOf(def, sorted);
  const row = Uint32Array.from(candidates, placeOf);
  if (def.counts === 'every') return { row };
  const bars = choices.map((verdict) => [verdict, barsOf(id, candidates, verdict, placeOf)] as const);
  return { row, bar: Object.fromEntries(bars) as Record<VerdictChoice, Uint32Array> };
}

/** For each candidate, in the order given, the nearest of those that would stand before it. */
function barsOf(
  id: CounterId,
  candidates: readonly PersonRecord[],
  verdict: VerdictChoice,
  placeOf: (record: PersonRecord) => number,
): Uint32Array {
  const def = counterOf(id);
  const chosen = candidates.filter((record) => verdictChoices[verdict].includes(record.verdict));
  const bar = new Map<PersonRecord, number>();
  for (const alike of standsBefore(def, chosen)) {
    // From the one that stands before all others: what comes after it is barred by the nearest of those before.
    let nearest: number | undefined;
    for (const record of alike) {
      if (nearest !== undefined) bar.set(record, nearest + 1);
      const place = placeOf(record);
      nearest =
        nearest === undefined ? place : def.listedBy === 'last' ? Math.min(nearest, place) : Math.max(nearest, place);
    }
  }
  return Uint32Array.from(candidates, (record) => bar.get(record) ?? 0);
}

function openedOf(sorted: readonly PersonRecord[]): Digest['opened'] {
  const deliveries = candidatesOf(counterOf('delivered'), sorted);
  const opened = choices.map((verdict) => {
    const firstOpen = firstOpens(sorted, { verdict });
    const at = (one: PersonRecord): number => (one.message === '' ? nameless : (firstOpen(one)?.at ?? NaN));
    return [verdict, Float64Array.from(deliveries, at)] as const;
  });
  return Object.fromEntries(opened) as Digest['opened'];
}

/** What is asked of a digest: rows from the first instant on, before the second. */
export interface DigestSpan {
  readonly from: Instant;
  readonly before: Instant;
}

/** Whether a digest can answer the choice: it knows of no journeys. */
export const answersChoice = ({ journey, iteration, tile }: Choice): boolean =>
  journey === undefined && iteration === undefined && tile === undefined;

/** The rows that count in the span, as places among the digest's rows; as many as `contributions` has. */
export function countedIn(
  { rows, counters }: Digest,
  id: CounterId,
  { verdict, since = -Infinity }: Choice,
  { from, before }: DigestSpan,
): readonly number[] {
  const column = counters[id];
  if (!column) return [];
  const { counts, listedBy } = counterOf(id);
  const bars = column.bar?.[verdict];
  const included = verdictCodes.map((code) => verdictChoices[verdict].includes(code));
  const first = Math.max(from, since);
  // One that stands before the row takes its place where it may count itself.
  const lower = counts === 'first' ? since : first;
  const isBarred = (place: number): boolean => {
    const at = rows.at[place] ?? NaN;
    return listedBy === 'last' ? at < before : at >= lower;
  };
  const found: number[] = [];
  column.row.forEach((place, n) => {
    const at = rows.at[place] ?? NaN;
    if (at < first || at >= before || included[rows.verdict[place] ?? 2] !== true) return;
    const bar = bars?.[n] ?? 0;
    if (bar === 0 || !isBarred(bar - 1)) found.push(place);
  });
  return found;
}

/** The deliveries of the span, each with its first open: what `answeredDeliveries` has. */
export function answeredIn(digest: Digest, choice: Choice, span: DigestSpan): readonly AnsweredDelivery[] {
  const places = new Set(countedIn(digest, 'delivered', { ...choice, verdict: 'all' }, span));
  const opened = digest.opened[choice.verdict];
  const found: AnsweredDelivery[] = [];
  digest.counters.delivered?.row.forEach((place, n) => {
    const first = opened[n] ?? NaN;
    if (!places.has(place) || first === nameless) return;
    found.push({
      delivery: { at: digest.rows.at[place] ?? NaN },
      opened: Number.isNaN(first) ? undefined : { at: first },
    });
  });
  return found;
}

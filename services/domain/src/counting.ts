import type { Instant } from './instant';
import type { PersonRecord } from './personRecord';
import { counterOf, type CounterDef, type CounterId, type RecordKey } from './registry/counters';
import type { Verdict } from './registry/interactionTypes';
import type { LeftOut } from './registry/leftOut';
import { traitOf } from './traits';

/** Whose opens and clicks count: everybody's, all but those of machines, or only those that are surely a person's. */
export const verdictChoices = {
  all: { title: 'All', includes: () => true },
  people: { title: 'People', includes: (verdict) => verdict !== 'machine' },
  surePeople: { title: 'Surely people', includes: (verdict) => verdict === 'human' },
} as const satisfies Record<string, { readonly title: string; readonly includes: (verdict: Verdict) => boolean }>;

/** Of what people of an account did, what counts. */
export const scopes = {
  joined: { title: 'Since joining' },
  full: { title: 'Full history' },
} as const;

export type Scope = keyof typeof scopes;

export type VerdictChoice = keyof typeof verdictChoices;

/** Restricts rows before they are counted. Absent parts do not restrict. */
export interface Choice {
  readonly verdict: VerdictChoice;
  readonly journey?: string | undefined;
  readonly iteration?: string | undefined;
  readonly tile?: string | undefined;
  /** Only rows from this instant on. */
  readonly since?: Instant | undefined;
}

/** A counted thing: the row that stands for it, and how many rows it stands for. */
export interface Counted<R extends PersonRecord = PersonRecord> {
  readonly record: R;
  readonly rows: number;
}

/** Whether a row falls in the period asked for. */
export type InPeriod = (record: PersonRecord) => boolean;

/**
 * What a person's rows contribute to a counter in a period: one entry a counted thing, so that the number is the
 * length of its list. Pure; the order of the rows does not matter to the content, entries come in no order.
 * Rules: docs/counting.md, after the domain's decisions.
 */
export function contributions<R extends PersonRecord>(
  id: CounterId,
  records: readonly R[],
  choice: Choice,
  inPeriod: InPeriod,
): readonly Counted<R>[] {
  const def = counterOf(id);
  return rules[def.counts](
    def,
    candidatesOf(def, records).filter((record) => isChosen(def, record, choice)),
    inPeriod,
  );
}

/** The rows that may count: those that the counter is about and that nothing takes back, in whatever period. */
export function candidatesOf<R extends PersonRecord>(def: CounterDef, records: readonly R[]): readonly R[] {
  const standing = standingIn(def, records);
  return records.filter((record) => isOfKind(def, record) && standing(record) === '');
}

/** Why a row that a counter is about counts in no period and for no choice; empty for one that may count. */
export type RowStanding =
  '' | Extract<LeftOut, 'testSend' | 'machine' | 'takesBack' | 'takenBack' | 'opened' | 'repeat'>;

/** How rows of a person stand among all of them. */
export function standingIn(def: CounterDef, records: readonly PersonRecord[]): (record: PersonRecord) => RowStanding {
  const sent = records.filter((record) => !record.testSend);
  const [isLost, isTouched, isTwin] = [losing(def, sent), touching(def, sent), doubling(def, sent)];
  return (record) => {
    if (record.testSend) return 'testSend';
    if (!isAdmitted(def, record)) return 'machine';
    if (isNegative(def, record)) return 'takesBack';
    if (isLost(record)) return 'takenBack';
    if (isTouched(record)) return 'opened';
    return isTwin(record) ? 'repeat' : '';
  };
}

/** Rows that count as one, together, that first which stands for all of them, then the one that would without it. */
export function standsBefore<R extends PersonRecord>(def: CounterDef, rows: readonly R[]): readonly (readonly R[])[] {
  const byKey = new Map<string, R[]>();
  for (const row of rows) {
    const key = ownKeyOf(def, row);
    const alike = byKey.get(key);
    if (alike) alike.push(row);
    else byKey.set(key, [row]);
  }
  return [...byKey.values()].map((alike) => alike.sort((a, b) => (comesFirst(def, a, b) ? -1 : 1)));
}

/** Whether who did it may count at all. */
const isAdmitted = ({ noMachines }: CounterDef, { verdict }: PersonRecord): boolean =>
  noMachines !== true || verdict !== 'machine';

const isChosen = (def: CounterDef, record: PersonRecord, choice: Choice): boolean =>
  (def.byIteration === true ? choice.tile === undefined : isOfVerdict(record, choice)) &&
  isOfUsage(record, choice) &&
  isSince(record, choice);

export const isOfVerdict = (record: PersonRecord, choice: Choice): boolean =>
  verdictChoices[choice.verdict].includes(record.verdict);

/** Whether the row is not from before what is chosen. */
export const isSince = ({ at }: PersonRecord, { since = -Infinity }: Choice): boolean => at >= since;

/** Whether the row belongs to the chosen journey, iteration and tile. */
export function isOfUsage(record: PersonRecord, choice: Choice): boolean {
  return (
    (choice.journey === undefined || record.journey === choice.journey) &&
    (choice.iteration === undefined || record.iteration === choice.iteration) &&
    (choice.tile === undefined || record.tile === choice.tile)
  );
}

const counts = (def: CounterDef, record: PersonRecord): boolean => isOfKind(def, record) && !isNegative(def, record);

/** Whether the row is one of those that the counter is about. */
export const isOfKind = ({ types, needs = [], says }: CounterDef, record: PersonRecord): boolean =>
  (types === 'all' || types.includes(record.type)) &&
  needs.every((key) => record[key] !== '') &&
  (says === undefined || traitOf(record, says.trait).toLowerCase() === says.text);

/** Whether the row takes a counted one back instead of being one. */
const isNegative = (def: CounterDef, record: PersonRecord): boolean => def.takenBackBy !== undefined && record.negative;

/** Whether another row tells the same thing, and counts instead. */
function doubling({ twins }: CounterDef, all: readonly PersonRecord[]): (record: PersonRecord) => boolean {
  if (!twins) return () => false;
  const { keep, drop, same, named } = twins;
  const kept = new Set(all.filter(({ type }) => type === keep).map((record) => keyOf(same, record)));
  const mayBeTwin = (record: PersonRecord): boolean => named !== true || same.every((key) => record[key] !== '');
  return (record) => record.type === drop && mayBeTwin(record) && kept.has(keyOf(same, record));
}

type Rule = <R extends PersonRecord>(
  def: CounterDef,
  records: readonly R[],
  inPeriod: InPeriod,
) => readonly Counted<R>[];

const rules: Readonly<Record<CounterDef['counts'], Rule>> = {
  every: (_def, records, inPeriod) => records.filter(inPeriod).map((record) => ({ record, rows: 1 })),
  first: (def, records, inPeriod) => oncePerKey(def, records).filter(({ record }) => inPeriod(record)),
  distinct: (def, records, inPeriod) => oncePerKey(def, records.filter(inPeriod)),
};

function oncePerKey<R extends PersonRecord>(def: CounterDef, records: readonly R[]): readonly Counted<R>[] {
  const byKey = new Map<string, Counted<R>>();
  for (const record of records) {
    const key = ownKeyOf(def, record);
    const held = byKey.get(key);
    const first = held === undefined || comesFirst(def, record, held.record) ? record : held.record;
    byKey.set(key, { record: first, rows: (held?.rows ?? 0) + 1 });
  }
  return [...byKey.values()];
}

/** What tells the row apart from others: its key, and where that is empty itself. */
function ownKeyOf({ per, apart }: CounterDef, record: PersonRecord): string {
  return apart === true && per.every((key) => record[key] === '') ? `\u0000\u0000${record.id}` : keyOf(per, record);
}

/** A specific type before a generic one, then the earliest, then the lowest id; or the latest before all others. */
function comesFirst({ generic = [], listedBy }: CounterDef, a: PersonRecord, b: PersonRecord): boolean {
  const rank = (record: PersonRecord): number => (generic.includes(record.type) ? 1 : 0);
  const byTime = a.at - b.at || (a.id < b.id ? -1 : 1);
  return (rank(a) - rank(b) || (listedBy === 'last' ? -byTime : byTime)) < 0;
}

/**
 * Whether a row was taken back: by a bounce at or after it or a negative row. What takes back is looked for among all
 * rows: no choice of journey or verdict brings a delivery back.
 */
function losing(def: CounterDef, all: readonly PersonRecord[]): (record: PersonRecord) => boolean {
  const lost = takenBackKeys(def, all);
  return lost.size === 0 ? () => false : (record) => lost.has(keyOf(takenBackPer(def), record));
}

/** Whether the person ever did with the row's message what the counter excludes, chosen or not. */
function touching({ unlessEver }: CounterDef, all: readonly PersonRecord[]): (record: PersonRecord) => boolean {
  if (!unlessEver) return () => false;
  const touched = new Set(all.filter(({ type }) => unlessEver.includes(type)).map(({ message }) => message));
  return ({ message }) => touched.has(message);
}

const takenBackPer = ({ takenBackPer: per, ...def }: CounterDef): readonly RecordKey[] => per ?? def.per;

/** Keys of which the one row that stands for them is taken back. */
function takenBackKeys(def: CounterDef, all: readonly PersonRecord[]): ReadonlySet<string> {
  const { takenBackBy, types } = def;
  if (!takenBackBy || types === 'all') return new Set();
  const per = takenBackPer(def);
  /** The last instant up to which deliveries of the key are taken back. */
  const until = new Map<string, number>();
  for (const record of all) {
    const negative = record.negative && types.includes(record.type);
    if (!negative && !takenBackBy.includes(record.type)) continue;
    const key = keyOf(per, record);
    until.set(key, Math.max(until.get(key) ?? -Infinity, negative ? Infinity : record.at));
  }
  const deliveries = all.filter((record) => counts(def, record) && until.has(keyOf(per, record)));
  const lost = oncePerKey({ ...def, per }, deliveries)
    .map(({ record }) => ({ key: keyOf(per, record), at: record.at }))
    .filter(({ key, at }) => at <= (until.get(key) ?? -Infinity));
  return new Set(lost.map(({ key }) => key));
}

const keyOf = (keys: readonly RecordKey[], record: PersonRecord): string =>
  keys.map((key) => record[key]).join('\u0000');

/** Ids of the rows of deliveries that were taken back; a timeline marks them. */
export function takenBack(records: readonly PersonRecord[]): ReadonlySet<string> {
  const def = counterOf('delivered');
  const all = records.filter((record) => !record.testSend);
  const lost = takenBackKeys(def, all);
  const deliveries = all.filter((record) => counts(def, record) && lost.has(keyOf(def.per, record)));
  return new Set(deliveries.map((record) => record.id));
}

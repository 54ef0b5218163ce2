import { isOfKind, standingIn, standsBefore, verdictChoices, type Choice, type VerdictChoice } from './counting';
import type { Instant } from './instant';
import { signatureOf } from './journeyTiles';
import type { PersonRecord } from './personRecord';
import { counterOf, type CounterId } from './registry/counters';
import { dimensionOf, type DimensionId } from './registry/dimensions';
import { valueOf } from './traits';

/**
 * What people contribute to a record that very many of them touch, in numbers that add up: so many things on a day, the
 * same thing having been there before on another day, or never. In a period a thing counts on the first day on which it
 * was there: where its day lies in the period and the day before that does not. So distinct numbers are exact over any
 * range of days, and what one person contributes can be added and taken away.
 */
export interface RollupSeries {
  readonly counter: CounterId;
  /** Absent: the number itself. */
  readonly dimension?: DimensionId | undefined;
  /** The dimension's; empty where rows do not tell. */
  readonly value: string;
  /**
   * Whom it counts for. Rows that are alike in verdict and usage count for every choice that takes them in; others are
   * counted for each choice apart.
   */
  readonly whose: Alike | OneChoice;
}

/** The verdict and usage of the rows. */
interface Alike {
  readonly verdict: PersonRecord['verdict'];
  readonly usage: Usage;
}

/** Exactly what is chosen; undefined parts are not. */
interface OneChoice {
  readonly choice: VerdictChoice;
  readonly usage: Partial<Usage>;
}

/** In which journey, iteration and tile a message or page was used; empty where the row does not tell. */
export type Usage = Readonly<Record<UsagePart, string>>;

const usageParts = ['journey', 'iteration', 'tile'] as const;
type UsagePart = (typeof usageParts)[number];

/** Days since 1970-01-01 in the organisation's zone. */
export type DayNumber = number;

/** Told each thing: `before` is the day on which it was there before. */
export type TellThing = (series: RollupSeries, day: DayNumber, before: DayNumber | undefined) => void;

/** The counters that are kept of a record type, each with the dimensions that it is told by. */
export type Kept = ReadonlyMap<CounterId, readonly DimensionId[]>;

/**
 * Tells what a person's rows of one record contribute.
 * @param records judged, of one person and one record, in any order
 */
export function rollUp(
  records: readonly PersonRecord[],
  kept: Kept,
  dayOf: (at: Instant) => DayNumber,
  tell: TellThing,
): void {
  const types = new Set(records.map(({ type }) => type));
  for (const [counter, dimensions] of kept) {
    const def = counterOf(counter);
    if (def.types !== 'all' && !def.types.some((type) => types.has(type))) continue;
    const ofThings = dimensions.filter((dimension) => !isOfRows(dimension));
    const tellRow = (row: PersonRecord, { some, whose }: Chosen, before?: DayNumber): void => {
      const day = dayOf(row.at);
      tell({ counter, value: '', whose }, day, before);
      for (const dimension of ofThings)
        tell({ counter, dimension, value: valueOfSome(some, row, dimension), whose }, day, before);
    };
    const standing = standingIn(def, records);
    const about = records.filter((row) => isOfKind(def, row)).map((row) => ({ row, stands: standing(row) }));
    const candidates = about.filter(({ stands }) => stands === '').map(({ row }) => row);
    for (const dimension of dimensions.filter(isOfRows))
      for (const { row, stands } of about)
        if (stands !== '' || !countsRows(counter))
          tell({ counter, dimension, value: stands, whose: alike(row) }, dayOf(row.at), undefined);
    if (def.counts === 'every') for (const row of candidates) tellRow(row, { some: [row], whose: alike(row) });
    else
      for (const rows of standsBefore(def, candidates)) {
        const tellThing = def.counts === 'first' ? tellFirst : tellDays;
        for (const chosen of def.byIteration === true ? byIteration(rows) : choicesOf(rows))
          tellThing(chosen.some, dayOf, (row, before) => tellRow(row, chosen, before));
      }
  }
}

const valueOfSome = (some: readonly PersonRecord[], row: PersonRecord, dimension: DimensionId): string =>
  dimensionOf(dimension).reads === 'signature' ? signatureOf(some) : valueOf(row, dimension);

const isOfRows = (dimension: DimensionId): boolean => dimensionOf(dimension).reads === 'standing';

/** Whether the number itself tells how many rows may count. */
export const countsRows = (counter: CounterId): boolean => counterOf(counter).counts === 'every';

const alike = ({ verdict, journey, iteration, tile }: PersonRecord): Alike => ({
  verdict,
  usage: { journey, iteration, tile },
});

type TellRow = (row: PersonRecord, before?: DayNumber) => void;

function tellFirst([first]: readonly PersonRecord[], _dayOf: (at: Instant) => DayNumber, tell: TellRow): void {
  if (first) tell(first);
}

/** Each day on which the thing was there, by its first row of the day. */
function tellDays(rows: readonly PersonRecord[], dayOf: (at: Instant) => DayNumber, tell: TellRow): void {
  let before: DayNumber | undefined;
  for (const row of [...rows].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    const day = dayOf(row.at);
    if (day !== before) tell(row, before);
    before = day;
  }
}

interface Chosen {
  readonly some: readonly PersonRecord[];
  readonly whose: RollupSeries['whose'];
}

const verdicts = Object.keys(verdictChoices) as VerdictChoice[];

/** The rows together where they are alike, else those of each choice that takes some of them in. */
function choicesOf(rows: readonly PersonRecord[]): readonly Chosen[] {
  const [first] = rows;
  if (!first) return [];
  const isLikeFirst = (row: PersonRecord): boolean =>
    row.verdict === first.verdict && usageParts.every((part) => row[part] === first[part]);
  if (rows.every(isLikeFirst)) return [{ some: rows, whose: alike(first) }];
  const usages = new Map(rows.flatMap(usagesOf).map((usage) => [JSON.stringify(usage), usage]));
  return [...usages.values()].flatMap((usage) =>
    verdicts.flatMap((choice) => {
      const some = rows.filter((row) => verdictChoices[choice].includes(row.verdict) && isUsedIn(row, usage));
      return some.length === 0 ? [] : [{ some, whose: { choice, usage } }];
    }),
  );
}

/** All rows of an iteration together: a choice of verdict takes all of them in, one of tile none. */
function byIteration(rows: readonly PersonRecord[]): readonly Chosen[] {
  const [first] = rows;
  return first ? [{ some: rows, whose: { ...alike({ ...first, tile: '' }), verdict: 'human' } }] : [];
}

/** All that may be chosen of a row's usage, from nothing to the whole. */
function usagesOf(row: PersonRecord): readonly Partial<Usage>[] {
  return usageParts.reduce<readonly Partial<Usage>[]>(
    (all, part) => [...all, ...all.map((usage) => ({ ...usage, [part]: row[part] }))],
    [{}],
  );
}

const isUsedIn = (row: Usage, usage: Partial<Usage>): boolean =>
  usageParts.every((part) => usage[part] === undefined || usage[part] === row[part]);

/** Whether a series counts for what is chosen. */
export function countsFor({ whose }: RollupSeries, { verdict, journey, iteration, tile }: Choice): boolean {
  const usage = { journey, iteration, tile };
  if ('verdict' in whose)
    return (
      verdictChoices[verdict].includes(whose.verdict) &&
      usageParts.every((part) => usage[part] === undefined || usage[part] === whose.usage[part])
    );
  return whose.choice === verdict && usageParts.every((part) => usage[part] === whose.usage[part]);
}

type SeriesParts = readonly [CounterId, DimensionId | 0, string, string, string | 0, string | 0, string | 0, 1?];

/** One text a series, from which it can be read again. */
export function seriesText({ counter, dimension, value, whose }: RollupSeries): string {
  const told = dimension === undefined ? '0' : `"${dimension}"`;
  return `["${counter}",${told},${value === '' ? '""' : JSON.stringify(value)},${whoseText(whose)}]`;
}

/** Texts of whom series count for: each is told in many series. */
const whoseTexts = new WeakMap<RollupSeries['whose'], string>();

function whoseText(whose: RollupSeries['whose']): string {
  const known = whoseTexts.get(whose);
  if (known !== undefined) return known;
  const { journey = 0, iteration = 0, tile = 0 } = whose.usage;
  const parts =
    'verdict' in whose ? [whose.verdict, journey, iteration, tile] : [whose.choice, journey, iteration, tile, 1];
  const text = JSON.stringify(parts).slice(1, -1);
  whoseTexts.set(whose, text);
  return text;
}

export function seriesFrom(text: string): RollupSeries {
  const [counter, dimension, value, who, ...usage] = JSON.parse(text) as SeriesParts;
  const [journey, iteration, tile, isOneChoice] = usage;
  const named = { counter, ...(dimension === 0 ? {} : { dimension }), value };
  if (isOneChoice === 1) {
    const chosen = Object.entries({ journey, iteration, tile }).filter(([, id]) => id !== 0);
    return { ...named, whose: { choice: who as VerdictChoice, usage: Object.fromEntries(chosen) as Partial<Usage> } };
  }
  return {
    ...named,
    whose: { verdict: who as Alike['verdict'], usage: { journey, iteration, tile } as Usage },
  };
}

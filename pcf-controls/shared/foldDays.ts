import { typeOf, type Day, type DayCount, type ListColumnId, type ListRow } from '@record-insights/domain';

/** What happened in a day and says the same, told once. */
export interface Told {
  /** The newest of the rows. */
  readonly row: ListRow;
  /** The others that say the same, newest first. */
  readonly repeats: readonly ListRow[];
  /** What led to each of them where the two are told as one, and how that is said. */
  readonly led?: { readonly verb: string; readonly rows: readonly ListRow[] };
}

/** A timeline's item: a day's head, or what happened. */
export type TimelineItem =
  { readonly kind: 'day'; readonly day: Day; readonly count: number | undefined } | ({ readonly kind: 'row' } & Told);

/** What rows must share to be told as one, "2 times". @param who the column that names who did it, where several may have */
function sayingOf({ type, fields, takenBack }: ListRow, who: ListColumnId | undefined): string {
  const { thing, about } = typeOf(type).sentence;
  const said = [thing, about, who].map((column) => (column === undefined ? '' : (fields[column] ?? '')));
  return JSON.stringify([type, ...said, takenBack === true]);
}

/** The rows of a day, each told once: with those that say the same, and with what led to it ("Sent and delivered"). */
function tellDay(rows: readonly ListRow[], who: ListColumnId | undefined): readonly Told[] {
  const groups = groupBy(rows, (row) => sayingOf(row, who));
  const swallowed = new Set<readonly ListRow[]>();
  const ledTo = ([row]: readonly ListRow[], count: number): Told['led'] => {
    const fold = row && typeOf(row.type).foldsWith;
    const before = fold && groups.get(sayingOf({ ...row, type: fold.type }, who));
    if (!fold || before?.length !== count) return undefined;
    swallowed.add(before);
    return { verb: fold.verb, rows: before };
  };
  const told = [...groups.values()].map((group) => ({ group, led: ledTo(group, group.length) }));
  return told.flatMap(({ group, led }) => {
    const [row, ...repeats] = group;
    return row && !swallowed.has(group) ? [{ row, repeats, ...(led ? { led } : {}) }] : [];
  });
}

/**
 * Rows (newest first) under the heads of their days; within a day, what says the same is told once.
 * @param isWhole whether no rows are to come: the last day is complete then
 * @param options counts: what the service counted by day, where the rows are all rows of the period; who: the column
 * that names who did it, where several people may have
 */
export function foldDays(
  rows: readonly ListRow[],
  dayOf: (row: ListRow) => Day,
  isWhole: boolean,
  { counts, who }: { readonly counts?: readonly DayCount[] | undefined; readonly who?: ListColumnId | undefined } = {},
): readonly TimelineItem[] {
  const days = groupBy(rows, dayOf);
  const counted = new Map(counts?.map(({ day, count }) => [day, count]));
  return [...days].flatMap(([day, ofDay], n) => {
    const isComplete = isWhole || n < days.size - 1;
    const count = counts ? counted.get(day) : isComplete ? ofDay.length : undefined;
    return [
      { kind: 'day' as const, day, count },
      ...tellDay(ofDay, who).map((told) => ({ kind: 'row' as const, ...told })),
    ];
  });
}

function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

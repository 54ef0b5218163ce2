import { typeOf, type Day, type DayCount, type ListRow } from '@record-insights/domain';

/** A timeline's item: a day's head, or a row with the rows of the day that say the same. */
export type TimelineItem =
  | { readonly kind: 'day'; readonly day: Day; readonly count: number | undefined }
  | { readonly kind: 'row'; readonly row: ListRow; readonly repeats: readonly ListRow[] };

/** What rows must share to be told as one, "2 times". */
function sayingOf({ type, fields, takenBack }: ListRow): string {
  const { thing, about } = typeOf(type).sentence;
  const said = [thing, about].map((column) => (column === undefined ? '' : (fields[column] ?? '')));
  return JSON.stringify([type, ...said, takenBack === true]);
}

/**
 * Rows (newest first) under the heads of their days; within a day, repeats fold into the newest of them.
 * @param isWhole whether no rows are to come: the last day is complete then
 * @param counts what the service counted by day, where the rows are all rows of the period
 */
export function foldDays(
  rows: readonly ListRow[],
  dayOf: (row: ListRow) => Day,
  isWhole: boolean,
  counts?: readonly DayCount[],
): readonly TimelineItem[] {
  const days = groupBy(rows, dayOf);
  const counted = new Map(counts?.map(({ day, count }) => [day, count]));
  return [...days].flatMap(([day, ofDay], n) => {
    const isComplete = isWhole || n < days.size - 1;
    const count = counts ? counted.get(day) : isComplete ? ofDay.length : undefined;
    const folded = [...groupBy(ofDay, sayingOf).values()].flatMap(([row, ...repeats]) =>
      row ? [{ kind: 'row' as const, row, repeats }] : [],
    );
    return [{ kind: 'day' as const, day, count }, ...folded];
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

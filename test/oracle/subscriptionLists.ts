import { cell, type Row } from './rows';

/** The lists that a person is on, each with the instant since when: the last row of the list is one of joining. */
export function listsOnNow(rows: readonly Row[]): Readonly<Record<string, number>> {
  const on: Record<string, number> = {};
  const told = rows.filter(({ type }) => type === 'SegmentSubscribed' || type === 'SegmentUnsubscribed');
  const inOrder = [...told].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  for (const list of new Set(told.map((row) => cell(row, 'SegmentId')))) {
    let since: number | undefined;
    for (const row of inOrder) {
      if (cell(row, 'SegmentId') !== list) continue;
      if (row.type === 'SegmentUnsubscribed') since = undefined;
      else since ??= row.at;
    }
    if (list !== '' && since !== undefined) on[list] = since;
  }
  return on;
}

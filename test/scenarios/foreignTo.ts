import { cell, readRow, type Delivered, type Row } from '../oracle/rows';

/**
 * Whether a row has nothing to do with the erased: no version of it names them, nor a visitor who is named by any
 * version of a row that does. What erasing does to such rows is told in sentences in erasure.test.ts.
 */
export function foreignTo(
  erased: string,
  deliveries: readonly Delivered[],
): (row: Pick<Row, 'id' | 'cells'>) => boolean {
  const rows = deliveries.map(readRow).filter((row): row is Row => typeof row !== 'string');
  const idsOf = (some: readonly Row[]): ReadonlySet<string> => new Set(some.map(({ id }) => id));
  const theirs = idsOf(rows.filter((row) => [...row.cells.values()].includes(erased)));
  const visitors = new Set(rows.filter(({ id }) => theirs.has(id)).map((row) => cell(row, 'VisitorId')));
  visitors.delete('');
  const touched = idsOf(rows.filter((row) => theirs.has(row.id) || visitors.has(cell(row, 'VisitorId'))));
  return ({ id }) => !touched.has(id);
}

import type { CellKind, FormCell } from '../../forms/formDefinition';
import type { Row } from '../../row';
import { lookupProperty } from '../../tables';
import { shown } from '../display';
import type { ViewColumn } from '../views';

/** The property that carries a cell's column. */
export function propertyOf(cell: Pick<FormCell, 'column' | 'kind'>): string {
  return cell.kind === 'lookup' ? lookupProperty(cell.column) : cell.column;
}

/** A cell's value as people read it. */
export function shownCell(row: Row, cell: FormCell): string {
  return shown(row, propertyOf(cell), columnKinds[cell.kind]);
}

/** How a list shows what a cell holds. */
const columnKinds: Readonly<Record<CellKind, ViewColumn['kind']>> = {
  text: 'text',
  longText: 'text',
  number: 'text',
  lookup: 'lookup',
  date: 'date',
  choice: 'choice',
};

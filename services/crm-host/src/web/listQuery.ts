import type { CrmTable } from '../tables';
import type { ListState } from './place';
import type { View } from './views';
import { quoted } from './webApi';

export const pageSize = 50;

/** The query of one page of a list. The local CRM's `$skiptoken` is the number of rows before the page. */
export function listAddress(table: CrmTable, view: View, state: ListState): string {
  const params = new URLSearchParams({
    $select: [table.name, ...view.columns.map(({ column }) => column)].join(','),
    $orderby: `${state.sort ?? table.name} ${state.descending ? 'desc' : 'asc'}`,
    $count: 'true',
  });
  if (state.search !== '') params.set('$filter', searchFilter([table.name, ...view.searched], state.search));
  if (state.page > 1) params.set('$skiptoken', String((state.page - 1) * pageSize));
  return `?${params.toString()}`;
}

/** Rows in which one of the columns contains the text. */
export function searchFilter(columns: readonly string[], text: string): string {
  return columns.map((column) => `contains(${column},${quoted(text)})`).join(' or ');
}

/** `51–100 of 2,000`. */
export function rangeText(page: number, count: number): string {
  if (count === 0) return 'No records';
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, count);
  return `${number(first)}–${number(last)} of ${number(count)}`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}

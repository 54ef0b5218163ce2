import { lookupColumnOf } from '../tables';
import type { Row, Value } from '../row';
import { compareValues, parseFilter, type Predicate } from './filter';
import { badRequest } from './odataError';

/** The query options of one request. */
export interface Query {
  readonly select: readonly string[] | undefined;
  readonly filter: Predicate;
  readonly orderby: readonly SortBy[];
  readonly top: number | undefined;
  /** Rows already given on the pages before. */
  readonly skip: number;
  readonly count: boolean;
}

export interface SortBy {
  readonly column: string;
  readonly descending: boolean;
}

/** Rows a page when the caller asks for no smaller ones, as in Dataverse. */
export const largestPage = 5000;

type Params = Readonly<Record<string, string | undefined>>;

export function parseQuery(params: Params): Query {
  return {
    select: params['$select']?.split(',').map((column) => column.trim()),
    filter: params['$filter'] === undefined ? () => true : parseFilter(params['$filter']),
    orderby: (params['$orderby'] ?? '').split(',').flatMap(sortByOf),
    top: params['$top'] === undefined ? undefined : wholeNumber('$top', params['$top']),
    skip: params['$skiptoken'] === undefined ? 0 : wholeNumber('$skiptoken', params['$skiptoken']),
    count: params['$count'] === 'true',
  };
}

function sortByOf(text: string): readonly SortBy[] {
  const [column, direction = 'asc', ...rest] = text.trim().split(/\s+/);
  if (!column) return [];
  if (!['asc', 'desc'].includes(direction) || rest.length > 0) {
    throw badRequest(`$orderby '${text.trim()}' cannot be read: give columns, each with asc or desc.`);
  }
  return [{ column, descending: direction === 'desc' }];
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw badRequest(`${name} is no whole number: '${text}'.`);
  return Number(text);
}

/** One page of an answer. `next` is the token of the page after it. */
export interface Page {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next?: string;
}

/** The rows that a query asks for, `pageSize` at a time. Names stand in for ids when sorting by a lookup. */
export function pageOf(
  rows: readonly Row[],
  query: Query,
  pageSize: number,
  nameOf: (row: Row, column: string) => string,
): Page {
  const found = rows.filter(query.filter);
  const sorted = query.orderby.length > 0 ? found.sort(byColumns(query.orderby, nameOf)) : found;
  const wanted = query.top === undefined ? sorted : sorted.slice(0, query.top);
  const page = wanted.slice(query.skip, query.skip + pageSize);
  const end = query.skip + page.length;
  return { rows: page, total: found.length, ...(end < wanted.length ? { next: String(end) } : {}) };
}

function byColumns(
  orderby: readonly SortBy[],
  nameOf: (row: Row, column: string) => string,
): (a: Row, b: Row) => number {
  const keyOf = (row: Row, property: string): Value => {
    const column = lookupColumnOf(property);
    return column === undefined ? (row[property] ?? null) : nameOf(row, column);
  };
  return (a, b) => {
    for (const { column, descending } of orderby) {
      const order = compareEmptyFirst(keyOf(a, column), keyOf(b, column));
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
}

/** Empty values come before all others, as in Dataverse; text by the rules of language. */
function compareEmptyFirst(left: Value, right: Value): number {
  if (left === null || right === null) return Number(right === null) - Number(left === null);
  if (typeof left === 'string' && typeof right === 'string') return collator.compare(left, right);
  return compareValues(left, right) ?? 0;
}

const collator = new Intl.Collator('en');

/** The columns asked for, the key always among them. */
export function selected(row: Row, select: readonly string[] | undefined, key: string): Row {
  if (!select) return row;
  const wanted = select.includes(key) ? select : [...select, key];
  return Object.fromEntries(wanted.map((column) => [column, row[column] ?? null]));
}

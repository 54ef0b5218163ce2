import * as React from 'react';
import type { TableColumn } from './DataTable';

type Sort = Pick<TableColumn<never>, 'sorted' | 'onSort'>;

/** Rows sorted by a column, largest first until its head is pressed again. */
export function useSorted<Row>(
  rows: readonly Row[],
  first: string,
  valueOf: (row: Row, key: string) => string | number,
): { readonly sorted: readonly Row[]; readonly sortOf: (key: string) => Sort } {
  const [by, setBy] = React.useState<{ readonly key: string; readonly up: boolean }>({ key: first, up: false });
  const sign = by.up ? 1 : -1;
  const sorted = [...rows].sort((a, b) => sign * compare(valueOf(a, by.key), valueOf(b, by.key)));
  const sortOf = (key: string): Sort => ({
    sorted: by.key === key ? (by.up ? 'up' : 'down') : undefined,
    onSort: () => setBy({ key, up: by.key === key && !by.up }),
  });
  return { sorted, sortOf };
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b));
}

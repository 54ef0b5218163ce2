import * as React from 'react';
import type { ListAnswer, ListRow } from '@record-insights/domain';
import type { Answer } from '../answer';
import { useLoad, type Load } from '../load';
import { useSurroundings } from '../surroundings';

/** Rows of a list as far as they are here. */
export interface Rows {
  readonly list: ListAnswer;
  readonly rows: readonly ListRow[];
  readonly hasMore: boolean;
}

/** Pages that came after the first one. */
interface Tail {
  readonly of: ListAnswer;
  readonly rows: readonly ListRow[];
  readonly next: string | undefined;
}

export interface RowsSource {
  readonly load: Load<Rows>;
  readonly reload: () => void;
  /** Asks for the next page, unless it is on its way. */
  readonly more: () => void;
}

/**
 * The rows at an address, page by page. An address that has expired makes the tab ask for its numbers again, so that
 * a number and its rows change together.
 */
export function useRows(address: string): RowsSource {
  const { client, reload: reloadAll } = useSurroundings();
  const ask = React.useCallback((signal: AbortSignal) => client.rows(address, signal), [client, address]);
  const { load: first, reload } = useLoad(ask);
  const hasExpired = first.state === 'failed' && first.error.kind === 'viewExpired';
  React.useEffect(() => {
    if (hasExpired) reloadAll();
  }, [hasExpired, reloadAll]);
  const page = first.state === 'ready' ? first.data : undefined;
  const { tail, more } = useTail(page, client.rows, reloadAll);
  if (first.state === 'failed') return { load: hasExpired ? { state: 'loading' } : first, reload, more };
  if (page === undefined) return { load: { state: 'loading' }, reload, more };
  const rows = tail ? [...page.rows, ...tail.rows] : page.rows;
  const next = tail ? tail.next : page.next;
  return { load: { state: 'ready', data: { list: page, rows, hasMore: next !== undefined } }, reload, more };
}

function useTail(
  page: ListAnswer | undefined,
  rowsAt: (address: string) => Promise<Answer<ListAnswer>>,
  onExpired: () => void,
): { readonly tail: Tail | undefined; readonly more: () => void } {
  const [held, setHeld] = React.useState<Tail>();
  const asked = React.useRef<string>();
  const tail = held && held.of === page ? held : undefined;
  const next = tail ? tail.next : page?.next;
  const more = React.useCallback(() => {
    if (!page || next === undefined || asked.current === next) return;
    asked.current = next;
    void rowsAt(next).then((answer) => {
      asked.current = undefined;
      if (answer.ok) setHeld((before) => grown(page, before, answer.value));
      else if (answer.error.kind === 'viewExpired') onExpired();
    });
  }, [page, next, rowsAt, onExpired]);
  return { tail, more };
}

function grown(of: ListAnswer, before: Tail | undefined, page: ListAnswer): Tail {
  const rows = before?.of === of ? before.rows : [];
  return { of, rows: [...rows, ...page.rows], next: page.next };
}

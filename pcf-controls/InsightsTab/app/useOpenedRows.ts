import * as React from 'react';
import type { Opening } from './host';

export interface OpenedRowsState {
  readonly opened: Opening | undefined;
  readonly openRows: (opening: Opening, from: HTMLElement) => void;
  /** Closes the rows and gives the focus back to what opened them. */
  readonly closeRows: () => void;
}

/** Whose rows stand in the side panel. */
export function useOpenedRows(): OpenedRowsState {
  const [opened, setOpened] = React.useState<Opening>();
  const from = React.useRef<HTMLElement>();
  const openRows = React.useCallback((opening: Opening, element: HTMLElement) => {
    from.current = element;
    setOpened(opening);
  }, []);
  const closeRows = React.useCallback(() => {
    setOpened(undefined);
    from.current?.focus();
    from.current = undefined;
  }, []);
  return { opened, openRows, closeRows };
}

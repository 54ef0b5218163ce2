import * as React from 'react';

export interface Opened<What> {
  readonly opened: What | undefined;
  /** @param from what takes the focus back */
  readonly open: (what: What, from: HTMLElement) => void;
  /** Closes it, and gives the focus back to what opened it. */
  readonly close: () => void;
}

/** What stands open beside the page, and what opened it. */
export function useOpened<What extends object>(): Opened<What> {
  const [opened, setOpened] = React.useState<What>();
  const from = React.useRef<HTMLElement>();
  const open = React.useCallback((what: What, element: HTMLElement) => {
    from.current = element;
    setOpened(what);
  }, []);
  const close = React.useCallback(() => {
    setOpened(undefined);
    from.current?.focus();
    from.current = undefined;
  }, []);
  return { opened, open, close };
}

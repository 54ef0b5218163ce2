import * as React from 'react';

export interface NavigatorState {
  readonly isOpen: boolean;
  /** It lies over the content rather than beside it. */
  readonly isOver: boolean;
  readonly toggle: () => void;
  readonly close: () => void;
}

const kept = 'recordInsights.navigator';
const besideFrom = 720;
const openFrom = 900;

/**
 * Whether the navigator is open: as the user left it on this machine, else open where there is room. In narrow tabs
 * it is opened for one choice, and that is not remembered.
 */
export function useNavigator(width: number): NavigatorState {
  const [chosen, setChosen] = React.useState<boolean | undefined>(rememberedChoice);
  const [isOverOpen, setIsOverOpen] = React.useState(false);
  const isOver = width < besideFrom;
  const isOpen = isOver ? isOverOpen : (chosen ?? width >= openFrom);
  const set = React.useCallback(
    (open: boolean) => {
      setIsOverOpen(open);
      if (isOver) return;
      setChosen(open);
      remember(open);
    },
    [isOver],
  );
  return {
    isOpen,
    isOver,
    toggle: React.useCallback(() => set(!isOpen), [set, isOpen]),
    close: React.useCallback(() => set(false), [set]),
  };
}

/** Undefined when nothing was chosen, or the browser keeps nothing for this page. */
function rememberedChoice(): boolean | undefined {
  try {
    const value = window.localStorage.getItem(kept);
    return value === null ? undefined : value === 'open';
  } catch {
    return undefined;
  }
}

function remember(open: boolean): void {
  try {
    window.localStorage.setItem(kept, open ? 'open' : 'closed');
  } catch {
    // Not kept, as in a private window: the tab opens by its width next time.
  }
}

import * as React from 'react';

/** Full with titles, a rail of icons, hidden, or lying open over the content. */
export type SiteMapShape = 'full' | 'rail' | 'hidden' | 'open';

export interface SiteMapState {
  readonly shape: SiteMapShape;
  toggle(): void;
  close(): void;
}

const wide = '(min-width: 1366px)';
const narrow = '(max-width: 719px)';

/** Full on wide windows, a rail on middling ones, behind a button on narrow ones; the button turns it round. */
export function useSiteMap(address: string): SiteMapState {
  const isWide = useMedia(wide);
  const isNarrow = useMedia(narrow);
  const [turned, setTurned] = React.useState(false);
  React.useEffect(() => {
    if (isNarrow) setTurned(false);
  }, [isNarrow, address]);
  return {
    shape: shapeOf(isWide, isNarrow, turned),
    toggle: () => setTurned(!turned),
    close: () => setTurned(false),
  };
}

function shapeOf(isWide: boolean, isNarrow: boolean, turned: boolean): SiteMapShape {
  if (isNarrow) return turned ? 'open' : 'hidden';
  return isWide !== turned ? 'full' : 'rail';
}

/** Whether a media query holds, kept up with the window. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = React.useState(() => window.matchMedia(query).matches);
  React.useEffect(() => {
    const list = window.matchMedia(query);
    const update = (): void => setHolds(list.matches);
    update();
    list.addEventListener('change', update);
    return () => list.removeEventListener('change', update);
  }, [query]);
  return holds;
}

import * as React from 'react';
import type { Size } from './view';

/** The size of an element in px as the browser lays it out; `before` until it is known. */
export function useSize(element: HTMLElement | null, before: Size): Size {
  const [size, setSize] = React.useState(before);
  React.useEffect(() => {
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

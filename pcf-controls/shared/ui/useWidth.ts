import * as React from 'react';

/** The width of an element in px as the browser lays it out; `before` until it is known. */
export function useWidth<Element extends HTMLElement>(before: number): readonly [React.RefCallback<Element>, number] {
  const [element, setElement] = React.useState<Element | null>(null);
  const [width, setWidth] = React.useState(before);
  React.useEffect(() => {
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
}

import * as React from 'react';
import type { Layout, Point } from './layout';
import { firstView, fitted, held, moved, revealing, stepFrom, zoomed, type Size, type View } from './view';

/** What moves and sizes the pipeline in its window. */
export interface ViewControls {
  readonly view: View;
  readonly pan: (by: Point) => void;
  /** @param at the point of the window that stays; its middle when absent */
  readonly zoomBy: (factor: number, at?: Point) => void;
  readonly step: (direction: 'in' | 'out') => void;
  readonly fit: () => void;
  /** Keeps a tile in the window, also when that gets smaller. */
  readonly keep: (tile: string) => void;
}

interface Held {
  /** Undefined until a user has moved it. */
  readonly view?: View;
  /** Shown whole, also when the window changes. */
  readonly fits?: true;
  /** Id of the tile that is to be seen. */
  readonly kept?: string;
}

export function useView(layout: Layout, window: Size): ViewControls {
  const [state, setState] = React.useState<Held>({});
  const placeOf = (id: string | undefined): Point | undefined => layout.places.find((place) => place.id === id);
  const base = state.fits
    ? fitted(layout, window)
    : state.view
      ? held(state.view, layout, window)
      : firstView(layout, window, layout.places[0]);
  const kept = placeOf(state.kept);
  const view = kept ? revealing(base, kept, layout, window) : base;
  const middle = { x: window.width / 2, y: window.height / 2 };
  const zoomTo = (scale: number, at: Point): void => setState({ view: zoomed(view, scale, at, layout, window) });
  return {
    view,
    pan: (by) => setState({ view: moved(view, by, layout, window) }),
    zoomBy: (factor, at = middle) => zoomTo(view.scale * factor, at),
    step: (direction) => zoomTo(stepFrom(view.scale, direction), middle),
    fit: () => setState({ fits: true }),
    keep: (tile) => setState({ view, kept: tile }),
  };
}

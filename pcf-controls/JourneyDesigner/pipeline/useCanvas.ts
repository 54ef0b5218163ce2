import * as React from 'react';
import type { PipelineTile } from '@record-insights/domain';
import { layoutOf, type Layout } from './layout';
import { useSize } from './useSize';
import { useView, type ViewControls } from './useView';

/** Where the tiles stand, and which part of them is seen through the window. */
export interface CanvasState extends ViewControls {
  readonly layout: Layout;
  readonly window: HTMLElement | null;
  readonly setWindow: React.RefCallback<HTMLElement>;
}

/** Until the browser has laid it out. */
const usualSize = { width: 1_000, height: 540 };
const none: readonly PipelineTile[] = [];

export function useCanvas(tiles: readonly PipelineTile[] = none): CanvasState {
  const [window, setWindow] = React.useState<HTMLElement | null>(null);
  const layout = React.useMemo(() => layoutOf(tiles), [tiles]);
  const controls = useView(layout, useSize(window, usualSize));
  return { ...controls, layout, window, setWindow };
}

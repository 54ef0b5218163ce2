import * as React from 'react';
import type { ViewControls } from './useView';

/** Px of a line and of a page, where a wheel tells no px. */
const units = [1, 16, 400];
/** Part by which a px of the wheel, with Ctrl held, changes the scale. */
const zoomPart = 0.002;

/** The wheel moves the pipeline, with Ctrl or a pinch it sizes it. React's own listener could not keep the page still. */
export function useWheel(element: HTMLElement | null, { pan, zoomBy }: ViewControls): void {
  React.useEffect(() => {
    if (!element) return undefined;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const unit = units[event.deltaMode] ?? 1;
      const { left, top } = element.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey)
        zoomBy(Math.exp(-event.deltaY * unit * zoomPart), { x: event.clientX - left, y: event.clientY - top });
      else if (event.shiftKey) pan({ x: -(event.deltaX + event.deltaY) * unit, y: 0 });
      else pan({ x: -event.deltaX * unit, y: -event.deltaY * unit });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [element, pan, zoomBy]);
}

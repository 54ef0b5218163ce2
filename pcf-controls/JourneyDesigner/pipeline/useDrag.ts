import * as React from 'react';
import type { Point } from './layout';

export interface Drag {
  readonly isHeld: boolean;
  readonly events: Pick<
    React.HTMLAttributes<HTMLElement>,
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'
  >;
}

/** Moves what is held by its ground; what can be pressed is not ground. */
export function useDrag(pan: (by: Point) => void): Drag {
  const [last, setLast] = React.useState<Point & { readonly pointer: number }>();
  const end = (): void => setLast(undefined);
  return {
    isHeld: last !== undefined,
    events: {
      onPointerDown: (event) => {
        const isGround = (event.target as Element).closest('a, button') === null;
        if (!isGround || event.button > 1) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setLast({ x: event.clientX, y: event.clientY, pointer: event.pointerId });
      },
      onPointerMove: (event) => {
        if (last?.pointer !== event.pointerId) return;
        pan({ x: event.clientX - last.x, y: event.clientY - last.y });
        setLast({ x: event.clientX, y: event.clientY, pointer: event.pointerId });
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  };
}

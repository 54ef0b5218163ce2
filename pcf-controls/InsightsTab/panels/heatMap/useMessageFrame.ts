import * as React from 'react';
import { around, linesOf, scaled, type Box } from './boxes';

/** Where a link stands on the message as it is drawn. */
export interface Spot {
  /** Place of the link among the message's anchors. */
  readonly anchor: number;
  /** Around all its lines, in px from the message's top left. */
  readonly box: Box;
  readonly lines: readonly Box[];
}

interface Drawn {
  /** Px that there are for the message, and that it takes. */
  readonly width: number;
  readonly height: number;
  readonly spots: readonly Spot[];
}

export interface MessageFrame extends Drawn {
  /** Of what is as wide as the room for the message. */
  readonly setPlace: React.RefCallback<HTMLElement>;
  readonly setFrame: React.RefCallback<HTMLIFrameElement>;
  readonly onLoad: () => void;
}

const nothing: Drawn = { width: 0, height: 0, spots: [] };

/** Gives a frame the size of the message in it, and tells where its links are, whenever either may have changed. */
export function useMessageFrame(): MessageFrame {
  const [place, setPlace] = React.useState<HTMLElement | null>(null);
  const [frame, setFrame] = React.useState<HTMLIFrameElement | null>(null);
  const [drawn, setDrawn] = React.useState(nothing);
  const measure = React.useCallback(() => {
    if (place && frame) setDrawn(draw(frame, place.clientWidth));
  }, [place, frame]);
  React.useEffect(() => {
    if (!place || typeof ResizeObserver === 'undefined') return undefined;
    let width: number | undefined;
    const observer = new ResizeObserver(() => {
      if (place.clientWidth !== width) measure();
      width = place.clientWidth;
    });
    observer.observe(place);
    return () => observer.disconnect();
  }, [place, measure]);
  return { ...drawn, setPlace, setFrame, onLoad: measure };
}

/** A message that does not fit is laid out as wide as it wants to be, and shown smaller. */
function draw(frame: HTMLIFrameElement, room: number): Drawn {
  const page = frame.contentDocument?.documentElement;
  if (!page || room === 0) return nothing;
  Object.assign(frame.style, { width: `${room}px`, height: '0' });
  const width = Math.max(room, page.scrollWidth);
  frame.style.width = `${width}px`;
  const height = page.scrollHeight;
  const scale = room / width;
  Object.assign(frame.style, { height: `${height}px`, transform: `scale(${scale})` });
  const anchors = [...page.querySelectorAll('a[data-anchor]')];
  const spots = anchors.flatMap((anchor): readonly Spot[] => {
    const lines = linesOf(partsOf(anchor)).map((line) => scaled(line, scale));
    return lines.length === 0
      ? []
      : [{ anchor: Number(anchor.getAttribute('data-anchor')), box: around(lines), lines }];
  });
  return { width: room, height: height * scale, spots };
}

/** The anchor's own boxes, and those of the words and pictures in it, which may reach beyond. */
function partsOf(anchor: Element): readonly Box[] {
  const range = anchor.ownerDocument.createRange();
  range.selectNodeContents(anchor);
  return [...anchor.getClientRects(), ...range.getClientRects()];
}

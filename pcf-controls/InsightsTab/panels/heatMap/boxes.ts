/** A part of the message, in px from its top left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The places of a link, one a line that it runs over: what stands on one line, as text and picture, or lies inside
 * another part, is one place.
 */
export function linesOf(parts: readonly Box[]): readonly Box[] {
  const shown = parts.filter(({ width, height }) => width > 0 && height > 0);
  const highest = [...shown].sort((a, b) => b.height - a.height);
  const lines = highest.reduce<readonly Box[]>((all, part) => {
    const line = all.find((one) => overlap(one, part) >= part.height / 2);
    return line ? all.map((one) => (one === line ? around([one, part]) : one)) : [...all, part];
  }, []);
  return [...lines].sort((a, b) => a.top - b.top);
}

const overlap = (a: Box, b: Box): number => Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);

/** The smallest box around all. */
export function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  return {
    left,
    top,
    width: Math.max(...boxes.map((box) => box.left + box.width)) - left,
    height: Math.max(...boxes.map((box) => box.top + box.height)) - top,
  };
}

export const scaled = ({ left, top, width, height }: Box, scale: number): Box => ({
  left: left * scale,
  top: top * scale,
  width: width * scale,
  height: height * scale,
});

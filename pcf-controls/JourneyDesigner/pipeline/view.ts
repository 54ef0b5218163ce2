import { tileSize, type Point } from './layout';

/** Which part of a pipeline is seen: its corner's place in the window, and how large it is drawn. */
export interface View extends Point {
  /** 1 is 100%. */
  readonly scale: number;
}

/** Sizes in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Scales that the buttons go through. */
const steps = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2] as const;
const largest = 2;
/** Below it, words cannot be read. */
const readable = 0.7;
/** What stays around a tile that is brought into view. */
const around = 32;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

const fitting = (whole: Size, window: Size): number =>
  Math.min(1, window.width / whole.width, window.height / whole.height);

/** The whole pipeline, never larger than it is. */
export const fitted = (whole: Size, window: Size): View =>
  held({ x: 0, y: 0, scale: fitting(whole, window) }, whole, window);

/** How a pipeline first shows: whole where it can be read so, else from its first tile at full size. */
export function firstView(whole: Size, window: Size, first: Point | undefined): View {
  if (!first || fitting(whole, window) >= readable) return fitted(whole, window);
  return held({ x: 0, y: window.height / 2 - first.y - tileSize.height / 2, scale: 1 }, whole, window);
}

/** Keeps the pipeline in the window: in the middle where it is smaller, else no further than its edges. */
export function held(view: View, whole: Size, window: Size): View {
  const along = (at: number, size: number, room: number, small: number): number =>
    size <= room ? small : clamp(at, room - size, 0);
  const width = whole.width * view.scale;
  const height = whole.height * view.scale;
  return {
    scale: view.scale,
    // What is narrower than the window begins where reading begins.
    x: along(view.x, width, window.width, 0),
    y: along(view.y, height, window.height, (window.height - height) / 2),
  };
}

export const moved = (view: View, by: Point, whole: Size, window: Size): View =>
  held({ ...view, x: view.x + by.x, y: view.y + by.y }, whole, window);

/** @param at the point of the window that stays where it is */
export function zoomed(view: View, scale: number, at: Point, whole: Size, window: Size): View {
  const next = clamp(scale, Math.min(steps[0], fitting(whole, window)), largest);
  const grown = next / view.scale;
  return held({ scale: next, x: at.x - (at.x - view.x) * grown, y: at.y - (at.y - view.y) * grown }, whole, window);
}

/** The next scale that is larger or smaller by what can be seen; the same at the end. */
export function stepFrom(scale: number, direction: 'in' | 'out'): number {
  const next =
    direction === 'in' ? steps.find((step) => step > scale * 1.05) : steps.findLast((step) => step < scale * 0.95);
  return next ?? scale;
}

/** Moves no further than it takes to see the tile whole. */
export function revealing(view: View, tile: Point, whole: Size, window: Size): View {
  const along = (at: number, size: number, room: number): number => {
    const least = Math.min(around, Math.max(0, (room - size) / 2));
    return clamp(at, least, Math.max(least, room - size - least)) - at;
  };
  const x = view.x + tile.x * view.scale;
  const y = view.y + tile.y * view.scale;
  const by = {
    x: along(x, tileSize.width * view.scale, window.width),
    y: along(y, tileSize.height * view.scale, window.height),
  };
  return by.x === 0 && by.y === 0 ? view : moved(view, by, whole, window);
}

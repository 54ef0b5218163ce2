/** Places of instants along a width, in px. */
export interface TimeScale {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
  placeOf(instant: string): number;
}

/** Shorter than this no axis is, so that marks do not lie on each other. */
const shortest = 24 * 60 * 60 * 1000;

export function timeScale(instants: readonly string[], until: string, width: number): TimeScale {
  const to = Date.parse(until);
  const from = Math.min(to - shortest, ...instants.map((instant) => Date.parse(instant)));
  const placeOf = (instant: string): number =>
    (Math.min(Math.max(0, (Date.parse(instant) - from) / (to - from)), 1) || 0) * width;
  return { from, to, width, placeOf };
}

export interface TimeMark {
  readonly instant: string;
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Room that a date takes with the space around it, in px. */
const markRoom = 120;

/** Two to four instants along the axis, its ends among them. */
export function timeMarks({ from, to, width }: TimeScale): readonly TimeMark[] {
  const parts = Math.max(1, Math.min(3, Math.floor(width / markRoom)));
  return Array.from({ length: parts + 1 }, (_, n) => ({
    instant: new Date(from + ((to - from) * n) / parts).toISOString(),
    x: (width * n) / parts,
    anchor: n === 0 ? 'start' : n === parts ? 'end' : 'middle',
  }));
}

/** What runs from a value to the next one at its instant, as a path: it holds until then, the last one up to the end. */
export function stepPath(points: readonly { readonly x: number; readonly y: number }[], end: number): string {
  const [first, ...others] = points;
  if (!first) return '';
  const steps = others.map(({ x, y }) => `H${x.toFixed(1)}V${y.toFixed(1)}`);
  return `M${first.x.toFixed(1)} ${first.y.toFixed(1)}${steps.join('')}H${end.toFixed(1)}`;
}

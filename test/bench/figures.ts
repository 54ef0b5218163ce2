import type { Peaks } from './memory';

/** Milliseconds. */
export interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

export function timesOf(all: readonly number[]): Times {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number): number =>
    tenths(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), most: at(1) };
}

export const tenths = (value: number): number => Math.round(value * 10) / 10;
/** To two digits. */
export const share = (part: number, whole: number): number => Math.round((100 * part) / whole) / 100;
export const perSecond = (count: number, milliseconds: number): number => Math.round((count * 1000) / milliseconds);

/** Seconds and memory of what an admin does now and then. */
export interface UpkeepFigures {
  readonly verify: Spent;
  readonly rebuild: Spent;
  /** Of one person's rows. */
  readonly erase: Spent & { readonly rows: number };
}

interface Spent extends Peaks {
  readonly seconds: number;
}

/** What one run of the service came to. */
export interface ServiceFigures extends Peaks {
  /** First request to last 202. */
  readonly acceptedPerSecond: number;
  /** First request to everything visible, in seconds. */
  readonly visibleAfter: number;
  readonly visiblePerSecond: number;
  readonly microsecondsPerRow: number;
  /** Of the processor, all threads: hardly changed by what else the machine does. */
  readonly processorMicrosecondsPerRow: number;
  readonly groups: number;
  /** By category, and of list pages. */
  readonly reads: Readonly<Record<string, Times>>;
  /** Killed and started again, in seconds: until it listens, and until the rows are visible that it had just accepted. */
  readonly listensAfterKill: number;
  readonly visibleAfterKill: number;
  readonly bytesPerRow: number | null;
}

export interface RawFigures {
  readonly rowsPerSecond: number;
  readonly processorMicrosecondsPerRow: number;
}

export interface Figures {
  readonly service: ServiceFigures;
  readonly raw: RawFigures;
  readonly upkeep?: UpkeepFigures;
  /** The service's rows a second as a share of the store's own. */
  readonly ofRaw: number;
}

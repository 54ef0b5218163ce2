import type { TableStore } from './store/tableStore';

/** Moments of the engine that tests may stop at, in the order in which a delivery passes them. */
export type Step =
  | 'accept.bytes'
  | 'accept.header'
  | 'group.name'
  | 'fold.packs'
  | 'fold.cells'
  | 'fold.ids'
  | 'fold.refused'
  | 'done'
  | 'sweep';

/** What the engine is given from outside; nothing in it reads a clock, a file or a network by itself. */
export interface EngineContext {
  readonly store: TableStore;
  readonly now: () => number;
  /** Told that a step begins. */
  readonly onStep: (step: Step) => void | Promise<void>;
  readonly log: EngineLog;
}

/** Where the engine tells what it does; never with personal data. */
export interface EngineLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export const silentLog: EngineLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

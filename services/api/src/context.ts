import { randomBytes } from 'node:crypto';
import { setTimeout as pass } from 'node:timers/promises';
import { ulid } from 'ulid';
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
  | 'fold.facts'
  | 'done'
  | 'sweep';

/** What the engine is given from outside; nothing in it reads a clock, waits, draws lots or calls anybody by itself. */
export interface EngineContext {
  readonly store: TableStore;
  readonly now: () => number;
  /** Resolves after so many milliseconds, or when the signal is given. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** A name that nobody else gives, for what came at the instant; names sort by their instants. */
  readonly nameAt: (instant: number) => string;
  /** 32 bytes that nobody can guess. */
  readonly secret: () => Buffer;
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

/** The outside of an engine that runs by itself. */
export const ordinaryContext: Omit<EngineContext, 'store'> = {
  now: Date.now,
  sleep: (milliseconds, signal) => pass(milliseconds, undefined, { signal }).catch(() => undefined),
  nameAt: (instant) => ulid(instant),
  secret: () => randomBytes(32),
  onStep: () => undefined,
  log: silentLog,
};

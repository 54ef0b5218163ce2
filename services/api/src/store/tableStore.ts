/**
 * The store port, shaped exactly like Azure Tables: partition + row key, ordered range reads with continuation,
 * one atomic transaction inside one partition, etags. What Azure would refuse, every adapter refuses.
 */

/** A property. Counters are bigint (Int64), so that a whole number never changes its type on the way; number is a Double. */
export type Value = string | bigint | boolean | number | Uint8Array;
export type Values = Readonly<Record<string, Value>>;

export interface RowKey {
  readonly partition: string;
  readonly row: string;
}

export interface StoredRow extends RowKey {
  /** Changes with every write of the row; never used again for another state of it. */
  readonly etag: string;
  readonly values: Values;
}

export type Operation =
  | { readonly kind: 'create'; readonly row: string; readonly values: Values }
  | { readonly kind: 'replace'; readonly row: string; readonly values: Values; readonly etag: string }
  | { readonly kind: 'put'; readonly row: string; readonly values: Values }
  | { readonly kind: 'delete'; readonly row: string; readonly etag?: string };

export interface Range {
  /** First row key of the range, included. Absent: from the first. */
  readonly from?: string;
  /** End of the range, not included. Absent: to the last. */
  readonly before?: string;
  /** Rows a page, at most 1,000 (the default). */
  readonly limit?: number;
  /** What the page before gave, unchanged. */
  readonly continuation?: string;
}

export interface Page {
  readonly rows: readonly StoredRow[];
  /** Present as long as there may be more. */
  readonly continuation?: string;
}

export interface TableStore {
  get(table: string, key: RowKey): Promise<StoredRow | undefined>;
  /** The rows in the order of the keys; undefined where there is none. */
  getMany(table: string, keys: readonly RowKey[]): Promise<readonly (StoredRow | undefined)[]>;
  /** Row keys ascending by code unit. */
  range(table: string, partition: string, range?: Range): Promise<Page>;
  /**
   * All operations or none, durable when it resolves (a crash after it loses nothing).
   * @throws RowExists (create), RowChanged (replace or delete whose row has another etag or is gone; delete without
   * etag of a missing row succeeds), LimitExceeded, StoreUnavailable.
   */
  write(table: string, partition: string, operations: readonly Operation[]): Promise<void>;
  close(): Promise<void>;
}

/** Azure Tables' limits, counted as Azure counts them (strings in UTF-16, keys included). */
export const limits = {
  operationsPerTransaction: 100,
  bytesPerTransaction: 4 * 1024 * 1024,
  bytesPerRow: 1024 * 1024,
  bytesPerProperty: 64 * 1024,
  propertiesPerRow: 252,
  bytesPerKey: 1024,
  rowsPerPage: 1000,
} as const;

/** 409: a create found its row. `index` is the operation's place in the transaction. */
export class RowExists extends Error {
  override readonly name = 'RowExists';
  constructor(readonly index: number) {
    super(`Row of operation ${index} exists already`);
  }
}

/** 412: the row is not in the state that the etag names. */
export class RowChanged extends Error {
  override readonly name = 'RowChanged';
  constructor(readonly index: number) {
    super(`Row of operation ${index} was changed by another writer or is gone`);
  }
}

/** The caller asks for what Azure Tables refuses; a fault of the program, never retried. */
export class LimitExceeded extends Error {
  override readonly name = 'LimitExceeded';
}

/** The store did not answer, or is full or read-only, after all retries. `cause` has the first reason. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

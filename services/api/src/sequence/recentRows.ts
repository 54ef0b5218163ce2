import { charactersOf, type BatchContent } from '../ingest/batches';

/** Rows of batches that this process took in and has not folded: they need not be read back. Never the truth. */
export interface RecentRows {
  contentOf(organisation: string, batch: string): BatchContent | undefined;
  /** Remembers the batch where there is room for it. */
  remember(organisation: string, batch: string, content: BatchContent): void;
  /** Forgets what waits no more, whoever folded it. */
  keepOnly(organisation: string, waiting: ReadonlySet<string>): void;
  isFull(): boolean;
  /** Resolves when it is no longer full. */
  whenRoom(): Promise<void>;
}

/** Characters of rows; in memory a row takes about four times as much. */
const room = 16 * 1024 * 1024;

export function openRecentRows(): RecentRows {
  const batches = new Map<string, Map<string, BatchContent>>();
  let held = 0;
  let waiters: (() => void)[] = [];
  const isFull = (): boolean => held >= room;

  return {
    isFull,
    contentOf: (organisation, batch) => batches.get(organisation)?.get(batch),
    remember(organisation, batch, content) {
      if (isFull()) return;
      const known = batches.get(organisation) ?? new Map<string, BatchContent>();
      batches.set(organisation, known);
      known.set(batch, content);
      held += charactersOf(content);
    },
    keepOnly(organisation, waiting) {
      const known = batches.get(organisation);
      for (const [batch, content] of known ?? []) {
        if (waiting.has(batch)) continue;
        known?.delete(batch);
        held -= charactersOf(content);
      }
      if (isFull()) return;
      for (const tell of waiters) tell();
      waiters = [];
    },
    whenRoom: () => (isFull() ? new Promise((tell) => waiters.push(tell)) : Promise.resolve()),
  };
}

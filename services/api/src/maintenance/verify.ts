import type { EngineContext } from '../context';
import { shardRates } from '../fold/openRates';
import { lastTouched, shardTouchedKey } from '../fold/touched';
import { allShards, shardCount } from '../keys';
import { readDone } from '../sequence/groups';
import { readSettings } from '../settings';
import type { Difference } from './difference';
import { storedSums } from './storedSums';
import { Sums, type KeptSums } from './sums';
import { forgetProgress, keepProgress, keptProgress, type VerifyProgress } from './verifyProgress';
import { verifyShard, type Findings } from './verifyShard';

export interface Verification {
  readonly view: number;
  readonly rows: number;
  readonly people: number;
  /** Numbers that were compared. */
  readonly compared: number;
  /** How many differences there are. */
  readonly differing: number;
  /** The first of them. */
  readonly differences: readonly Difference[];
}

/** Whom a verification tells how it goes. */
export interface VerifyListener {
  /** Of the shards so many are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** It goes on with what an interrupted one has done, or begins anew, and why: a sentence. */
  readonly onNews?: (news: string) => void;
}

/** Differences that are named; more are only counted. */
const mostNamed = 200;
/** Characters of what names a difference. */
const longestName = 200;
/** Milliseconds of work that an interruption costs at most, beside a shard's. */
const keepEvery = 2000;

/**
 * Recounts everything from the rows in full and compares it with what is stored: which row holds for each id, each
 * person's records, each number of each contact, over all time and month by month, those of records with very many
 * people and where their rows lie, and who may belong to each account.
 * The service may go on meanwhile: all is compared as it was at one view; when that view can no longer be read, it
 * begins again at the newest. One that was interrupted is gone on with, under the same condition.
 */
export async function verify(
  context: EngineContext,
  organisation: string,
  { onProgress = () => undefined, onNews = () => undefined }: VerifyListener = {},
): Promise<Verification> {
  const { store } = context;
  async function anew(why: string): Promise<VerifyProgress> {
    onNews(`${why} Begins anew.`);
    await forgetProgress(store, organisation);
    return begun(context, organisation);
  }
  const kept = await keptProgress(store, organisation);
  const whyNot = kept && (await whyNotOn(context, organisation, kept));
  let progress = await (whyNot === undefined ? (kept ?? begun(context, organisation)) : anew(whyNot));
  if (progress === kept) onNews(`Goes on with view ${kept.view} after part ${kept.shards} of ${shardCount}.`);
  let keptAt = context.now();
  while (progress.shards < shardCount) {
    progress = await withNextShard(context, organisation, progress);
    const isDue = context.now() - keptAt >= keepEvery;
    const isLast = progress.shards === shardCount;
    if (isDue && !isLast) {
      await keepProgress(store, organisation, progress);
      keptAt = context.now();
    }
    // Looked at after it was kept, so that nothing stays of people who were erased meanwhile.
    const why = isDue || isLast ? await whyUnreadable(context, organisation, progress) : undefined;
    if (why !== undefined) progress = await anew(why);
    onProgress(progress.shards, shardCount);
  }
  await forgetProgress(store, organisation);
  return verificationOf(progress);
}

/** Why what was found at a view can no longer be added to; undefined when it can. */
async function whyUnreadable(
  { store }: EngineContext,
  organisation: string,
  { view, settings }: VerifyProgress,
): Promise<string | undefined> {
  if ((await readDone(store, organisation)).viewsFrom > view) return `View ${view} can no longer be read.`;
  const isSame = JSON.stringify(await readSettings(store, organisation)) === JSON.stringify(settings);
  return isSame ? undefined : 'The settings were changed.';
}

/** Why an interrupted one cannot be gone on with; undefined when it can. */
async function whyNotOn(
  context: EngineContext,
  organisation: string,
  kept: VerifyProgress,
): Promise<string | undefined> {
  const why = await whyUnreadable(context, organisation, kept);
  if (why !== undefined) return why;
  const shards = allShards.map((shard) => shardTouchedKey(organisation, shard));
  const madeAgain = Math.max(...(await lastTouched(context.store, shards)));
  return madeAgain > kept.view ? 'Numbers were made again since, and what differed may be mended.' : undefined;
}

/** One at the newest view, with nothing done. */
async function begun(context: EngineContext, organisation: string): Promise<VerifyProgress> {
  const { n: view, totals } = await readDone(context.store, organisation);
  const settings = await readSettings(context.store, organisation);
  const rates = await shardRates(context.store, organisation, view);
  const stored = await storedSums(context.store, organisation, view);
  if (!rates || !stored) return begun(context, organisation);
  const nothing = { shards: 0, rows: 0, held: 0, people: 0, compared: 0, differing: 0, named: [] };
  return { view, interactions: totals.interactions, settings, rates: [...rates], ...stored, ...nothing };
}

async function withNextShard(
  context: EngineContext,
  organisation: string,
  progress: VerifyProgress,
): Promise<VerifyProgress> {
  const found = await verifyShard(context, organisation, progress, progress.shards);
  return { ...sumOf(progress, found), shards: progress.shards + 1 };
}

const sumOf = (progress: VerifyProgress, found: Findings): VerifyProgress => ({
  ...progress,
  rows: progress.rows + found.rows,
  held: progress.held + found.held,
  people: progress.people + found.people,
  compared: progress.compared + found.compared,
  differing: progress.differing + found.differences.length,
  sums: withAdded(progress.sums, found.sums),
  named: [...progress.named, ...found.differences.slice(0, mostNamed - progress.named.length).map(shortened)],
});

function withAdded(kept: KeptSums, more: KeptSums): KeptSums {
  const sums = new Sums(kept);
  sums.add(more);
  return sums.kept();
}

const shortened = (difference: Difference): Difference => ({
  ...difference,
  where: difference.where.slice(0, longestName),
});

function verificationOf({ view, rows, people, held, interactions, ...rest }: VerifyProgress): Verification {
  const totals = { where: 'totals', what: 'interactions', stored: interactions, recounted: held };
  const added = new Sums(rest.sums).differences();
  const more = [...added, ...(held === interactions ? [] : [totals])];
  const compared = rest.compared + rest.sums.length;
  const differences = [...rest.named, ...more.slice(0, mostNamed).map(shortened)];
  return { view, rows, people, compared, differing: rest.differing + more.length, differences };
}

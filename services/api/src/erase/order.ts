import { createHash } from 'node:crypto';
import { canonicalId } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { withMerged } from '../directory/merges';
import { readNote, writeNote } from '../ingest/batches';
import { askFor } from '../sequence/organisations';

/** Whom a command erases. */
export interface ErasureOrder {
  /** Ids of contacts. */
  readonly contacts: readonly string[];
  /** What the ids that lead nowhere are made from; gone when the command is carried out. */
  readonly seed: string;
}

const note = 'order';

/**
 * Puts an erasure in line, of contacts and of those that are merged into them. One of the same name that waits already is the same.
 * @returns the name, under which its certificate will be found
 */
export async function askForErasure(
  context: EngineContext,
  organisation: string,
  contacts: readonly string[],
  name: string = context.nameAt(context.now()),
): Promise<string> {
  const all = await withMerged(context.store, organisation, contacts);
  const order: ErasureOrder = { contacts: all, seed: context.secret().toString('hex') };
  await writeNote(context.store, organisation, name, note, JSON.stringify(order));
  await askFor(context, organisation, 'erase', name);
  return name;
}

/** Undefined when the command is carried out and swept. */
export async function readOrder(
  { store }: EngineContext,
  organisation: string,
  name: string,
): Promise<ErasureOrder | undefined> {
  const text = await readNote(store, organisation, name, note);
  return text === undefined ? undefined : (JSON.parse(text) as ErasureOrder);
}

/** For an id another that leads nowhere: the same for the same id within one order. */
export const replacement =
  ({ seed }: ErasureOrder) =>
  (id: string): string =>
    canonicalId(createHash('sha256').update(`${seed}\n${id}`).digest('hex').slice(0, 32));

import { compareHolding, isTestSend, type Interaction } from '@record-insights/domain';
import { contentHash, type Held, type KnownId } from './idRows';

/** A row that a group bears: the winner of its id, and what it takes the place of. */
export interface Birth {
  readonly interaction: Interaction;
  readonly hash: number;
  readonly testSend: boolean;
  readonly known: KnownId;
}

/** Of rows with one id, the one that holds; the order of arrival does not matter. */
export function winners(interactions: Iterable<Interaction>): ReadonlyMap<string, Interaction> {
  const byId = new Map<string, Interaction>();
  for (const interaction of interactions) {
    const held = byId.get(interaction.id);
    if (!held || compareHolding(interaction, held) > 0) byId.set(interaction.id, interaction);
  }
  return byId;
}

/**
 * Which candidates hold against what the store holds.
 * @param textOf reads the stored row in full; asked only where Version and filled columns are equal and content is not
 */
export async function births(
  candidates: ReadonlyMap<string, Interaction>,
  known: readonly KnownId[],
  rowOf: (held: Held) => Promise<Interaction>,
): Promise<readonly Birth[]> {
  const found = await Promise.all(known.map((one) => birthOf(candidates.get(one.id), one, rowOf)));
  return found.filter((birth) => birth !== undefined);
}

async function birthOf(
  interaction: Interaction | undefined,
  known: KnownId,
  rowOf: (held: Held) => Promise<Interaction>,
): Promise<Birth | undefined> {
  if (!interaction) return undefined;
  const hash = contentHash(interaction);
  const birth = { interaction, hash, known, testSend: isTestSend(interaction.columns) };
  const { prior } = known;
  if (!prior) return birth;
  if (prior.version !== interaction.version) return interaction.version > prior.version ? birth : undefined;
  const filled = Object.keys(interaction.columns).length;
  if (prior.filled !== filled) return filled > prior.filled ? birth : undefined;
  if (prior.hash === hash) return undefined;
  return compareHolding(interaction, await rowOf(prior)) > 0 ? birth : undefined;
}

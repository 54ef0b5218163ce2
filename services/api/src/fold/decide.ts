import { compareHolding, fullnessOf, isTestSend, type Interaction } from '@record-insights/domain';
import { contentHash, type Held, type KnownId } from './idRows';

/** A row that a group bears: the winner of its id, and what it takes the place of. */
export interface Birth {
  readonly interaction: Interaction;
  /** `fullnessOf` the row. */
  readonly filled: number;
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
 * @param rowsOf reads stored rows in full; asked only where Version and filled columns are equal and content is not
 */
export async function births(
  candidates: ReadonlyMap<string, Interaction>,
  known: readonly KnownId[],
  rowsOf: (held: readonly Held[]) => Promise<readonly Interaction[]>,
): Promise<readonly Birth[]> {
  const born: Birth[] = [];
  const alike: { readonly birth: Birth; readonly prior: Held }[] = [];
  for (const one of known) {
    const interaction = candidates.get(one.id);
    if (!interaction) continue;
    const birth = birthOf(interaction, one);
    const { prior } = one;
    const order = prior ? compareHeld(birth, prior) : 1;
    if (order > 0) born.push(birth);
    if (order === 0 && prior && prior.hash !== birth.hash) alike.push({ birth, prior });
  }
  const rows = alike.length === 0 ? [] : await rowsOf(alike.map(({ prior }) => prior));
  alike.forEach(({ birth }, i) => {
    const row = rows[i];
    if (row && compareHolding(birth.interaction, row) > 0) born.push(birth);
  });
  return born;
}

/** The row as one that takes the place of what is known of its id. */
export const birthOf = (interaction: Interaction, known: KnownId): Birth => ({
  interaction,
  filled: fullnessOf(interaction),
  hash: contentHash(interaction),
  testSend: isTestSend(interaction.columns),
  known,
});

/** As `compareHolding`, from what is remembered of the stored row; 0 where only the rows in full can tell. */
function compareHeld({ interaction, filled }: Birth, prior: Held): number {
  if (prior.version !== interaction.version) return interaction.version > prior.version ? 1 : -1;
  return filled - prior.filled;
}

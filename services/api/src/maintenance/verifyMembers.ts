import type { EngineContext } from '../context';
import { contactFacts } from '../directory/contactFacts';
import { factAt } from '../directory/factRows';
import type { PackedRow } from '../fold/packs';
import { memberIn, memberKey, mergedName, type Belonging } from '../fold/memberRows';
import { tables } from '../keys';
import type { Difference } from './difference';

/**
 * Who is missing among those who may belong to an account or were merged into a contact: everybody whom a row that
 * holds, or a fact of the shard, names together with it has to be there.
 */
export async function missingMembers(
  { store }: EngineContext,
  organisation: string,
  shard: number,
  holding: readonly PackedRow[],
  view: number,
): Promise<readonly Difference[]> {
  const named = new Map<string, Belonging>();
  const add = (to: unknown, contact: string | undefined): void => {
    if (typeof to === 'string' && contact) named.set(`${to} ${contact}`, { to, contact });
  };
  for (const { interaction } of holding) add(interaction.columns['AccountId'], interaction.columns['ContactId']);
  for await (const row of contactFacts(store, organisation, shard)) {
    const fact = factAt(row, view);
    if (!fact) continue;
    const { accountId, mergedInto } = fact.fields as Readonly<Record<string, unknown>>;
    add(accountId, fact.id);
    if (typeof mergedInto === 'string') add(mergedName(organisation, mergedInto), fact.id);
  }
  const all = [...named.values()];
  const rows = await store.getMany(
    tables.members,
    all.map((one) => memberKey(organisation, one)),
  );
  return all.flatMap(({ to, contact }, i) => {
    const row = rows[i];
    const stored = row ? memberIn(row) : '';
    return stored === contact
      ? []
      : [{ where: `members of ${to}`, what: 'member', stored: stored || 'none', recounted: contact }];
  });
}

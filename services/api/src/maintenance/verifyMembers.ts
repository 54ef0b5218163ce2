import type { EngineContext } from '../context';
import { contactFacts } from '../directory/contactFacts';
import { factAt } from '../directory/factRows';
import type { PackedRow } from '../fold/packs';
import { memberIn, memberKey, type Belonging } from '../fold/memberRows';
import { tables } from '../keys';
import type { Difference } from './difference';

/**
 * Who is missing among those who may belong to an account: every contact whom a row that holds, or a fact of the shard,
 * names together with it has to be there.
 */
export async function missingMembers(
  { store }: EngineContext,
  organisation: string,
  shard: number,
  holding: readonly PackedRow[],
  view: number,
): Promise<readonly Difference[]> {
  const named = new Map<string, Belonging>();
  const add = (account: unknown, contact: string | undefined): void => {
    if (typeof account === 'string' && contact) named.set(`${account} ${contact}`, { account, contact });
  };
  for (const { interaction } of holding) add(interaction.columns['AccountId'], interaction.columns['ContactId']);
  for await (const row of contactFacts(store, organisation, shard)) {
    const fact = factAt(row, view);
    if (fact) add((fact.fields as Readonly<Record<string, unknown>>)['accountId'], fact.id);
  }
  const all = [...named.values()];
  const rows = await store.getMany(
    tables.members,
    all.map((one) => memberKey(organisation, one)),
  );
  return all.flatMap(({ account, contact }, i) => {
    const row = rows[i];
    const stored = row ? memberIn(row) : '';
    return stored === contact
      ? []
      : [{ where: `account.${account}`, what: 'member', stored: stored || 'none', recounted: contact }];
  });
}

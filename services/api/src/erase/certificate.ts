import type { ErasureCertificate } from '@record-insights/domain';
import { mapAtOnce } from '../atOnce';
import type { EngineContext } from '../context';
import { factsLeft } from '../directory/erasedFacts';
import { cellPages, pageRecords } from '../fold/cells';
import { heldBefore, idKey } from '../fold/idRows';
import { membersLeft } from '../fold/memberRows';
import { packedRows } from '../fold/packs';
import { allShards, part, tables } from '../keys';
import { createUnlessThere } from '../store/blobs';
import { names, shardsAtOnce, type Plan } from './plan';

/** A search through everything after the erasure. */
type Search = Pick<ErasureCertificate, 'rowsSearched' | 'found'>;

const cellsAtOnce = 16;

/** Searches all rows in full, the people's cells and ids, facts and members of accounts for what was missed. */
export async function searchAgain(
  context: EngineContext,
  organisation: string,
  view: number,
  contacts: ReadonlySet<string>,
  { madeBy, cells, rows, visitors }: Plan,
): Promise<Search> {
  const { store } = context;
  const everyone = new Set([...contacts, ...visitors]);
  // Their visitors may have become somebody else's, too, by rows that came since.
  const idsIn = (born: number): ReadonlySet<string> => (born > madeBy ? contacts : everyone);
  let [rowsSearched, found] = [0, 0];
  await mapAtOnce(shardsAtOnce, allShards, async (shard) => {
    for await (const { interaction, group } of packedRows(store, organisation, shard, view)) {
      rowsSearched += 1;
      if (names(interaction, idsIn(group))) found += 1;
    }
  });
  await mapAtOnce(cellsAtOnce, cells, async (cell) => {
    const records = (await cellPages(store, organisation, cell)).flatMap(pageRecords);
    found += records.filter(
      ({ born, contact, visitor }) => idsIn(born).has(contact) || idsIn(born).has(visitor),
    ).length;
  });
  const idRows = await store.getMany(
    tables.ids,
    rows.map(([id]) => idKey(organisation, id)),
  );
  found += idRows.filter((row) => row && heldBefore(row.values)).length;
  found += await factsLeft(context, organisation, contacts);
  found += await membersLeft(store, organisation, contacts);
  return { rowsSearched, found };
}

export async function writeCertificate(
  context: EngineContext,
  organisation: string,
  name: string,
  certificate: Omit<ErasureCertificate, 'finishedAt'>,
): Promise<void> {
  if (certificate.found > 0)
    context.log.error({ organisation, erasure: name, found: certificate.found }, 'An erasure left something behind');
  const values = { json: JSON.stringify({ finishedAt: new Date(context.now()).toISOString(), ...certificate }) };
  await createUnlessThere(context.store, tables.erasures, part(organisation), [
    { kind: 'create', row: part(name), values },
  ]);
}

/** Undefined while the erasure waits or is under way. */
export async function readCertificate(
  { store }: EngineContext,
  organisation: string,
  name: string,
): Promise<ErasureCertificate | undefined> {
  const row = await store.get(tables.erasures, { partition: part(organisation), row: part(name) });
  return row && (JSON.parse(row.values['json'] as string) as ErasureCertificate);
}

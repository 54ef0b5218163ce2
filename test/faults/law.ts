import { deepStrictEqual } from 'node:assert';
import { recordId } from '@record-insights/domain';
import { silentLog, type EngineContext } from '@record-insights/api/context';
import { verify } from '@record-insights/api/maintenance/verify';
import { openService } from '@record-insights/api/openService';
import type { TableStore } from '@record-insights/api/store/tableStore';
import { contacts } from '../builders/histories';
import { factsAbout, type ToldItem } from '../oracle/facts';
import { isTestSend, keptRows, refusedRows } from '../oracle/keeping';
import type { Row } from '../oracle/rows';
import { rowsOfPerson } from '../oracle/visitors';
import { expectedOf, toldBy } from '../scenarios/answers';
import { foreignTo } from '../scenarios/foreignTo';
import type { Place } from '../scenarios/places';
import type { Script } from './script';

/** Opens the service once more and holds all that it tells against the oracle. @returns how many groups there were */
export async function holdLaw(
  store: TableStore,
  organisation: string,
  script: Script,
  erasures: ReadonlyMap<string, string>,
): Promise<number> {
  const service = await openService({ store, now: () => script.now, ...neverFails });
  await service.settled(organisation);
  const { view, waiting } = await service.status(organisation);
  deepStrictEqual(waiting, 0);
  const place = { service, organisation, setNow: () => undefined };
  if (erasures.size === 0) await holdCounting(place, script);
  else await holdErasure(place, script, erasures);
  deepStrictEqual((await verify(service.context, organisation)).differences, []);
  await service.close();
  return view;
}

async function holdCounting(place: Place, { deliveries, items, questions, now }: Script): Promise<void> {
  const { service, organisation } = place;
  const kept = keptRows(deliveries);
  const refused = refusedRows(deliveries);
  const { interactions, testSends, refused: refusedCount } = await service.status(organisation);
  deepStrictEqual(
    { interactions, testSends, refused: refusedCount },
    { interactions: kept.length, testSends: kept.filter(isTestSend).length, refused: refused.length },
  );
  deepStrictEqual(
    await toldRefusals(place),
    refused.map(({ reason, row }) => `${reason} ${JSON.stringify(row)}`).sort(),
  );
  for (const contact of contacts) {
    const { facts } = await service.person(organisation, recordId(contact));
    deepStrictEqual(inOrder(facts), inOrder(factsAbout(items, contact)));
  }
  for (const { contact, question } of questions)
    deepStrictEqual(await toldBy(place, contact, question), expectedOf(kept, contact, question, now));
}

/** Rows of others that have nothing to do with who was erased are as they were. */
async function holdErasure(
  { service, organisation }: Place,
  { deliveries }: Script,
  erasures: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [contact, erasure] of erasures) {
    const { certificate } = await service.erasure(organisation, erasure);
    deepStrictEqual(certificate?.found, 0);
    const { rows, facts } = await service.person(organisation, recordId(contact));
    deepStrictEqual({ rows, facts }, { rows: [], facts: [] });
  }
  const foreign = [...erasures.keys()].map((contact) => foreignTo(contact, deliveries));
  const isForeign = (row: Pick<Row, 'id' | 'cells'>): boolean => foreign.every((holds) => holds(row));
  const kept = keptRows(deliveries);
  for (const contact of contacts.filter((one) => !erasures.has(one))) {
    const { rows } = await service.person(organisation, recordId(contact));
    const ids = rows.map((columns) => columns['InternalMarketingInteractionId'] ?? '');
    const held = ids.filter((id) => isForeign({ id, cells: new Map() }));
    const expected = rowsOfPerson(kept, contact, true).filter(isForeign);
    deepStrictEqual(held.sort(), expected.map(({ id }) => id).sort());
  }
}

const inOrder = (facts: readonly ToldItem[]): readonly ToldItem[] =>
  [...facts].sort((a, b) => (a.kind + a.id < b.kind + b.id ? -1 : 1));

/** On a sound store the engine never has to try again. */
const neverFails: Pick<EngineContext, 'log' | 'sleep'> = {
  sleep: () => Promise.reject(new Error('The engine failed on a sound store')),
  log: {
    ...silentLog,
    error: (fields) => {
      throw new Error(JSON.stringify(fields));
    },
  },
};

async function toldRefusals({ service, organisation }: Place): Promise<readonly string[]> {
  const { rows } = await service.refused(organisation, { limit: 1000 });
  return rows.map(({ code, row }) => `${code} ${row}`).sort();
}

import { recordId, volumeIds, type PipelineAnswer, type PipelineTile } from '@record-insights/domain';
import type { Activity } from '../builders/journeys';
import { journeyOracle, pairsOf, type Found, type Pair, type State } from '../oracle/journey';
import { askEmail, type EmailCounter } from '../oracle/email';
import { cell, type Row } from '../oracle/rows';
import { rowsAt } from './answers';
import type { Place } from './places';

/** A number, and whose rows are behind it: `person iteration`, sorted. */
export interface Behind {
  readonly count: number;
  readonly pairs: readonly string[];
}

/** A tile by what compares: each number by name. */
export type ToldTile = Readonly<Record<string, Behind>>;

export interface ToldJourney {
  readonly tiles: Readonly<Record<string, ToldTile>>;
  readonly notOnPipeline: Behind;
}

/** The place as somebody reads it who may read all contacts. */
const readByAll = (place: Place): Place => ({ ...place, readable: (contacts) => Promise.resolve(new Set(contacts)) });

export const pipelineAt = ({ service, organisation }: Place, journey: string, iteration?: string) =>
  service.pipeline(organisation, { recordType: 'journey', id: recordId(journey), iteration });

/** Tells the journey's pipeline of a place. */
export async function tellJourney(
  { service, organisation }: Place,
  journey: string,
  definition: readonly Activity[],
): Promise<void> {
  const fields = { name: 'Journey', definition };
  const item = { kind: 'journey', id: journey, op: 'upsert', at: '2026-11-01T10:00:00Z', fields };
  await service.directory(organisation, [item]);
}

/**
 * Every number of the answer, and whose rows its list has, as many as it says.
 * @param kept by which the rows of lists tell their iteration
 */
export async function journeyTold(place: Place, answer: PipelineAnswer, kept: readonly Row[]): Promise<ToldJourney> {
  const byId = new Map(kept.map((row) => [row.id, row]));
  const behind = async ({ count, rows }: { count: number; rows: string }): Promise<Behind> => {
    const listed = await rowsAt(readByAll(place), rows);
    if (listed.length !== count) throw new Error(`${rows} has ${listed.length} rows, its number says ${count}`);
    return { count, pairs: listed.map(([id]) => pairOf(byId.get(id))).sort() };
  };
  const tiles: Record<string, ToldTile> = {};
  for (const tile of answer.tiles) {
    const told: Record<string, Behind> = {};
    for (const id of volumeIds) told[id] = await behind(tile.volumes[id]);
    for (const { branch, ...path } of tile.paths) told[`way ${branch}`] = await behind(path);
    for (const { id, value, rows = '' } of tile.kpis) told[id] = await behind({ count: value ?? -1, rows });
    tiles[tile.id] = told;
  }
  return { tiles, notOnPipeline: await behind(answer.notOnPipeline) };
}

const pairOf = (row: Row | undefined): string =>
  row ? `${cell(row, 'ContactId')} ${cell(row, 'CustomerJourneyIterationId')}` : 'no such row';

const volumes: Readonly<Record<(typeof volumeIds)[number], readonly State[]>> = {
  inflow: ['processed', 'processing', 'stopped', 'expired'],
  total: ['processed', 'processing', 'queued', 'stopped', 'expired'],
  processed: ['processed'],
  inProgress: ['processing', 'queued'],
  processing: ['processing'],
  queued: ['queued'],
  notProcessed: ['stopped', 'expired'],
  stopped: ['stopped'],
  expired: ['expired'],
};

const kpis: readonly EmailCounter[] = [
  ...(['delivered', 'opensUnique', 'clicksUnique', 'blocked'] as const),
  ...(['bounces', 'softBounces', 'hardBounces', 'blockBounces'] as const),
];

/** The same as the raw rows tell it, for the tiles and ways that the answer shows. */
export function expectedOfJourney(
  kept: readonly Row[],
  journey: string,
  definition: readonly Activity[],
  answer: PipelineAnswer,
  iteration?: string,
): ToldJourney {
  const oracle = journeyOracle(definition);
  const asked = pairsOf(kept, journey).filter((pair) => iteration === undefined || pair.iteration === iteration);
  const behind = (pairs: readonly Pair[]): Behind => ({
    count: pairs.length,
    pairs: pairs.map((pair) => `${pair.person} ${pair.iteration}`).sort(),
  });
  const told = ({ id, paths, kpis: shown }: PipelineTile): ToldTile => {
    const which = (isOne: (found: Found) => boolean): Behind =>
      behind(asked.filter((pair) => isFound(oracle.at(pair, id), isOne)));
    const numbers = volumeIds.map((volume) => [volume, which(({ state }) => volumes[volume].includes(state))]);
    const ways = paths.map(({ branch }) => [
      `way ${branch}`,
      which(({ state, way }) => state === 'processed' && way === branch),
    ]);
    return Object.fromEntries([...numbers, ...ways, ...(shown.length > 0 ? kpisAt(id) : [])]) as ToldTile;
  };
  const kpisAt = (id: string): readonly (readonly [string, Behind])[] => {
    const rows = asked.flatMap((pair) => oracle.rowsAt(pair, id).filter((row) => isNamed(row, id, asked, oracle)));
    const { lists } = askEmail(rows, { from: '0001-01-01', to: '9999-12-30', zone: 'UTC' });
    return kpis.map((kpi) => {
      const pairs = lists[kpi].map(({ row }) => pairOf(row)).sort();
      return [`journey.${kpi}`, { count: pairs.length, pairs }] as const;
    });
  };
  const off = asked.flatMap((pair) => pair.rows.filter((row) => !oracle.isOnPipeline(row))).map(pairOf);
  return {
    tiles: Object.fromEntries(answer.tiles.map((tile) => [tile.id, told(tile)])),
    notOnPipeline: { count: off.length, pairs: off.sort() },
  };
}

const isFound = (found: Found | undefined, isOne: (found: Found) => boolean): boolean =>
  found !== undefined && isOne(found);

/** A tile's messages are counted by the name that rows have for it: its own id wherever one row names that. */
function isNamed(row: Row, id: string, pairs: readonly Pair[], oracle: ReturnType<typeof journeyOracle>): boolean {
  const own = pairs.some((pair) => oracle.rowsAt(pair, id).some((one) => nameIn(one) === id));
  return own ? nameIn(row) === id : true;
}

const nameIn = (row: Row): string => cell(row, 'ActivityId').toLowerCase();

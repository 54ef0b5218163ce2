import {
  candidatesOf,
  counterOf,
  isInVolume,
  rowOfState,
  signatureOf,
  standingOf,
  standsBefore,
  stopTypes,
  tileMarks,
  volumeIds,
  volumesOf,
  volumeStates,
  type Choice,
  type Counted,
  type JourneyDefinition,
  type JourneyTile,
  type PipelineDef,
  type Standing,
  type VolumeId,
} from '@record-insights/domain';
import type { CellRecord } from '../fold/cells';
import type { Rollup } from '../fold/rollupReading';
import { ever, signaturesIn, type JourneyReading } from './journeyReading';
import type { PickedRows } from './subjectList';

/** What lists of a pipeline are narrowed to: words before a colon in their address. */
export const [volumeWord, wayWord] = ['volume', 'way'] as const;
/** The same of rows that name a tile that the journey does not have. */
export const offPipeline = 'tile:none';

/** Whether the list that such a value narrows is one of a pipeline. */
export const isOfPipeline = (value = ''): boolean =>
  value === offPipeline || value.startsWith(`${volumeWord}:`) || value.startsWith(`${wayWord}:`);

/**
 * The rows of a pipeline's number: of a volume, or of those who went on one way, a row for each pair; of what is on no
 * tile, every row.
 * @returns undefined where the journey has no such number
 */
export function rowsPicked(
  { reading: { choice }, definition, rollup, pipeline }: JourneyReading,
  value: string,
): PickedRows | undefined {
  if (value === offPipeline) {
    const total = rollup && rowsOffPipeline(rollup, pipeline, definition, choice.iteration);
    return { total, of: (holding) => offIn(holding, definition, choice) };
  }
  const tile = definition?.tileNamed(choice.tile ?? '');
  if (!definition || !tile) return undefined;
  const [word, wanted] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)];
  const volume = volumeIds.find((id) => id === wanted);
  if (word === volumeWord && !volume) return undefined;
  const isOne = (standing: Standing): boolean =>
    volume && word === volumeWord ? isInVolume(standing, tile, volume) : wentOn(standing, tile, wanted);
  const counts = rollup && volumesOf(definition, signaturesIn(rollup, pipeline, choice.iteration)).get(tile);
  const total = counts && (volume && word === volumeWord ? counts.volumes[volume] : (counts.ways.get(wanted) ?? 0));
  return {
    total,
    ...(volume && isToldBySomeTypes(volume) ? { types: [...stopTypes, ...tileMarks.expired.types] } : {}),
    of: (holding) => pairsIn(holding, pipeline, choice, (rows) => rowOfPair(definition, tile, rows, isOne)),
  };
}

const wentOn = (standing: Standing, tile: JourneyTile, way: string): boolean => {
  const { state, path } = standing.get(tile) ?? {};
  return state === 'processed' && path === way;
};

/** Whether the rows that stand for it are always of the types that tell of a stop or an expiry. */
const isToldBySomeTypes = (volume: VolumeId): boolean =>
  volumeStates[volume].every((state) => state === 'stopped' || state === 'expired');

function rowOfPair(
  definition: JourneyDefinition,
  tile: JourneyTile,
  rows: readonly CellRecord[],
  isOne: (standing: Standing) => boolean,
): CellRecord | undefined {
  const standing = standingOf(definition, signatureOf(rows));
  return isOne(standing) ? rowOfState(definition, standing, tile, rows) : undefined;
}

/** The row that stands for each iteration of a person, where one does. */
function pairsIn(
  holding: readonly CellRecord[],
  { people }: PipelineDef,
  { iteration }: Choice,
  rowOf: (rows: readonly CellRecord[]) => CellRecord | undefined,
): readonly Counted<CellRecord>[] {
  const def = counterOf(people);
  return standsBefore(def, candidatesOf(def, holding)).flatMap((rows) => {
    if (iteration !== undefined && rows[0]?.iteration !== iteration) return [];
    const record = rowOf(rows);
    return record ? [{ record, rows: 1 }] : [];
  });
}

const isOff = (tile: string, definition: JourneyDefinition | undefined): boolean =>
  tile !== '' && definition?.tileNamed(tile) === undefined;

const offIn = (
  holding: readonly CellRecord[],
  definition: JourneyDefinition | undefined,
  { iteration }: Choice,
): readonly Counted<CellRecord>[] =>
  holding
    .filter((record) => !record.testSend && isOff(record.tile, definition))
    .filter((record) => iteration === undefined || record.iteration === iteration)
    .map((record) => ({ record, rows: 1 }));

/** How many rows name a tile that the journey does not have. */
export function rowsOffPipeline(
  rollup: Rollup,
  { rows }: PipelineDef,
  definition: JourneyDefinition | undefined,
  iteration: string | undefined,
): number {
  const tiles = new Set([...rollup.usages()].map(({ tile }) => tile));
  const off = [...tiles].filter((tile) => isOff(tile, definition));
  return off.reduce(
    (sum, tile) => sum + rollup.count({ counter: rows, ...ever, choice: { verdict: 'all', iteration, tile } }),
    0,
  );
}

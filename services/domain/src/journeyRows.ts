import type { JourneyDefinition, JourneyTile } from './journeyDefinition';
import { markOfType, stopReasonIn, type Standing, type TileState } from './journeyTiles';
import type { PersonRecord } from './personRecord';

type Row = Pick<PersonRecord, 'id' | 'type' | 'at' | 'tile' | 'traits'>;

/**
 * The row that stands for a person's state at a tile, and says when that was: the first that tells of it, else the first
 * that proves it.
 * @param rows all of the person in the iteration that name a tile, one at least
 */
export function rowOfState<R extends Row>(
  definition: JourneyDefinition,
  standing: Standing,
  tile: JourneyTile,
  rows: readonly R[],
): R | undefined {
  const state = standing.get(tile)?.state;
  return state && (proofs[state](tile, rowsByTile(definition, rows), standing) ?? firstOf(rows));
}

type Proof = <R extends Row>(
  tile: JourneyTile,
  rowsAt: ReadonlyMap<JourneyTile, readonly R[]>,
  standing: Standing,
) => R | undefined;

const proofs: Readonly<Record<TileState, Proof>> = {
  processed: (tile, rowsAt) => doneAt(tile, rowsAt) ?? firstOf(rowsAt.get(tile)) ?? firstBeyond(tile, rowsAt),
  expired: (tile, rowsAt) => firstOf(rowsAt.get(tile)?.filter(({ type }) => markOfType(type) === 'expired')),
  stopped: (tile, rowsAt) => firstOf(rowsAt.get(tile)?.filter((row) => stopReasonIn(row) !== undefined)),
  processing: (tile, rowsAt) => firstOf(rowsAt.get(tile)) ?? lastBefore(tile, rowsAt),
  queued(tile, rowsAt, standing) {
    let at = tile.parent;
    while (at && standing.get(at)?.state === 'queued') at = at.parent;
    return at && proofs.processing(at, rowsAt, standing);
  },
};

/** Rows by the tile that they name. */
export function rowsByTile<R extends Row>(
  { tileNamed }: JourneyDefinition,
  rows: readonly R[],
): ReadonlyMap<JourneyTile, readonly R[]> {
  const byTile = new Map<JourneyTile, R[]>();
  for (const row of rows) {
    const tile = tileNamed(row.tile);
    if (!tile) continue;
    const own = byTile.get(tile);
    if (own) own.push(row);
    else byTile.set(tile, [row]);
  }
  return byTile;
}

/** The first row that tells that the person was done with the tile. */
export const doneAt = <R extends Row>(
  tile: JourneyTile,
  rowsAt: ReadonlyMap<JourneyTile, readonly R[]>,
): R | undefined => firstOf(rowsAt.get(tile)?.filter(({ type }) => isDone(tile, type)));

function isDone({ def }: JourneyTile, type: string): boolean {
  const mark = markOfType(type);
  return mark !== undefined && (def.doneBy.includes(mark) || (mark === 'expired' && def.mayExpire === true));
}

/** The row that took the person to the tile, at the nearest one before it that rows name. */
function lastBefore<R extends Row>(
  { parent }: JourneyTile,
  rowsAt: ReadonlyMap<JourneyTile, readonly R[]>,
): R | undefined {
  for (let at = parent; at; at = at.parent) {
    const row = doneAt(at, rowsAt) ?? firstOf(rowsAt.get(at));
    if (row) return row;
  }
  return undefined;
}

function firstBeyond<R extends Row>(tile: JourneyTile, rowsAt: ReadonlyMap<JourneyTile, readonly R[]>): R | undefined {
  return firstOf([...rowsAt].flatMap(([one, rows]) => (isBeyond(one, tile) ? rows : [])));
}

function isBeyond(one: JourneyTile, tile: JourneyTile): boolean {
  let at = one.parent;
  while (at && at !== tile) at = at.parent;
  return at === tile;
}

/** The earliest row, of several at one instant that of the lowest id. */
export function firstOf<R extends Row>(rows: readonly R[] = []): R | undefined {
  let first: R | undefined;
  for (const row of rows) if (!first || row.at < first.at || (row.at === first.at && row.id < first.id)) first = row;
  return first;
}

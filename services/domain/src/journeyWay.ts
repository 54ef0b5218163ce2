import type { JourneyDefinition, JourneyTile } from './journeyDefinition';
import { waysOf } from './journeyPipeline';
import { doneAt, firstOf, rowsByTile } from './journeyRows';
import { signatureOf, standingOf, stopReasonIn, type TileStanding, type TileState } from './journeyTiles';
import { formatInstant, type Instant } from './instant';
import type { PersonRecord } from './personRecord';
import { stopReasonOf } from './registry/tileMarks';
import type { WayStep } from './wireJourneys';

type Row = Pick<PersonRecord, 'id' | 'type' | 'at' | 'tile' | 'traits' | 'iteration'>;

/**
 * A person's way through one iteration of a journey: the tiles to which it came, in the order of the journey, with when
 * and what became of it there.
 * @param rows all of the person in the iteration that name a tile
 */
export function wayThrough(definition: JourneyDefinition, rows: readonly Row[]): readonly WayStep[] {
  const standing = standingOf(definition, signatureOf(rows));
  const rowsAt = rowsByTile(definition, rows);
  return [...standing].flatMap(([tile, told]) => {
    if (told.state === 'queued' || tile.def.passes === true) return [];
    const leftAt = leavingOf(tile, told.state, rowsAt);
    const came = comingTo(tile, rowsAt);
    const cameAt = came !== undefined && leftAt !== undefined && came > leftAt ? undefined : came;
    return [
      {
        iteration: rows[0]?.iteration ?? '',
        tile: tile.id,
        kindTitle: tile.def.title,
        icon: tile.def.icon,
        name: tile.name,
        ...(cameAt === undefined ? {} : { cameAt: formatInstant(cameAt) }),
        ...(leftAt === undefined ? {} : { leftAt: formatInstant(leftAt) }),
        outcome: told.state,
        outcomeTitle: outcomeTitle(tile, told),
      },
    ];
  });
}

type RowsAt = ReadonlyMap<JourneyTile, readonly Row[]>;

/** When the person left the tile before it, else when the first row at it was. */
function comingTo(tile: JourneyTile, rowsAt: RowsAt): Instant | undefined {
  let before = tile.parent;
  while (before?.def.passes === true) before = before.parent;
  return (before && doneAt(before, rowsAt)?.at) ?? firstOf(rowsAt.get(tile))?.at;
}

function leavingOf(tile: JourneyTile, state: TileState, rowsAt: RowsAt): Instant | undefined {
  if (state === 'processing') return undefined;
  if (state !== 'stopped') return doneAt(tile, rowsAt)?.at;
  return firstOf(rowsAt.get(tile)?.filter((row) => stopReasonIn(row) !== undefined))?.at;
}

function outcomeTitle(tile: JourneyTile, { state, path, stop }: TileStanding): string {
  if (state === 'stopped') return stop === undefined ? 'Stopped' : `Stopped: ${stopReasonOf(stop).title}`;
  if (state === 'expired') return 'Passed on, the message had expired';
  if (state !== 'processed') return 'Waiting';
  const way = path === undefined ? undefined : waysOf(tile, [path]).find(({ branch }) => branch === path);
  return way && way.branch !== '' ? `Passed on: ${way.title}` : 'Passed on';
}

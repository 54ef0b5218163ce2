import type { Place } from './layout';

/** What walking from tile to tile asks of a tile. */
export interface Step {
  readonly id: string;
  readonly parent?: string;
}

/**
 * The tile that a key leads to: right to the first that follows, left to the one before, up and down in the column,
 * Home and End to the first and last. Undefined where the key leads nowhere.
 */
export function tileBeyond(
  key: string,
  from: string,
  tiles: readonly Step[],
  places: readonly Place[],
): string | undefined {
  switch (key) {
    case 'ArrowRight':
      return tiles.find(({ parent }) => parent === from)?.id;
    case 'ArrowLeft':
      return tiles.find(({ id }) => id === tiles.find((tile) => tile.id === from)?.parent)?.id;
    case 'ArrowUp':
      return inColumn(from, places, -1);
    case 'ArrowDown':
      return inColumn(from, places, 1);
    case 'Home':
      return tiles[0]?.id;
    case 'End':
      return tiles.at(-1)?.id;
    default:
      return undefined;
  }
}

function inColumn(from: string, places: readonly Place[], step: 1 | -1): string | undefined {
  const start = places.find(({ id }) => id === from);
  if (!start) return undefined;
  const column = places.filter(({ x }) => Math.abs(x - start.x) < 1).sort((a, b) => a.y - b.y);
  return column[column.indexOf(start) + step]?.id;
}

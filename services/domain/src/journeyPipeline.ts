import type { JourneyDefinition, JourneyTile } from './journeyDefinition';
import { hasWays, standingOf, type Standing, type TileState } from './journeyTiles';
import { branchNames } from './registry/tileKinds';
import type { VolumeId } from './wireJourneys';

/** A tile as a pipeline shows it. */
export interface ShownTile {
  readonly tile: JourneyTile;
  /** The tile before it that is shown, too. */
  readonly parent?: JourneyTile;
  /** The way on from there on which it hangs; absent where there is one only. */
  readonly branch?: string;
}

/** A way on from a tile. */
export interface Way {
  /** As rows name it; empty where none did. */
  readonly branch: string;
  readonly title: string;
}

/** (person, iteration) pairs at a tile, and of those who went on how many on which way. */
export interface TileVolumes {
  readonly volumes: Readonly<Record<VolumeId, number>>;
  readonly ways: ReadonlyMap<string, number>;
}

/** Which states each volume takes in. */
export const volumeStates: Readonly<Record<VolumeId, readonly TileState[]>> = {
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

/** The tiles that are shown, parents before their children. */
export function shownTiles({ tiles }: JourneyDefinition): readonly ShownTile[] {
  return tiles.filter(isShown).map((tile) => {
    let [at, branch] = [tile.parent, tile.branch];
    while (at && !isShown(at)) [at, branch] = [at.parent, at.branch];
    return { tile, ...(at ? { parent: at } : {}), ...(at && branch !== '' ? { branch } : {}) };
  });
}

/** A branch of a split is none of its own; where a journey begins is one where several tiles follow, or none. */
function isShown({ def, parent, branches }: JourneyTile): boolean {
  if (def.unseen !== true) return true;
  if (parent) return parent.def.branchesBy !== 'NextActivityId';
  const [next, ...others] = branches.flatMap(({ tiles }) => tiles);
  return next === undefined || others.length > 0 || next.def.unseen === true;
}

/** The ways on from a tile, of those that have several: all that it has, and those that rows name beside them. */
export function waysOf(tile: JourneyTile, named: Iterable<string> = []): readonly Way[] {
  if (!hasWays(tile)) return [];
  const { def, branches } = tile;
  const own = [...new Set([...(def.ways ?? []), ...branches.map(({ id }) => id)])];
  const others = [...new Set(named)].filter((id) => !own.includes(id)).sort();
  return [...own, ...others].map((branch) => ({ branch, title: wayTitle(tile, branch) }));
}

function wayTitle({ def, branches }: JourneyTile, branch: string): string {
  if (branch === '') return 'Not told';
  const known = branchNames[branch]?.title;
  const begins = branches.find(({ id }) => id === branch)?.tiles[0];
  return known ?? (def.branchesBy === 'NextActivityId' && begins ? begins.name : branch);
}

/**
 * How many stand at each tile.
 * @param signatures how many pairs rows say it of
 */
export function volumesOf(
  definition: JourneyDefinition,
  signatures: Iterable<readonly [signature: string, pairs: number]>,
): ReadonlyMap<JourneyTile, TileVolumes> {
  const states = new Map<JourneyTile, Map<TileState, number>>();
  const ways = new Map<JourneyTile, Map<string, number>>();
  for (const [signature, pairs] of signatures)
    for (const [tile, { state, path }] of standingOf(definition, signature)) {
      raise(states, tile, state, pairs);
      if (state === 'processed' && path !== undefined) raise(ways, tile, path, pairs);
    }
  return new Map(
    definition.tiles.map((tile) => [tile, { volumes: volumesIn(states.get(tile)), ways: ways.get(tile) ?? new Map() }]),
  );
}

function raise<K>(counts: Map<JourneyTile, Map<K, number>>, tile: JourneyTile, key: K, by: number): void {
  const own = counts.get(tile) ?? new Map<K, number>();
  counts.set(tile, own);
  own.set(key, (own.get(key) ?? 0) + by);
}

function volumesIn(states: ReadonlyMap<TileState, number> = new Map()): Readonly<Record<VolumeId, number>> {
  const volumes = Object.entries(volumeStates).map(([id, some]) => [
    id,
    some.reduce((sum, state) => sum + (states.get(state) ?? 0), 0),
  ]);
  return Object.fromEntries(volumes) as Record<VolumeId, number>;
}

/** Whether a standing is one of those that a volume of a tile counts. */
export const isInVolume = (standing: Standing, tile: JourneyTile, volume: VolumeId): boolean => {
  const state = standing.get(tile)?.state;
  return state !== undefined && volumeStates[volume].includes(state);
};

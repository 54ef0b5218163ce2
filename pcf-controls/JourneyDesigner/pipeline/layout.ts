import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre';
import type { PipelineTile } from '@record-insights/domain';

/** Measures of a pipeline in px. */
export const tileSize = { width: 160, height: 80 } as const;
const gaps = { across: 40, down: 48 } as const;
/** Room above a tile for its marks, and below it for what it depends on. */
const marksHeight = 24;
const itemsTop = 8;
const itemHeight = 24;
/** Around the whole. */
const margin = 16;
/** Of a branch's name: what a character and the space beside it take, and where it is cut. */
const character = 7;
const nameSpace = 12;
const longestName = 120;

/** What the layout asks of a tile. */
export type LaidOut = Pick<PipelineTile, 'id' | 'parent' | 'branch' | 'items' | 'paths'>;

/** Where a tile's upper left corner stands. */
export interface Place {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** The way from a tile to one that follows it. */
export interface Connector {
  readonly from: string;
  readonly to: string;
  /** Corners of a line of right angles. */
  readonly points: readonly Point[];
  /** The branch's name in words, and the middle of where it stands; absent where there is one way only. */
  readonly name?: { readonly text: string; readonly at: Point; readonly width: number };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly places: readonly Place[];
  readonly connectors: readonly Connector[];
  readonly width: number;
  readonly height: number;
}

/**
 * Tiles from left to right: each right of its parent, branches from top to bottom in their order, no two over each
 * other with all that stands above and below them.
 */
export function layoutOf(tiles: readonly LaidOut[]): Layout {
  const byId = new Map(tiles.map((tile) => [tile.id, tile]));
  const parentOf = ({ id, parent }: LaidOut): LaidOut | undefined =>
    parent === undefined || parent === id ? undefined : byId.get(parent);
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({ rankdir: 'LR', ranksep: gaps.across, nodesep: gaps.down / 2, marginx: margin, marginy: margin });
  for (const tile of tiles) graph.setNode(tile.id, { width: tileSize.width, height: heightOf(tile) });
  for (const tile of tiles) {
    const parent = parentOf(tile);
    // A name longer than the gap makes the gap wider; a label without height would take no room.
    const width = parent ? nameWidth(branchName(tile, parent)) - gaps.across : 0;
    if (parent) graph.setEdge(parent.id, tile.id, width > 0 ? { width, height: 1, labelpos: 'c' } : {});
  }
  // Of a tree, the order in which dagre begins has no crossing: it keeps the branches as they come.
  layout(graph, { disableOptimalOrderHeuristic: true });
  const corner = (id: string): Point => {
    const { x = 0, y = 0 } = graph.node(id);
    return { x: x - tileSize.width / 2, y: y - tileSize.height / 2 };
  };
  const { width = 0, height = 0 } = graph.graph();
  return {
    places: tiles.map(({ id }) => ({ id, ...corner(id) })),
    connectors: tiles.flatMap((tile) => {
      const parent = parentOf(tile);
      return parent ? [connector(parent, tile, corner(parent.id), corner(tile.id))] : [];
    }),
    width,
    height,
  };
}

/** As much above the tile's middle as below it, so that tiles in a row stand on one line. */
function heightOf({ items }: LaidOut): number {
  const below = items.length === 0 ? 0 : itemsTop + itemHeight * items.length;
  return tileSize.height + 2 * Math.max(marksHeight, below);
}

function connector(parent: LaidOut, child: LaidOut, from: Point, to: Point): Connector {
  const start = { x: from.x + tileSize.width, y: from.y + tileSize.height / 2 };
  const end = { x: to.x, y: to.y + tileSize.height / 2 };
  const middle = (start.x + end.x) / 2;
  const isLevel = Math.abs(start.y - end.y) < 1;
  const points = isLevel ? [start, end] : [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end];
  const text = branchName(child, parent);
  return {
    from: parent.id,
    to: child.id,
    points,
    ...(text === undefined ? {} : { name: { text, at: nameAt(middle, start.y, end.y), width: nameWidth(text) } }),
  };
}

/** On the line that leads up or down to the branch, beside its tile; on the branch itself where it leads straight on. */
function nameAt(x: number, from: number, to: number): Point {
  return { x, y: Math.abs(from - to) < 1 ? to : to + 18 * Math.sign(from - to) };
}

const branchName = ({ branch }: LaidOut, { paths }: LaidOut): string | undefined =>
  branch === undefined ? undefined : (paths.find((path) => path.branch === branch)?.title ?? branch);

const nameWidth = (name: string | undefined): number =>
  name === undefined ? 0 : Math.min(longestName, nameSpace + character * name.length);

import { canonicalId } from './ids';
import { tileKindOf, type TileKindDef } from './registry/tileKinds';

/** A tile of a journey. */
export interface JourneyTile {
  /** ActivityId in its one spelling. */
  readonly id: string;
  /** As the definition says it. */
  readonly kind: string;
  readonly def: TileKindDef;
  readonly name: string;
  /** Undefined for the first, and for those whose parent the definition does not have. */
  readonly parent?: JourneyTile;
  /** Its parent's branch on which it hangs; empty where that has one way only. */
  readonly branch: string;
  /** Id of the record that it is about, in its one spelling. */
  readonly record?: string;
  /** What it depends on. */
  readonly items: readonly JourneyItem[];
  /** Its ways on, in their order. Whoever goes one of them comes to all tiles that begin it. */
  readonly branches: readonly JourneyBranch[];
}

export interface JourneyItem {
  readonly kind: string;
  readonly def: TileKindDef;
  readonly name: string;
  readonly record?: string;
}

export interface JourneyBranch {
  /** As rows name it, in lower case; empty where there is one way only. */
  readonly id: string;
  readonly tiles: readonly JourneyTile[];
}

/** A journey as a tree. */
export interface JourneyDefinition {
  /** Parents before their children, branches in their order; the first is where it begins. */
  readonly tiles: readonly JourneyTile[];
  /** The tile that a row names: by its own id, or by that of one of its items. */
  readonly tileNamed: (id: string) => JourneyTile | undefined;
}

/** Why there is no tree. */
export type DefinitionProblem = 'none' | 'notJson' | 'notAList' | 'noTiles';

export type DefinitionReading = { readonly definition: JourneyDefinition } | { readonly problem: DefinitionProblem };

type Node = Readonly<Record<string, unknown>>;

interface Draft extends JourneyTile {
  readonly parentId: string;
  parent?: JourneyTile;
  branch: string;
  branches: readonly JourneyBranch[];
  /** Order among its siblings. */
  readonly order: number;
  /** Its parent's branch on which it hangs, in lower case. */
  readonly relation: string;
  readonly children: Draft[];
  readonly itemIds: readonly string[];
}

/**
 * Reads a definition: an array of activities, each with its id, parent, branch and items. Whatever else it holds is
 * passed over; activities without an id are left out, of several of one id the first one is taken, and what hangs on
 * nothing stands for itself.
 * @param value as the directory has it, or as JSON text
 */
export function readDefinition(value: unknown): DefinitionReading {
  if (value === undefined || value === null || value === '') return { problem: 'none' };
  const parsed = typeof value === 'string' ? parsedText(value) : value;
  if (parsed === undefined) return { problem: 'notJson' };
  if (!Array.isArray(parsed)) return { problem: 'notAList' };
  const drafts = new Map<string, Draft>();
  for (const node of nodesIn(parsed)) {
    const draft = draftOf(node);
    if (draft && !drafts.has(draft.id)) drafts.set(draft.id, draft);
  }
  if (drafts.size === 0) return { problem: 'noTiles' };
  return { definition: definitionOf(drafts) };
}

function parsedText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const nodeOf = (value: unknown): Node | undefined =>
  typeof value === 'object' && value !== null ? (value as Node) : undefined;
const nodesIn = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.map(nodeOf).filter((one) => one !== undefined) : [];

/** Texts and numbers are ids and names; nothing else is. */
const textIn = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
const idIn = (value: unknown): string => canonicalId(textIn(value));

function draftOf(node: Node): Draft | undefined {
  const id = idIn(node['ActivityId']);
  if (id === '') return undefined;
  const [header = {}, ...nested] = nodesIn(nodeOf(node['Properties'])?.['Items']);
  const kind = textIn(node['ActivityTypeId']) || textIn(header['ActivityTypeId']) || 'Unknown';
  const def = tileKindOf(kind);
  const items = nested.map(itemOf);
  const record = idIn(header['ItemId']) || items.find((item) => item.def.record === def.record)?.record;
  return {
    id,
    kind,
    def,
    name: textIn(header['Name']) || def.title,
    ...(record && def.record ? { record } : {}),
    items,
    branch: '',
    branches: [],
    children: [],
    parentId: idIn(node['ParentActivityId']),
    order: Number(textIn(node['ParentBranchId'])) || 0,
    relation: textIn(node['ParentRelationshipType']).toLowerCase(),
    itemIds: [header, ...nested].map((item) => idIn(item['ActivityItemId'])).filter((one) => one !== ''),
  };
}

function itemOf(node: Node): JourneyItem {
  const kind = textIn(node['ActivityTypeId']) || 'Unknown';
  const def = tileKindOf(kind);
  const record = idIn(node['ItemId']);
  const name = textIn(node['Name']) || textIn(node['SegmentDisplayName']) || def.title;
  return { kind, def, name, ...(record && def.record ? { record } : {}) };
}

function definitionOf(drafts: ReadonlyMap<string, Draft>): JourneyDefinition {
  const all = [...drafts.values()];
  for (const draft of all) drafts.get(draft.parentId)?.children.push(draft);
  const tiles: Draft[] = [];
  const seen = new Set<Draft>();
  const begin = (first: Draft): void => {
    const waiting = [first];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const tile = next;
      if (seen.has(tile)) continue;
      seen.add(tile);
      tiles.push(tile);
      // A circle ends where it would begin again.
      const children = tile.children.filter((child) => !seen.has(child)).sort((a, b) => a.order - b.order);
      const nameOf = namedBranches(tile, children);
      for (const child of children) Object.assign(child, { parent: tile, branch: nameOf(child) });
      tile.branches = [...new Set(children.map(nameOf))].map((id) => ({
        id,
        tiles: children.filter(({ branch }) => branch === id),
      }));
      waiting.push(...tile.branches.flatMap((branch) => branch.tiles as readonly Draft[]).reverse());
    }
  };
  for (const draft of all) if (!drafts.has(draft.parentId)) begin(draft);
  for (const draft of all) if (!seen.has(draft)) begin(draft);
  const named = new Map<string, JourneyTile>();
  for (const tile of tiles) for (const id of tile.itemIds) if (!named.has(id)) named.set(id, tile);
  for (const tile of tiles) named.set(tile.id, tile);
  return { tiles, tileNamed: (id) => named.get(canonicalId(id)) };
}

/** What the ways on from a tile are called; empty where there is but one. */
function namedBranches({ def: { branchesBy } }: Draft, children: readonly Draft[]): (child: Draft) => string {
  if (branchesBy === 'NextActivityId') return ({ id }) => id;
  const isOneWay = branchesBy === undefined && new Set(children.map(({ relation }) => relation)).size < 2;
  return ({ relation }) => (isOneWay ? '' : relation);
}

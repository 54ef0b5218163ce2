/** Kinds of tiles by the names that the vendor's definitions use. */
export type TileKind =
  | 'bpf_root'
  | 'Segment'
  | 'Email'
  | 'Event'
  | 'Scheduler'
  | 'Trigger'
  | 'Splitter'
  | 'SplitterBranch'
  | 'CreateCrmActivity'
  | 'CreateLead'
  | 'InvokeWorkflow'
  | 'RecordUpdate'
  | 'LinkedInCampaign'
  | 'CustomChannel';

export type Branch = 'Default' | 'yesBranch' | 'noBranch';

/** What a tile or a part of it points at. */
export interface TileItem {
  readonly kind: 'Segment' | 'SegmentItem' | 'Email' | 'LandingPage' | 'MarketingForm' | 'Event' | 'Survey';
  readonly name: string;
}

export interface TilePlan {
  readonly kind: TileKind;
  readonly name: string;
  readonly item?: TileItem;
  readonly nested?: readonly TileItem[];
  readonly branch?: Branch;
  /** How long it waits at most. */
  readonly days?: number;
  /** What a trigger waits for. */
  readonly on?: 'openedAt' | 'clickedAt' | 'submittedAt';
  /** Percent of a splitter's people. */
  readonly share?: number;
  /** Whether the message is worth nothing after some hours. */
  readonly expires?: boolean;
  readonly test?: AbTest;
  readonly next: readonly TilePlan[];
}

/** A test of two versions of one message: shares in percent. */
export interface AbTest {
  readonly a: number;
  readonly b: number;
  readonly winner: 'A' | 'B';
  readonly metric: 'Click-through rate' | 'Open rate';
}

/** A tile with its place in the definition. */
export interface Tile extends Omit<TilePlan, 'next'> {
  readonly id: string;
  readonly branch: Branch;
  readonly itemNumber: number;
  readonly next: readonly Tile[];
}

type Extras = Pick<TilePlan, 'nested' | 'expires' | 'test'>;

export const segment = (name: string, ...next: readonly TilePlan[]): TilePlan => ({
  kind: 'Segment',
  name,
  nested: [{ kind: 'SegmentItem', name }],
  next,
});
export const email = (name: string, extras: Extras, ...next: readonly TilePlan[]): TilePlan => ({
  kind: 'Email',
  name,
  item: { kind: 'Email', name },
  ...extras,
  next,
});
export const wait = (days: number, ...next: readonly TilePlan[]): TilePlan => ({
  kind: 'Scheduler',
  name: `Wait ${days} days`,
  days,
  next,
});
export const trigger = (
  name: string,
  on: NonNullable<TilePlan['on']>,
  days: number,
  yes: readonly TilePlan[],
  no: readonly TilePlan[],
): TilePlan => ({
  kind: 'Trigger',
  name,
  on,
  days,
  next: [
    ...yes.map((tile): TilePlan => ({ ...tile, branch: 'yesBranch' })),
    ...no.map((tile): TilePlan => ({ ...tile, branch: 'noBranch' })),
  ],
});
export const split = (name: string, ...branches: readonly (readonly [number, TilePlan])[]): TilePlan => ({
  kind: 'Splitter',
  name,
  next: branches.map(([share, tile]) => ({ kind: 'SplitterBranch', name: `${share}%`, share, next: [tile] })),
});
export const step = (kind: TileKind, name: string, ...next: readonly TilePlan[]): TilePlan => ({ kind, name, next });

/** Gives a plan its ids: a tile's id is its parent's with a number behind. */
export function placed(plan: TilePlan): Tile {
  let itemNumber = 0;
  const place = ({ next, ...rest }: TilePlan, id: string): Tile => {
    const own = itemNumber;
    itemNumber += 1 + (rest.nested?.length ?? 0);
    return {
      ...rest,
      id,
      branch: rest.branch ?? 'Default',
      itemNumber: own,
      next: next.map((child, index) => place(child, `${id}_${index}`)),
    };
  };
  return place({ kind: 'bpf_root', name: 'Root', next: [plan] }, '01');
}

/** The tile and all below it. */
export function tilesOf(tile: Tile): readonly Tile[] {
  return [tile, ...tile.next.flatMap(tilesOf)];
}

/** Id of the record that a tile's item names. */
export type ItemId = (item: TileItem) => string | null;

/** The definition as the vendor's designer keeps it: an array of activities, as JSON. */
export function definitionOf(root: Tile, itemId: ItemId): string {
  const activities = (tile: Tile, index: number, parent?: Tile): readonly unknown[] => [
    {
      ActivityTypeId: tile.kind,
      ...(parent ? { ParentActivityId: parent.id } : {}),
      ParentBranchId: index,
      ParentRelationshipType: tile.branch,
      ActivityId: tile.id,
      Properties: { Items: itemsOf(tile, itemId) },
      ...(parent ? { EntityTarget: 'contact' } : {}),
    },
    ...tile.next.flatMap((child, place) => activities(child, place, tile)),
  ];
  return JSON.stringify(activities(root, 0));
}

function itemsOf(tile: Tile, itemId: ItemId): readonly unknown[] {
  const common = { Title: 'Undefined', IsNameSystemDefined: false, Description: '' };
  const header = {
    ItemId: tile.item ? itemId(tile.item) : null,
    ActivityTypeId: tile.kind,
    ...common,
    Name: tile.name,
    ActivityItemId: tile.itemNumber,
    ...(tile.kind === 'Segment' ? { SegmentMergeMethod: 'Union' } : {}),
  };
  const nested = (tile.nested ?? []).map((item, index) => ({
    ItemId: itemId(item),
    ActivityTypeId: item.kind,
    ...common,
    Name: item.name,
    ActivityItemId: tile.itemNumber + 1 + index,
    ...(item.kind === 'SegmentItem'
      ? { ContainmentMethod: 'Inclusion', SegmentSourceType: 'Segment', SegmentDisplayName: item.name }
      : {}),
  }));
  return [header, ...nested];
}

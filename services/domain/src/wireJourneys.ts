import type { Freshness } from './wire';
import type { CountAnswer, KpiAnswer } from './wirePanels';
import type { NamedType, RecordType } from './registry/recordTypes';
import type { LiveState } from './directory';

/** What the service sends of a customer journey's pipeline: its tiles, and the people at each of them. */

export interface PipelineAnswer {
  readonly journey: string;
  /** The last group that is counted whole. */
  readonly view: number;
  readonly freshness: Freshness;
  readonly zone: string;
  /** Whether it ever went live, where the directory tells. */
  readonly live?: LiveState;
  /** Of a recurring journey, by their start; the one asked for is chosen in the address. */
  readonly iterations: readonly { readonly iteration: string; readonly startsAt?: string }[];
  /** Parents before their children, branches in their order. Empty where the directory tells no definition. */
  readonly tiles: readonly PipelineTile[];
  /** Rows of tiles that the definition does not have. */
  readonly notOnPipeline: CountAnswer;
}

export interface PipelineTile {
  /** ActivityId. */
  readonly id: string;
  /** Absent for the first. */
  readonly parent?: string;
  /** The branch of its parent on which it hangs; absent where the parent has one way only. */
  readonly branch?: string;
  /** As the definition says it, of unknown kinds too. */
  readonly kind: string;
  /** In words: "Send an email"; of an unknown kind the kind itself. */
  readonly kindTitle: string;
  /** Name of the icon, as Fluent's controls use them. */
  readonly icon: string;
  readonly name: string;
  /** The record that it is about: "View details" opens it. */
  readonly record?: PipelineRecord;
  /** What it depends on: pages, forms, events, surveys. */
  readonly items: readonly PipelineItem[];
  readonly volumes: PipelineVolumes;
  /** Of email tiles; percent is the share of inflow, 0.25 for 25%. */
  readonly kpis: readonly (KpiAnswer & { readonly percent: number | null })[];
  /** Of tiles with several ways on, with those whom each passed on; they add up to processed. */
  readonly paths: readonly PipelinePath[];
  readonly abTest?: AbTestAnswer;
}

export interface PipelineRecord {
  readonly type: NamedType | RecordType;
  readonly id: string;
}

export interface PipelineItem {
  readonly kind: string;
  readonly kindTitle: string;
  readonly icon: string;
  readonly name: string;
  readonly record?: PipelineRecord;
}

export const volumeIds = [
  'inflow',
  'total',
  'processed',
  'inProgress',
  'processing',
  'queued',
  'notProcessed',
  'stopped',
  'expired',
] as const;

export type VolumeId = (typeof volumeIds)[number];

/**
 * (person, iteration) pairs at a tile. total = inProgress + notProcessed + processed, inProgress = processing + queued,
 * notProcessed = stopped + expired.
 */
export type PipelineVolumes = Readonly<Record<VolumeId, CountAnswer & { readonly title: string }>>;

export interface PipelinePath extends CountAnswer {
  /** As rows name it. */
  readonly branch: string;
  readonly title: string;
}

/** A test of two versions of one message at a tile. */
export interface AbTestAnswer {
  readonly state: 'draft' | 'scheduled' | 'inProgress' | 'finished';
  readonly metric?: 'clickThroughRate' | 'openRate';
  /** Percent to A, to B, and to the winner or default. */
  readonly shares: { readonly a: number; readonly b: number; readonly rest: number };
  readonly winner?: 'A' | 'B';
  /** Absent where the rows do not tell versions apart. */
  readonly versions?: readonly AbVersion[];
  /** Percent of sureness that the versions differ in the metric; null where there is too little to tell. */
  readonly confidence?: number | null;
}

export interface AbVersion {
  readonly version: 'A' | 'B';
  readonly sent: CountAnswer;
  readonly delivered: CountAnswer;
  readonly opensUnique: CountAnswer;
  readonly clicksUnique: CountAnswer;
}

/** A contact's way through a journey, one entry a tile, oldest first. */
export interface WayAnswer {
  readonly journey: string;
  readonly contact: string;
  readonly view: number;
  readonly steps: readonly WayStep[];
}

export interface WayStep {
  readonly iteration: string;
  readonly tile: string;
  readonly kindTitle: string;
  readonly icon: string;
  readonly name: string;
  /** When it got there and when it left, as far as rows tell. */
  readonly cameAt?: string;
  readonly leftAt?: string;
  readonly outcome: 'processed' | 'processing' | 'stopped' | 'expired';
  /** Outcome in words: "Passed on: Yes", "Stopped: lowered consent". */
  readonly outcomeTitle: string;
}

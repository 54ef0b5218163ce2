import { contactCategories } from './contactCategories';
import type { CounterId } from './counters';
import type { KpiId } from './kpis';
import type { NamedType, RecordType } from './recordTypes';
import type { Settings, SwitchName } from './settings';

/** One widget of a category. A new kind of panel is one member here and one renderer in the control. */
export type PanelDef = AnyPanelDef & {
  /** It is shown only where this setting is on. */
  readonly onlyWhen?: SwitchName;
};

type AnyPanelDef =
  | {
      readonly kind: 'kpiTiles';
      readonly id: string;
      readonly title?: string;
      readonly kpis: readonly KpiId[];
      readonly compact?: boolean;
    }
  | {
      readonly kind: 'timeline';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly list: ListId;
    }
  | {
      readonly kind: 'breakdown';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly list: ListId;
    }
  | {
      readonly kind: 'byDay';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly kpis: readonly KpiId[];
    }
  | {
      readonly kind: 'list';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly list: ListId;
      /** It has columns for the full width. */
      readonly wide?: boolean;
    }
  | {
      readonly kind: 'onNow';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      /** Counters of the rows that put a person on a list, and that take the person off it. */
      readonly joins: CounterId;
      readonly leaves: CounterId;
      /** What such a list is in CRM. */
      readonly record: NamedType;
    }
  | {
      readonly kind: 'byHour';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly list: ListId;
    }
  | { readonly kind: 'reactionTimes'; readonly id: string; readonly title: string; readonly tooltip: string }
  | { readonly kind: 'sendTimes'; readonly id: string; readonly title: string; readonly tooltip: string }
  | HeadlineDef;

/** A tile that says in words what grids show. */
export type HeadlineDef = {
  readonly kind: 'headline';
  readonly id: string;
  readonly title: string;
  readonly tooltip: string;
} & (
  | { readonly headline: 'bestTime' }
  | { readonly headline: 'usualTime'; readonly list: ListId }
  | { readonly headline: 'usualWait' }
);

export type HeadlineId = HeadlineDef['headline'];

export type PanelKind = PanelDef['kind'];

/** A list of rows: `recordType.counter`; every KPI that is nothing but a counter has the list of that name. */
export type ListId = `${RecordType}.${CounterId}`;

export interface CategoryDef {
  readonly id: string;
  readonly title: string;
  /** The period that it shows until a user chooses one, where 30 days tell too little. */
  readonly preset?: PresetId;
  readonly panels: readonly PanelDef[];
}

/** Periods that are one click away. */
export const presetIds = ['days7', 'days30', 'days90', 'months12'] as const;

export type PresetId = (typeof presetIds)[number];

/** The panels that are shown under these settings. */
export const panelsShown = (panels: readonly PanelDef[], settings: Settings): readonly PanelDef[] =>
  panels.filter(({ onlyWhen }) => onlyWhen === undefined || settings[onlyWhen] === 'on');

/** What can be chosen above the panels, besides the period. */
export type FilterId = 'usage' | 'verdict' | 'scope';

export interface InsightsDef {
  readonly filters: readonly FilterId[];
  readonly categories: readonly CategoryDef[];
}

/** Record type → categories → panels, for the record types that have insights. */
export const insights: Readonly<Partial<Record<RecordType, InsightsDef>>> = {
  contact: { filters: ['verdict'], categories: contactCategories },
};

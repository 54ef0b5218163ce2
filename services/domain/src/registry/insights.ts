import { contactCard } from './cards';
import { contactCategories } from './contactCategories';
import type { CounterId } from './counters';
import type { KpiId } from './kpis';
import type { ListColumnId } from './listColumns';
import type { RecordType } from './recordTypes';

/** One widget of a category. A new kind of panel is one member here and one renderer in the control. */
export type PanelDef =
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
    };

export type PanelKind = PanelDef['kind'];

/** One part of the card on a record's Summary. A new kind is one member here and one renderer in the card. */
export type CardPanelDef =
  | {
      readonly kind: 'weeks';
      readonly id: string;
      readonly list: ListId;
      /** Weeks of 7 days that are counted, the last of which ends today. */
      readonly weeks: number;
      /** The number beside them is that of so many of the last weeks, compared with as many before. */
      readonly headline: number;
    }
  | {
      readonly kind: 'latest';
      readonly id: string;
      readonly list: ListId;
      /** Lines at most. */
      readonly lines: number;
      /** Column of the list that names who did it, where it is not the record itself. */
      readonly who?: ListColumnId;
    };

export type CardPanelKind = CardPanelDef['kind'];

/** A list of rows: `recordType.counter`; every KPI that is nothing but a counter has the list of that name. */
export type ListId = `${RecordType}.${CounterId}`;

export interface CategoryDef {
  readonly id: string;
  readonly title: string;
  readonly panels: readonly PanelDef[];
}

/** What the Summary of a record shows of it: asked for as a category is, over all that is shown, and in no navigator. */
export interface CardDef {
  readonly id: string;
  readonly panels: readonly CardPanelDef[];
}

/** What can be chosen above the panels, besides the period. */
export type FilterId = 'usage' | 'verdict' | 'scope';

export interface InsightsDef {
  readonly filters: readonly FilterId[];
  readonly categories: readonly CategoryDef[];
  /** Only of record types whose Summary has the card. */
  readonly card?: CardDef;
}

/** Record type → categories and card → panels, for the record types that have insights. */
export const insights: Readonly<Partial<Record<RecordType, InsightsDef>>> = {
  contact: { filters: ['verdict'], categories: contactCategories, card: contactCard },
};

import { contactCategories } from './contactCategories';
import type { CounterId } from './counters';
import type { KpiId } from './kpis';
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

/** A list of rows: `recordType.counter`; every KPI that is nothing but a counter has the list of that name. */
export type ListId = `${RecordType}.${CounterId}`;

export interface CategoryDef {
  readonly id: string;
  readonly title: string;
  readonly panels: readonly PanelDef[];
}

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

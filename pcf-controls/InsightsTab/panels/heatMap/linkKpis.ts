import type { HeatMapAnswer } from '@record-insights/domain';
import type { TextKey } from '../../../shared/textKeys';
import type { LinkRow } from './linkRows';

/** A number of a link, by which links can be coloured. */
export interface LinkKpi {
  readonly title: TextKey;
  readonly tooltip: TextKey;
  readonly unit: 'count' | 'percent';
  /** Of its column in a table, in px. */
  readonly width: number;
  /** Null: no answer. */
  valueOf(link: LinkRow, of: HeatMapAnswer): number | null;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Everything that is said of a link; the first colours until another is chosen. */
export const linkKpis = {
  total: {
    title: 'totalClicks',
    tooltip: 'totalClicks_about',
    unit: 'count',
    width: 88,
    valueOf: ({ count }) => count,
  },
  unique: {
    title: 'uniqueClicks',
    tooltip: 'uniqueClicks_about',
    unit: 'count',
    width: 108,
    valueOf: ({ unique }) => unique,
  },
  rate: {
    title: 'clickThroughRate',
    tooltip: 'clickThroughRate_about',
    unit: 'percent',
    width: 108,
    valueOf: ({ unique }, { uniqueClicks }) => share(unique, uniqueClicks),
  },
  ctr: {
    title: 'linkCtr',
    tooltip: 'linkCtr_about',
    unit: 'percent',
    width: 60,
    valueOf: ({ unique }, { delivered }) => share(unique, delivered),
  },
} as const satisfies Readonly<Record<string, LinkKpi>>;

export type LinkKpiId = keyof typeof linkKpis;
export const linkKpiIds = Object.keys(linkKpis) as readonly LinkKpiId[];

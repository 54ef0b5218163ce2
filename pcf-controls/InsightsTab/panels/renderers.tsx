import type * as React from 'react';
import type { PanelKind } from '@record-insights/domain';
import { BreakdownPanel } from './BreakdownPanel';
import { ByDayPanel } from './ByDayPanel';
import { KpiTilesPanel } from './KpiTilesPanel';
import { ListPanel } from './ListPanel';
import type { PanelProps } from './panelProps';
import { TimelinePanel } from './TimelinePanel';

/** Where a panel of a kind stands from 900 px on: over the full width, left with a side card, beside it, or in halves. */
export type Place = 'full' | 'main' | 'side' | 'half';

export interface Renderer<K extends PanelKind> {
  readonly Panel: React.ComponentType<PanelProps<K>>;
  readonly place: Place;
}

/** How each kind of panel is drawn. A kind without an entry does not compile. */
export const renderers: { readonly [K in PanelKind]: Renderer<K> } = {
  kpiTiles: { Panel: KpiTilesPanel, place: 'full' },
  timeline: { Panel: TimelinePanel, place: 'main' },
  breakdown: { Panel: BreakdownPanel, place: 'side' },
  byDay: { Panel: ByDayPanel, place: 'full' },
  list: { Panel: ListPanel, place: 'half' },
};

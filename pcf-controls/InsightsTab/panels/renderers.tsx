import type * as React from 'react';
import type { PanelKind } from '@record-insights/domain';
import { BreakdownPanel } from './BreakdownPanel';
import { ByDayPanel } from './ByDayPanel';
import { ByHourPanel } from './ByHourPanel';
import { FunnelPanel } from './FunnelPanel';
import { HeadlinePanel } from './HeadlinePanel';
import { HeatMapPanel } from './heatMap/HeatMapPanel';
import { KpiTilesPanel } from './KpiTilesPanel';
import { LeadProgressPanel } from './LeadProgressPanel';
import { LeadScoresPanel } from './LeadScoresPanel';
import { ListPanel } from './ListPanel';
import { MapPanel } from './map/MapPanel';
import { OnNowPanel } from './OnNowPanel';
import type { PanelProps } from './panelProps';
import { PeoplePanel } from './PeoplePanel';
import { ReactionTimesPanel } from './ReactionTimesPanel';
import { ResultsPanel } from './ResultsPanel';
import { SendTimesPanel } from './SendTimesPanel';
import { TimelinePanel } from './TimelinePanel';
import { ValuesPanel } from './ValuesPanel';

/** Where a panel of a kind stands from 900 px on: over the full width, left with a side card, beside it, in halves, or as one of a row of tiles. */
export type Place = 'full' | 'main' | 'side' | 'half' | 'tile';

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
  people: { Panel: PeoplePanel, place: 'full' },
  list: { Panel: ListPanel, place: 'half' },
  onNow: { Panel: OnNowPanel, place: 'full' },
  leadProgress: { Panel: LeadProgressPanel, place: 'main' },
  leadScores: { Panel: LeadScoresPanel, place: 'side' },
  byHour: { Panel: ByHourPanel, place: 'half' },
  reactionTimes: { Panel: ReactionTimesPanel, place: 'half' },
  sendTimes: { Panel: SendTimesPanel, place: 'full' },
  headline: { Panel: HeadlinePanel, place: 'tile' },
  funnel: { Panel: FunnelPanel, place: 'full' },
  values: { Panel: ValuesPanel, place: 'half' },
  map: { Panel: MapPanel, place: 'full' },
  results: { Panel: ResultsPanel, place: 'full' },
  heatMap: { Panel: HeatMapPanel, place: 'full' },
};

import * as React from 'react';
import type { HeatMapAnswer } from '@record-insights/domain';
import { ChartPlaceholder } from '../../../shared/ui/Placeholder';
import { useHost } from '../../app/host';
import { PanelFrame, type PanelFrameProps } from '../../ui/PanelFrame';
import type { PanelProps } from '../panelProps';

export type HeatMapProps = PanelProps<'heatMap'>;

type HeatFrameProps = HeatMapProps & Pick<PanelFrameProps<HeatMapAnswer>, 'flush' | 'actions' | 'children'>;

export const hasNothing = ({ links, contents }: HeatMapAnswer): boolean => links.length === 0 && contents.length === 0;

/** The card of the message, in all its states. */
export function HeatFrame({ panel, load, onRetry, flush, actions, children }: HeatFrameProps): React.ReactElement {
  const { texts } = useHost();
  return (
    <PanelFrame<HeatMapAnswer>
      about={{ title: panel.title, sentence: panel.tooltip }}
      load={load}
      onRetry={onRetry}
      isEmpty={hasNothing}
      note={texts.say('allTime')}
      emptySentence={texts.say('noLinks')}
      placeholder={<ChartPlaceholder height={320} />}
      {...(flush === true ? { flush } : {})}
      {...(actions ? { actions } : {})}
    >
      {children}
    </PanelFrame>
  );
}

import * as React from 'react';
import type { InsightsAnswer, PanelDef, PanelKind } from '@record-insights/domain';
import { mapLoad, type Load } from '../../shared/load';
import type { AnswerOf, PanelOf } from '../panels/panelProps';
import { renderers } from '../panels/renderers';
import { createStyles } from '../../shared/ui/createStyles';
import { rowsOfPanels } from './arrangement';

export interface ContentProps {
  readonly panels: readonly PanelDef[];
  readonly load: Load<InsightsAnswer>;
  readonly onRetry: () => void;
  /** Room for cards side by side. */
  readonly isWide: boolean;
}

const useStyles = createStyles(() => ({
  stack: { display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' },
  withSide: { display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr) 312px' },
  tiles: { display: 'flex', flexWrap: 'wrap', gap: 8, selectors: { '& > *': { flex: '1 1 240px', minWidth: 0 } } },
  halves: { display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
}));

/** The panels of a category, in the registry's order. */
export function Content({ panels, load, onRetry, isWide }: ContentProps): React.ReactElement {
  const styles = useStyles();
  const draw = (panel: PanelDef): React.ReactElement => (
    <Drawn key={panel.id} panel={panel} load={load} onRetry={onRetry} />
  );
  if (!isWide) return <div className={styles.stack}>{panels.map(draw)}</div>;
  return (
    <div className={styles.stack}>
      {rowsOfPanels(panels).map(({ shape, panels: ofRow }) => (
        <div key={ofRow.map(({ id }) => id).join(' ')} className={styles[shape]}>
          {ofRow.map(draw)}
        </div>
      ))}
    </div>
  );
}

interface DrawnProps<K extends PanelKind> {
  readonly panel: PanelOf<K>;
  readonly load: Load<InsightsAnswer>;
  readonly onRetry: () => void;
}

function Drawn<K extends PanelKind>({ panel, load, onRetry }: DrawnProps<K>): React.ReactElement {
  const { Panel } = renderers[panel.kind];
  const isIts = (answer: InsightsAnswer['panels'][number]): answer is AnswerOf<K> =>
    answer.id === panel.id && answer.kind === panel.kind;
  return <Panel panel={panel} load={mapLoad(load, ({ panels }) => panels.find(isIts))} onRetry={onRetry} />;
}

import * as React from 'react';
import { Icon, Link } from '@fluentui/react';
import { definitionOf, kpiOf, type KpiId } from '@record-insights/domain';
import { useHost } from '../app/host';
import { dataOf } from '../../shared/load';
import { createStyles, text14 } from '../../shared/ui/createStyles';
import { InfoTip } from '../../shared/ui/InfoTip';
import { TilePlaceholder } from '../../shared/ui/Placeholder';
import type { PanelProps } from './panelProps';
import { Tile } from './Tile';
import { useTileStyles } from './tileStyles';

const useStyles = createStyles((theme) => ({
  title: { ...text14, fontWeight: 600, color: theme.palette.neutralPrimary, paddingBottom: '8px !important' },
  tiles: { display: 'flex', flexWrap: 'wrap', gap: 8, selectors: { '& > *': { flex: '1 1 152px', minWidth: 152 } } },
  dimmed: { opacity: 0.6 },
}));

/** A row of numbers; titles, tips and rules come from the registry by way of the answer. */
export function KpiTilesPanel({ panel, load, onRetry }: PanelProps<'kpiTiles'>): React.ReactElement {
  const { isNarrow } = useHost();
  const styles = useStyles();
  const tile = useTileStyles();
  const compact = panel.compact === true || isNarrow;
  const answer = dataOf(load);
  const id = `panel-${panel.id}`;
  const tiles = answer
    ? answer.kpis.map((kpi) => <Tile key={kpi.id} kpi={kpi} panel={panel.id} compact={compact} />)
    : panel.kpis.map((kpi) => (
        <div key={kpi} className={compact ? `${tile.tile} ${tile.compact}` : tile.tile}>
          {load.state === 'failed' ? <NotLoaded kpi={kpi} onRetry={onRetry} /> : <TilePlaceholder />}
        </div>
      ));
  return (
    <section {...(panel.title === undefined ? {} : { 'aria-labelledby': id })}>
      {panel.title !== undefined && (
        <h3 id={id} className={styles.title}>
          {panel.title}
        </h3>
      )}
      <div className={`${styles.tiles} ${load.state === 'loading' && answer ? styles.dimmed : ''}`}>{tiles}</div>
    </section>
  );
}

function NotLoaded({ kpi, onRetry }: { readonly kpi: KpiId; readonly onRetry: () => void }): React.ReactElement {
  const { texts, word } = useHost();
  const styles = useTileStyles();
  const title = word(kpiOf(kpi).title);
  const { tooltip, formula, glossary } = definitionOf(kpi);
  return (
    <>
      <div className={styles.label}>
        <span className={styles.name}>{title}</span>
        <InfoTip about={{ title, sentence: word(tooltip), lines: [formula], glossary }} />
      </div>
      <div className={styles.trouble}>
        <Icon iconName="Warning" />
        {texts.say('notLoaded')}
      </div>
      <Link className={styles.retry} onClick={onRetry} aria-label={texts.say('retryOf', title)}>
        <Icon iconName="Refresh" />
        {texts.say('retry')}
      </Link>
    </>
  );
}

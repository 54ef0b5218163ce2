import * as React from 'react';
import { Icon, Link } from '@fluentui/react';
import { useHost } from '../app/host';
import { dataOf } from '../../shared/load';
import { createStyles, text20 } from '../../shared/ui/createStyles';
import { InfoTip } from '../../shared/ui/InfoTip';
import { TilePlaceholder } from '../../shared/ui/Placeholder';
import { headlineInWords } from './headlineInWords';
import type { PanelProps } from './panelProps';
import { useTileStyles } from './tileStyles';

const useStyles = createStyles((theme) => ({
  words: { ...text20, color: theme.palette.neutralDark },
  note: { whiteSpace: 'normal' },
  tile: { height: 'auto', minHeight: 96, selectors: { '&:hover': { boxShadow: 'none' } } },
  dimmed: { opacity: 0.6 },
}));

/** What grids show, said in words on a tile. */
export function HeadlinePanel({ panel, load, onRetry }: PanelProps<'headline'>): React.ReactElement {
  const { texts, format } = useHost();
  const tile = useTileStyles();
  const styles = useStyles();
  const answer = dataOf(load);
  const said = answer && headlineInWords(answer.headline, texts, format);
  const dimmed = load.state === 'loading' && answer ? styles.dimmed : '';
  return (
    <div
      className={`${tile.tile} ${styles.tile} ${dimmed}`}
      role="group"
      aria-label={panel.title}
      data-headline={panel.headline}
    >
      <div className={tile.label}>
        <span className={tile.name}>{panel.title}</span>
        <InfoTip about={{ title: panel.title, sentence: panel.tooltip }} />
      </div>
      {said && (
        <>
          <div className={styles.words}>{said.words}</div>
          <div className={`${tile.note} ${styles.note}`}>{said.note}</div>
        </>
      )}
      {load.state === 'failed' && (
        <>
          <div className={tile.trouble}>
            <Icon iconName="Warning" />
            {texts.say('notLoaded')}
          </div>
          <Link className={tile.retry} onClick={onRetry} aria-label={texts.say('retryOf', panel.title)}>
            <Icon iconName="Refresh" />
            {texts.say('retry')}
          </Link>
        </>
      )}
      {load.state === 'loading' && !answer && <TilePlaceholder />}
    </div>
  );
}

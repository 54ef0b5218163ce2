import * as React from 'react';
import { Icon, IconButton, Link } from '@fluentui/react';
import { useId } from '@fluentui/react-hooks';
import type { PipelineTile } from '@record-insights/domain';
import { iconNamed } from '../../shared/icons/registerDrawings';
import { createStyles, text12, text20 } from '../../shared/ui/createStyles';
import { openHere } from '../../shared/ui/RecordLink';
import { useDesigner } from '../app/designer';
import { ItemName } from '../pipeline/ItemName';
import { AbTest } from './AbTest';
import { Paths } from './Paths';
import { Section } from './Section';
import { TileKpis } from './TileKpis';
import { Volume } from './Volume';

export interface DataPanelProps {
  readonly id: string;
  readonly tile: PipelineTile;
  readonly onClose: () => void;
}

const useStyles = createStyles((theme) => ({
  panel: {
    width: 320,
    flex: 'none',
    overflowY: 'auto',
    background: theme.palette.white,
    borderLeft: `1px solid ${theme.palette.neutralLight}`,
    paddingBottom: 24,
  },
  below: { width: '100%', overflowY: 'visible', borderLeft: 0, borderTop: `1px solid ${theme.palette.neutralLight}` },
  head: {
    display: 'flex',
    gap: 8,
    padding: '16px 16px 12px 24px',
    borderBottom: `1px solid ${theme.palette.neutralLight}`,
  },
  titles: { flex: 1, minWidth: 0 },
  path: { ...text12, color: theme.palette.neutralSecondary },
  title: { ...text20, color: theme.palette.neutralDark, overflowWrap: 'anywhere' },
  details: { display: 'inline-flex', alignItems: 'center', gap: 6, minHeight: 24, marginTop: 4 },
  item: { display: 'flex', alignItems: 'center', gap: 8, minHeight: 28, minWidth: 0 },
  icon: { color: theme.palette.themeDarkAlt, flex: 'none' },
}));

/** All that there is to tell of a tile. It takes the focus on its title; Esc closes it. */
export const DataPanel = React.memo(function DataPanel({ id, tile, onClose }: DataPanelProps): React.ReactElement {
  const { texts, isNarrow } = useDesigner();
  const styles = useStyles();
  const titleId = useId('tile');
  const title = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => title.current?.focus(), [tile.id]);
  return (
    <section
      id={id}
      className={isNarrow ? `${styles.panel} ${styles.below}` : styles.panel}
      aria-labelledby={titleId}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header className={styles.head}>
        <div className={styles.titles}>
          <div className={styles.path}>{[texts.say('data'), tile.kindTitle].join(' · ')}</div>
          <h2 id={titleId} ref={title} tabIndex={-1} className={styles.title}>
            {tile.name}
          </h2>
          {tile.record && <Details record={tile.record} />}
        </div>
        <IconButton iconProps={{ iconName: 'Cancel' }} ariaLabel={texts.say('close')} onClick={onClose} />
      </header>
      {tile.abTest && <AbTest tile={tile.id} test={tile.abTest} />}
      <Volume tile={tile} />
      {tile.kpis.length > 0 && <TileKpis tile={tile} />}
      {tile.paths.length > 0 && <Paths tile={tile} />}
      {tile.items.length > 0 && (
        <Section title={texts.say('dependsOn')}>
          <ul>
            {tile.items.map((item, n) => (
              <li key={n} className={styles.item}>
                <Icon iconName={iconNamed(item.icon)} className={styles.icon} />
                <ItemName item={item} isStop />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </section>
  );
});

function Details({ record }: { readonly record: NonNullable<PipelineTile['record']> }): React.ReactElement {
  const { texts, addressOf, openRecord } = useDesigner();
  const styles = useStyles();
  return (
    <Link
      className={styles.details}
      href={addressOf(record.type, record.id)}
      onClick={(event) => openHere(event, () => openRecord(record.type, record.id))}
    >
      {texts.say('viewDetails')}
      <Icon iconName="ArrowRight" />
    </Link>
  );
}

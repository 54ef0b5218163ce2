import * as React from 'react';
import { Icon } from '@fluentui/react';
import type { PipelineTile } from '@record-insights/domain';
import { iconNamed } from '../../shared/icons/registerDrawings';
import { createStyles, cut, highContrast, plainButton, text12, text14, twoLines } from '../../shared/ui/createStyles';
import { ItemName } from './ItemName';
import { useDesigner } from '../app/designer';
import { tileSize, type Point } from './layout';
import { marks, tileInWords } from './marks';

export interface TileProps {
  readonly tile: PipelineTile;
  readonly place: Point;
  /** Its data are shown. */
  readonly isChosen: boolean;
  /** The tab stops here. */
  readonly isStop: boolean;
  readonly panelId: string;
  readonly setButton: React.RefCallback<HTMLButtonElement>;
  readonly onOpen: (from: HTMLElement) => void;
  readonly onFocus: () => void;
}

const useStyles = createStyles((theme) => ({
  place: { position: 'absolute', width: tileSize.width },
  marks: {
    ...text12,
    position: 'absolute',
    bottom: '100%',
    width: '100%',
    height: 20,
    display: 'flex',
    justifyContent: 'space-between',
    color: theme.palette.neutralPrimary,
  },
  mark: { display: 'inline-flex', gap: 3, whiteSpace: 'nowrap' },
  markIcon: { color: theme.palette.neutralSecondary, selectors: { '& svg': { width: 12, height: 12, marginTop: 2 } } },
  trouble: { fontWeight: 600 },
  tile: {
    ...plainButton,
    ...tileSize,
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    padding: '8px 12px',
    background: theme.palette.white,
    border: `1px solid ${theme.palette.neutralTertiaryAlt}`,
    borderRadius: 4,
    selectors: {
      '&:hover': { borderColor: theme.palette.neutralSecondaryAlt, boxShadow: theme.effects.elevation4 },
      '&:focus-visible': { borderRadius: '4px !important' },
      [highContrast]: { borderColor: 'CanvasText' },
    },
  },
  chosen: {
    background: theme.palette.themeLighterAlt,
    borderColor: theme.palette.themePrimary,
    boxShadow: `inset 0 0 0 1px ${theme.palette.themePrimary}`,
    selectors: {
      '&:hover': { borderColor: theme.palette.themePrimary },
      [highContrast]: { borderColor: 'Highlight', outline: '1px solid Highlight' },
    },
  },
  icon: { color: theme.palette.themeDark, flex: 'none' },
  words: { minWidth: 0 },
  kind: { ...text12, ...cut, display: 'block', color: theme.palette.neutralSecondary },
  name: { ...text14, ...twoLines, overflow: 'hidden', fontWeight: 600, color: theme.palette.neutralPrimary },
  items: { position: 'absolute', top: '100%', width: '100%', paddingTop: '8px !important' },
  item: { ...text12, height: 24, display: 'flex', alignItems: 'center', gap: 6, minWidth: 0 },
  itemIcon: { color: theme.palette.themeDarkAlt, flex: 'none' },
}));

/** A tile: who is done, stopped and still there above it, its kind and name, and below it what it depends on. */
export function Tile({ tile, place, isChosen, isStop, ...rest }: TileProps): React.ReactElement {
  const { panelId, setButton, onOpen, onFocus } = rest;
  const host = useDesigner();
  const { texts, format } = host;
  const styles = useStyles();
  return (
    <div className={styles.place} style={{ left: place.x, top: place.y }} data-tile={tile.id}>
      <div className={styles.marks} aria-hidden="true">
        {marks.map(({ id, icon, name, isTrouble }) => {
          const { count } = tile.volumes[id];
          return (
            <span
              key={id}
              className={isTrouble && count > 0 ? `${styles.mark} ${styles.trouble}` : styles.mark}
              title={`${texts.say(name)}: ${format.number(count)}`}
            >
              <Icon iconName={icon} className={styles.markIcon} />
              {format.tile(count)}
            </span>
          );
        })}
      </div>
      <button
        type="button"
        ref={setButton}
        className={isChosen ? `${styles.tile} ${styles.chosen}` : styles.tile}
        tabIndex={isStop ? 0 : -1}
        aria-label={tileInWords(tile, host)}
        aria-expanded={isChosen}
        {...(isChosen ? { 'aria-controls': panelId } : {})}
        title={tile.name}
        onClick={(event) => onOpen(event.currentTarget)}
        onFocus={onFocus}
      >
        <Icon iconName={iconNamed(tile.icon)} className={styles.icon} />
        <span className={styles.words}>
          <span className={styles.kind}>{tile.kindTitle}</span>
          <span className={styles.name}>{tile.name}</span>
        </span>
      </button>
      {tile.items.length > 0 && (
        <ul className={styles.items}>
          {tile.items.map((item, n) => (
            <li key={n} className={styles.item}>
              <Icon iconName={iconNamed(item.icon)} className={styles.itemIcon} />
              <ItemName item={item} isStop={false} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

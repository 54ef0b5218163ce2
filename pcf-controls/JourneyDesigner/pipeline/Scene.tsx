import * as React from 'react';
import { createStyles, cut, highContrast, text12 } from '../../shared/ui/createStyles';
import type { Connector, Layout } from './layout';
import type { TilesProps } from './tilesProps';
import { Tile } from './Tile';
import { tileBeyond } from './walk';

export interface SceneProps extends TilesProps {
  readonly layout: Layout;
  /** Told the id of a tile that took the focus. */
  readonly onFocus: (tile: string) => void;
}

const useStyles = createStyles((theme) => ({
  scene: { position: 'relative' },
  lines: {
    position: 'absolute',
    inset: 0,
    overflow: 'visible',
    pointerEvents: 'none',
    fill: 'none',
    stroke: theme.palette.neutralSecondaryAlt,
    strokeWidth: 1.5,
    selectors: { [highContrast]: { stroke: 'CanvasText' } },
  },
  branch: {
    ...text12,
    ...cut,
    position: 'absolute',
    transform: 'translate(-50%, -50%)',
    padding: '0 4px',
    fontWeight: 600,
    color: theme.palette.neutralPrimary,
    background: theme.palette.neutralLighterAlt,
  },
}));

/** All tiles in their places with the ways between them. It is not drawn again while it is moved. */
export const Scene = React.memo(function Scene(props: SceneProps): React.ReactElement {
  const { tiles, layout, chosen, panelId, onOpen, onFocus } = props;
  const styles = useStyles();
  const [walked, setWalked] = React.useState<string>();
  const buttons = React.useRef(new Map<string, HTMLButtonElement>());
  const has = (id: string | undefined): boolean => tiles.some((tile) => tile.id === id);
  const current = [walked, chosen].find(has) ?? tiles[0]?.id;
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (current === undefined || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = tileBeyond(event.key, current, tiles, layout.places);
    if (next === undefined) return;
    event.preventDefault();
    buttons.current.get(next)?.focus({ preventScroll: true });
  };
  const placeOf = new Map(layout.places.map((place) => [place.id, place]));
  return (
    <div className={styles.scene} style={{ width: layout.width, height: layout.height }} onKeyDown={onKeyDown}>
      <svg className={styles.lines} width={layout.width} height={layout.height} aria-hidden="true">
        {layout.connectors.map((connector) => (
          <path key={connector.to} d={pathOf(connector)} />
        ))}
      </svg>
      {layout.connectors.map(
        ({ to, name }) =>
          name && (
            <span
              key={to}
              className={styles.branch}
              style={{ left: name.at.x, top: name.at.y, maxWidth: name.width }}
              title={name.text}
            >
              {name.text}
            </span>
          ),
      )}
      {tiles.map((tile) => (
        <Tile
          key={tile.id}
          tile={tile}
          place={placeOf.get(tile.id) ?? { x: 0, y: 0 }}
          isChosen={tile.id === chosen}
          isStop={tile.id === current}
          panelId={panelId}
          setButton={(button) => {
            if (button) buttons.current.set(tile.id, button);
            else buttons.current.delete(tile.id);
          }}
          onOpen={(from) => onOpen({ id: tile.id }, from)}
          onFocus={() => {
            setWalked(tile.id);
            onFocus(tile.id);
          }}
        />
      ))}
    </div>
  );
});

const pathOf = ({ points }: Connector): string => `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`;

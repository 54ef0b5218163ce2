import * as React from 'react';
import { Link } from '@fluentui/react';
import type { PipelineTile, VolumeId } from '@record-insights/domain';
import { createStyles, cut, text12 } from '../../shared/ui/createStyles';
import { DataTable, type TableColumn } from '../../shared/ui/DataTable';
import { useSorted } from '../../shared/ui/useSorted';
import { useDesigner } from '../app/designer';
import type { TilesProps } from './tilesProps';

/** A row of the table: a tile, and its place in the pipeline. */
interface TileRow {
  readonly tile: PipelineTile;
  readonly place: number;
  /** The way of its parent on which it stands, in words. */
  readonly branch: string;
}

/** Columns where there is room, and where there is not. */
const columnsShown: Readonly<Record<'wide' | 'narrow', readonly VolumeId[]>> = {
  wide: ['inflow', 'total', 'processed', 'processing', 'queued', 'stopped', 'expired'],
  narrow: ['processed'],
};

const useStyles = createStyles((theme) => ({
  place: { paddingTop: 16 },
  link: { ...cut, display: 'block', maxWidth: '100%', borderBottom: 0 },
  second: { ...cut, display: 'block', color: theme.palette.neutralSecondary },
  below: { ...cut, ...text12, display: 'block', color: theme.palette.neutralSecondary },
}));

/** All tiles with their numbers, in the order of the pipeline until a head is pressed. */
export function TilesTable({ tiles, panelId, chosen, onOpen }: TilesProps): React.ReactElement {
  const { texts, format, isNarrow } = useDesigner();
  const styles = useStyles();
  const { sorted, sortOf } = useSorted(rowsOf(tiles), 'place', sortedBy);
  const [first] = tiles;
  const shown = columnsShown[isNarrow ? 'narrow' : 'wide'];
  const numbersBelow = ({ volumes }: PipelineTile): readonly string[] =>
    columnsShown.wide
      .filter((id) => !shown.includes(id))
      .map((id) => texts.say('nameAndNumber', volumes[id].title, format.number(volumes[id].count)));
  const name: TableColumn<TileRow> = {
    key: 'name',
    title: texts.say('tile'),
    ...sortOf('name'),
    grow: 2,
    render: ({ tile }) => (
      <>
        <Link
          className={styles.link}
          title={tile.name}
          aria-expanded={tile.id === chosen}
          {...(tile.id === chosen ? { 'aria-controls': panelId } : {})}
          onClick={(event) => onOpen({ id: tile.id }, event.currentTarget)}
        >
          {tile.name}
        </Link>
        {isNarrow && <span className={styles.below}>{[tile.kindTitle, ...numbersBelow(tile)].join(' · ')}</span>}
      </>
    ),
  };
  const words = (['kind', 'branch'] as const).map((key): TableColumn<TileRow> => ({
    key,
    title: texts.say(key),
    ...sortOf(key),
    render: (row) => <span className={styles.second}>{sortedBy(row, key)}</span>,
  }));
  const numbers = shown.map((id): TableColumn<TileRow> => ({
    key: id,
    title: first?.volumes[id].title ?? '',
    right: true,
    width: 72,
    ...sortOf(id),
    render: ({ tile }) => format.number(tile.volumes[id].count),
  }));
  return (
    <div className={styles.place}>
      <DataTable
        label={texts.count('tiles', tiles.length, format.number(tiles.length))}
        columns={[name, ...(isNarrow ? [] : words), ...numbers]}
        items={sorted}
        keyOf={({ tile }) => tile.id}
        rows={isNarrow ? 'twoLines' : 'compact'}
      />
    </div>
  );
}

const rowsOf = (tiles: readonly PipelineTile[]): readonly TileRow[] =>
  tiles.map((tile, place) => {
    const ways = tiles.find(({ id }) => id === tile.parent)?.paths ?? [];
    const { branch = '' } = tile;
    return { tile, place, branch: ways.find((way) => way.branch === branch)?.title ?? branch };
  });

/** Largest first is the way of tables: the place counts from the end, so that the pipeline's order comes first. */
function sortedBy({ tile, place, branch }: TileRow, key: string): string | number {
  switch (key) {
    case 'place':
      return -place;
    case 'name':
      return tile.name;
    case 'kind':
      return tile.kindTitle;
    case 'branch':
      return branch;
    default:
      return Object.entries(tile.volumes).find(([id]) => id === key)?.[1].count ?? 0;
  }
}

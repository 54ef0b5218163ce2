import * as React from 'react';
import { Link, useTheme } from '@fluentui/react';
import { volumeIds, type PipelineTile, type VolumeId } from '@record-insights/domain';
import { Donut } from '../../shared/charts/Donut';
import { dataColours } from '../../shared/theme';
import { createStyles } from '../../shared/ui/createStyles';
import { DataTable, type TableColumn } from '../../shared/ui/DataTable';
import { TwinSwitch, type Twin } from '../../shared/ui/TwinSwitch';
import { useSorted } from '../../shared/ui/useSorted';
import { useDesigner } from '../app/designer';
import { NumberRows, shareText, subjectOf, type NumberRow } from './NumberRows';
import { Section } from './Section';

interface Shown {
  readonly id: VolumeId;
  /** Place in the fixed order of series colours. */
  readonly series?: number;
  readonly isPart?: true;
  readonly isSavable?: true;
}

/** The parts of the total, each with what it is made of. */
const shown: readonly Shown[] = [
  { id: 'processed', series: 0, isSavable: true },
  { id: 'inProgress', series: 1 },
  { id: 'processing', isPart: true },
  { id: 'queued', isPart: true },
  { id: 'notProcessed', series: 4 },
  { id: 'stopped', isPart: true, isSavable: true },
  { id: 'expired', isPart: true },
];

const useStyles = createStyles(() => ({
  chart: { display: 'flex', alignItems: 'center', gap: 16, padding: '4px 0 8px' },
  inflow: { flex: 1, minWidth: 0, border: 0 },
  link: { borderBottom: 0 },
}));

/** How far the people at a tile are: a donut with its rows, or all numbers as a table. */
export function Volume({ tile }: { readonly tile: PipelineTile }): React.ReactElement {
  const { texts } = useDesigner();
  const [twin, setTwin] = React.useState<Twin>('chart');
  const title = texts.say('volume');
  const notes = volumeIds.map((id) => texts.say('nameAndNumber', tile.volumes[id].title, texts.say(`volume_${id}`)));
  return (
    <Section
      title={title}
      about={{ title, sentence: texts.say('volume_about'), notes }}
      actions={<TwinSwitch chosen={twin} chartIcon="DonutChart" onChoose={setTwin} />}
    >
      {twin === 'chart' ? <VolumeChart tile={tile} /> : <VolumeTable tile={tile} />}
    </Section>
  );
}

/** How a volume's number is told and found. */
function useRow(tile: PipelineTile): (shown: Shown) => NumberRow {
  const { texts } = useDesigner();
  const colours = dataColours(useTheme()).series;
  const { total } = tile.volumes;
  return ({ id, series, isPart, isSavable }) => {
    const { title, count, rows } = tile.volumes[id];
    return {
      ...{ key: id, title, count, rows, isPart, isSavable },
      share: total.count === 0 ? null : count / total.count,
      about: { title, sentence: texts.say(`volume_${id}`), notes: [texts.say('volume_about')] },
      colour: series === undefined ? undefined : colours[series],
      find: ({ volumes }) => volumes[id],
    };
  };
}

function VolumeChart({ tile }: { readonly tile: PipelineTile }): React.ReactElement {
  const { texts, format } = useDesigner();
  const styles = useStyles();
  const rowOf = useRow(tile);
  const { total } = tile.volumes;
  const slices = shown.flatMap(({ id, series }) => {
    const { title, count } = tile.volumes[id];
    return series === undefined || count === 0 ? [] : [{ title, count, share: count / total.count, series }];
  });
  const unit = texts.say('totalUnit');
  const number = format.number(total.count);
  return (
    <>
      <div className={styles.chart}>
        <Donut slices={slices} total={total.count} label={`${number} ${unit}`} unit={unit} side={112} />
        <div className={styles.inflow}>
          <NumberRows tile={tile.id} rows={[{ ...rowOf({ id: 'inflow' }), share: undefined }]} />
        </div>
      </div>
      <NumberRows tile={tile.id} rows={shown.map(rowOf)} />
    </>
  );
}

function VolumeTable({ tile }: { readonly tile: PipelineTile }): React.ReactElement {
  const { texts, format, openRows } = useDesigner();
  const styles = useStyles();
  const rowOf = useRow(tile);
  const rows = volumeIds.map((id) => rowOf({ id }));
  const { sorted, sortOf } = useSorted(rows, 'count', (row, key) => (key === 'title' ? row.title : row.count));
  const columns: readonly TableColumn<NumberRow>[] = [
    {
      key: 'title',
      title: texts.say('volumeHead'),
      ...sortOf('title'),
      render: (row) => (
        <Link
          className={styles.link}
          aria-haspopup="dialog"
          onClick={(event) =>
            openRows({ find: (answer) => subjectOf(answer, tile.id, row, format) }, event.currentTarget)
          }
        >
          {row.title}
        </Link>
      ),
    },
    {
      key: 'count',
      title: texts.say('countHead'),
      right: true,
      width: 56,
      ...sortOf('count'),
      render: ({ count }) => format.number(count),
    },
    {
      key: 'share',
      title: texts.say('ofTotal'),
      right: true,
      width: 56,
      render: ({ share }) => shareText(share, format),
    },
  ];
  return (
    <DataTable label={texts.say('volume')} columns={columns} items={sorted} keyOf={({ key }) => key} rows="compact" />
  );
}

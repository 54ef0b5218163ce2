import * as React from 'react';
import type { Series } from '@record-insights/domain';
import { useHost } from '../app/host';
import { DataTable, type TableColumn } from '../../shared/ui/DataTable';
import { createStyles, scrolling } from '../../shared/ui/createStyles';
import { PanelFrame } from '../ui/PanelFrame';
import { ChartPlaceholder } from '../../shared/ui/Placeholder';
import { TwinSwitch, type Twin } from '../../shared/ui/TwinSwitch';
import { useSorted } from '../../shared/ui/useSorted';
import { ByDayChart } from './ByDayChart';
import type { AnswerOf, PanelProps } from './panelProps';

/** Numbers by day: one low row a series on a shared time axis, or the same as a table. */
export function ByDayPanel({ panel, load, onRetry }: PanelProps<'byDay'>): React.ReactElement {
  const [twin, setTwin] = React.useState<Twin>('chart');
  return (
    <PanelFrame<AnswerOf<'byDay'>>
      about={{ title: panel.title, sentence: panel.tooltip }}
      load={load}
      onRetry={onRetry}
      isEmpty={({ series }) => series.every(({ total }) => total === 0)}
      placeholder={<ChartPlaceholder height={176} />}
      actions={() => <TwinSwitch chosen={twin} chartIcon="BarChart4" onChoose={setTwin} />}
    >
      {({ series }) =>
        twin === 'chart' ? <ByDayChart series={series} /> : <ByDayTable label={panel.title} series={series} />
      }
    </PanelFrame>
  );
}

interface DayRow {
  readonly day: string;
  readonly counts: readonly number[];
}

const useStyles = createStyles(() => ({ scroll: scrolling }));

function ByDayTable({
  label,
  series,
}: {
  readonly label: string;
  readonly series: readonly Series[];
}): React.ReactElement {
  const { texts, format } = useHost();
  const styles = useStyles();
  const rows = React.useMemo(() => rowsOf(series), [series]);
  const { sorted, sortOf } = useSorted(rows, 'day', (row, key) =>
    key === 'day' ? row.day : (row.counts[Number(key)] ?? 0),
  );
  const columns: readonly TableColumn<DayRow>[] = [
    { key: 'day', title: texts.say('dayHead'), render: ({ day }) => format.shortDay(day), ...sortOf('day') },
    ...series.map(({ kpi, title }, n) => ({
      key: kpi,
      title,
      right: true,
      width: 104,
      render: ({ counts }: DayRow) => format.number(counts[n] ?? 0),
      ...sortOf(String(n)),
    })),
  ];
  return (
    <div className={styles.scroll} data-is-scrollable="true">
      <DataTable label={label} columns={columns} items={sorted} keyOf={({ day }) => day} rows="compact" />
    </div>
  );
}

/** One row a day on which any of the series has something. */
function rowsOf(series: readonly Series[]): readonly DayRow[] {
  const counted = series.map(({ days }) => new Map(days.map(({ day, count }) => [day, count])));
  const days = new Set(series.flatMap(({ days: own }) => own.map(({ day }) => day)));
  return [...days].map((day) => ({ day, counts: counted.map((ofDay) => ofDay.get(day) ?? 0) }));
}

import * as React from 'react';
import { Link } from '@fluentui/react';
import type { Part } from '@record-insights/domain';
import { useHost } from '../app/host';
import { createStyles } from '../../shared/ui/createStyles';
import { DataTable, type TableColumn } from '../../shared/ui/DataTable';
import { PanelFrame } from '../ui/PanelFrame';
import { ChartPlaceholder } from '../../shared/ui/Placeholder';
import { TwinSwitch, type Twin } from '../../shared/ui/TwinSwitch';
import { useSorted } from '../../shared/ui/useSorted';
import { Donut } from '../../shared/charts/Donut';
import { Legend } from './Legend';
import type { AnswerOf, PanelProps } from './panelProps';
import { slicesOf } from './slices';

type Answer = AnswerOf<'breakdown'>;

const useStyles = createStyles(() => ({
  chart: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'center', gap: '16px 32px' },
  link: { verticalAlign: 'top', borderBottom: 0 },
}));

/** Parts of one whole by type: a donut whose legend opens the rows, or the same as a table. */
export function BreakdownPanel({ panel, load, onRetry }: PanelProps<'breakdown'>): React.ReactElement {
  const [twin, setTwin] = React.useState<Twin>('chart');
  return (
    <PanelFrame<Answer>
      about={{ title: panel.title, sentence: panel.tooltip }}
      load={load}
      onRetry={onRetry}
      isEmpty={({ total }) => total === 0}
      placeholder={<ChartPlaceholder height={136} />}
      actions={() => <TwinSwitch chosen={twin} chartIcon="DonutChart" onChoose={setTwin} />}
    >
      {(answer) => (twin === 'chart' ? <Slices answer={answer} /> : <PartsTable label={panel.title} answer={answer} />)}
    </PanelFrame>
  );
}

function Slices({ answer }: { readonly answer: Answer }): React.ReactElement {
  const { texts, format } = useHost();
  const styles = useStyles();
  const slices = slicesOf(answer.parts, answer.total, (n) => texts.say('otherKinds', format.number(n)));
  return (
    <div className={styles.chart}>
      <Donut
        slices={slices}
        total={answer.total}
        label={texts.count('interactions', answer.total, format.number(answer.total))}
        unit={texts.count('interactionsWord', answer.total, '')}
      />
      <Legend slices={slices} panel={answer.id} />
    </div>
  );
}

function PartsTable({ label, answer }: { readonly label: string; readonly answer: Answer }): React.ReactElement {
  const { texts, format, openRows } = useHost();
  const styles = useStyles();
  const { sorted, sortOf } = useSorted(answer.parts, 'count', (part, key) =>
    key === 'title' ? part.title : part.count,
  );
  const open = ({ type, title }: Part, from: HTMLElement): void =>
    openRows({ kind: 'parts', panel: answer.id, types: [type], title }, from);
  const columns: readonly TableColumn<Part>[] = [
    {
      key: 'title',
      title: texts.say('typeHead'),
      render: (part) => (
        <Link className={styles.link} title={part.title} onClick={(event) => open(part, event.currentTarget)}>
          {part.title}
        </Link>
      ),
      ...sortOf('title'),
    },
    {
      key: 'count',
      title: texts.say('countHead'),
      right: true,
      width: 40,
      render: ({ count }) => format.number(count),
      ...sortOf('count'),
    },
    {
      key: 'share',
      title: texts.say('shareHead'),
      right: true,
      width: 48,
      render: ({ count }) => format.percent(count / answer.total),
    },
  ];
  return <DataTable label={label} columns={columns} items={sorted} keyOf={({ type }) => type} rows="compact" />;
}

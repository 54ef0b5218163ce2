import * as React from 'react';
import { Link } from '@fluentui/react';
import type { FunnelAnswer, KpiAnswer } from '@record-insights/domain';
import { useHost, type Host } from '../app/host';
import { createStyles } from '../../shared/ui/createStyles';
import { ChartPlaceholder } from '../../shared/ui/Placeholder';
import { DataTable, type TableColumn } from '../../shared/ui/DataTable';
import { PanelFrame } from '../ui/PanelFrame';
import { TwinSwitch, type Twin } from '../../shared/ui/TwinSwitch';
import { useSorted } from '../../shared/ui/useSorted';
import { Bars } from '../../shared/charts/Bars';
import { shownValue } from './delta';
import type { PanelOf, PanelProps } from './panelProps';

/** A step, and what share it is of others; null where those are nothing. */
interface Step {
  readonly kpi: KpiAnswer;
  readonly place: number;
  readonly ofFirst: number | null;
  /** Null for the first step, too. */
  readonly ofBefore: number | null;
}

const useStyles = createStyles(() => ({ link: { verticalAlign: 'top', borderBottom: 0 } }));

const shares = ['ofFirst', 'ofBefore'] as const;

/** Steps that people pass one after the other, as bars from one zero, or the same as a table; each opens its rows. */
export function FunnelPanel({ panel, load, onRetry }: PanelProps<'funnel'>): React.ReactElement {
  const [twin, setTwin] = React.useState<Twin>('chart');
  const Shown = twin === 'chart' ? StepBars : StepsTable;
  return (
    <PanelFrame<FunnelAnswer>
      about={{ title: panel.title, sentence: panel.tooltip }}
      load={load}
      onRetry={onRetry}
      isEmpty={({ steps }) => steps.every(({ value }) => (value ?? 0) === 0)}
      placeholder={<ChartPlaceholder height={112} />}
      actions={() => <TwinSwitch chosen={twin} chartIcon="BarChart4" onChoose={setTwin} />}
    >
      {({ steps }) => <Shown panel={panel} steps={stepsOf(steps)} />}
    </PanelFrame>
  );
}

function stepsOf(kpis: readonly KpiAnswer[]): readonly Step[] {
  return kpis.map((kpi, place) => ({
    kpi,
    place,
    ofFirst: shareOf(kpi, kpis[0]),
    ofBefore: shareOf(kpi, kpis[place - 1]),
  }));
}

const shareOf = ({ value }: KpiAnswer, of: KpiAnswer | undefined): number | null =>
  value === null || !of?.value ? null : value / of.value;

interface ShownProps {
  readonly panel: PanelOf<'funnel'>;
  readonly steps: readonly Step[];
}

const openingOf =
  ({ kpi }: Step, { id }: PanelOf<'funnel'>, { openRows }: Host) =>
  (from: HTMLElement) =>
    openRows({ kind: 'kpi', panel: id, kpi: kpi.id }, from);

function StepBars({ panel, steps }: ShownProps): React.ReactElement {
  const host = useHost();
  const { texts, format } = host;
  const longest = Math.max(...steps.map(({ kpi }) => kpi.value ?? 0));
  return (
    <Bars
      label={panel.title}
      heads={['', ...shares.map((share) => texts.say(share))]}
      bars={steps.map((step) => ({
        key: step.kpi.id,
        name: step.kpi.title,
        length: (step.kpi.value ?? 0) / longest,
        numbers: [
          shownValue(step.kpi.value, step.kpi.unit, format),
          ...shares.map((share) => shownValue(step[share], 'percent', format)),
        ],
        open: openingOf(step, panel, host),
      }))}
    />
  );
}

/** Below every share and count; steps come before it by their place alone. */
const noAnswer = -Infinity;
const sortValues: Readonly<Record<string, (step: Step) => number | null>> = {
  step: ({ place }) => -place,
  count: ({ kpi }) => kpi.value,
  ofFirst: ({ ofFirst }) => ofFirst,
  ofBefore: ({ ofBefore }) => ofBefore,
};

function StepsTable({ panel, steps }: ShownProps): React.ReactElement {
  const host = useHost();
  const styles = useStyles();
  const { texts, format } = host;
  const { sorted, sortOf } = useSorted(steps, 'step', (step, key) => sortValues[key]?.(step) ?? noAnswer);
  const columns: readonly TableColumn<Step>[] = [
    {
      key: 'step',
      title: texts.say('stepHead'),
      render: (step) => (
        <Link className={styles.link} onClick={(event) => openingOf(step, panel, host)(event.currentTarget)}>
          {step.kpi.title}
        </Link>
      ),
      ...sortOf('step'),
    },
    {
      key: 'count',
      title: texts.say('countHead'),
      right: true,
      width: 64,
      render: ({ kpi }) => shownValue(kpi.value, kpi.unit, format),
      ...sortOf('count'),
    },
    ...shares.map((share) => ({
      key: share,
      title: texts.say(share),
      right: true,
      width: 104,
      render: (step: Step) => shownValue(step[share], 'percent', format),
      ...sortOf(share),
    })),
  ];
  return <DataTable label={panel.title} columns={columns} items={sorted} keyOf={({ kpi }) => kpi.id} rows="compact" />;
}

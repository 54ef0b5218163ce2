import * as React from 'react';
import { wholeDays } from '@record-insights/domain';
import { useHost } from '../app/host';
import { createStyles, scrolling, text14 } from '../../shared/ui/createStyles';
import { DataTable, type TableColumn } from '../../shared/ui/DataTable';
import { PanelFrame } from '../ui/PanelFrame';
import { ChartPlaceholder } from '../../shared/ui/Placeholder';
import { RecordLink } from '../../shared/ui/RecordLink';
import { TwinSwitch, type Twin } from '../../shared/ui/TwinSwitch';
import { useSorted } from '../../shared/ui/useSorted';
import { LeadProgressChart } from './LeadProgressChart';
import type { AnswerOf, PanelProps } from './panelProps';

type Answer = AnswerOf<'leadProgress'>;

const useStyles = createStyles(() => ({
  age: { ...text14, paddingBottom: 12 },
  scroll: scrolling,
}));

/** How a lead grew: its age in words, then its stages and scores on one time axis, or the same as a table. */
export function LeadProgressPanel({ panel, load, onRetry }: PanelProps<'leadProgress'>): React.ReactElement {
  const { texts } = useHost();
  const [twin, setTwin] = React.useState<Twin>('chart');
  return (
    <PanelFrame<Answer>
      about={{ title: panel.title, sentence: panel.tooltip }}
      load={load}
      onRetry={onRetry}
      isEmpty={(answer) => answer.days === null && !hasSteps(answer)}
      emptySentence={texts.say('noProgress')}
      placeholder={<ChartPlaceholder height={240} />}
      actions={(answer) => hasSteps(answer) && <TwinSwitch chosen={twin} chartIcon="BarChart4" onChoose={setTwin} />}
    >
      {(answer) => (
        <>
          <Age answer={answer} />
          {hasSteps(answer) &&
            (twin === 'chart' ? (
              <LeadProgressChart answer={answer} />
            ) : (
              <StepsTable label={panel.title} answer={answer} />
            ))}
        </>
      )}
    </PanelFrame>
  );
}

const hasSteps = ({ stages, scores }: Answer): boolean => stages.length > 0 || scores.length > 0;

function Age({ answer: { created, days, stages, asOf } }: { readonly answer: Answer }): React.ReactElement {
  const { texts, format } = useHost();
  const styles = useStyles();
  const [now] = stages.flatMap(({ stage, stays }) =>
    stays.flatMap(({ from, until }) => (until === null ? [{ stage, days: daysBetween(from, asOf) }] : [])),
  );
  const inDays = (count: number): string => texts.count('days', count, format.number(count));
  const parts = [
    created === null || days === null
      ? undefined
      : texts.say('leadAge', inDays(days), format.day(format.dayOfInstant(created))),
    now ? texts.say('leadStageNow', now.stage, inDays(now.days)) : undefined,
  ];
  return <div className={styles.age}>{parts.filter((part) => part !== undefined).join(' ')}</div>;
}

const daysBetween = (from: string, until: string): number => wholeDays(Date.parse(from), Date.parse(until));

/** A stay in a stage, or a score. */
interface Step {
  readonly key: string;
  readonly from: string;
  readonly what: React.ReactNode;
  readonly value: string;
}

function StepsTable({ label, answer }: { readonly label: string; readonly answer: Answer }): React.ReactElement {
  const { texts, format } = useHost();
  const styles = useStyles();
  const { sorted, sortOf } = useSorted(useSteps(answer), 'from', ({ from }) => from);
  const columns: readonly TableColumn<Step>[] = [
    { key: 'what', title: texts.say('progressHead'), render: ({ what }) => what },
    {
      key: 'value',
      title: texts.say('progressValueHead'),
      right: true,
      width: 88,
      render: ({ value }) => value,
    },
    {
      key: 'from',
      title: texts.say('sinceHead'),
      right: true,
      width: 128,
      render: ({ from }) => format.dayTime(from),
      ...sortOf('from'),
    },
  ];
  return (
    <div className={styles.scroll} data-is-scrollable="true">
      <DataTable label={label} columns={columns} items={sorted} keyOf={({ key }) => key} rows="compact" />
    </div>
  );
}

function useSteps({ stages, scores, asOf }: Answer): readonly Step[] {
  const { texts, format } = useHost();
  return React.useMemo(() => {
    const ofStages = stages.flatMap(({ stage, stays }) =>
      stays.map(({ from, until }): Step => {
        const days = daysBetween(from, until ?? asOf);
        return {
          key: `${stage} ${from}`,
          from,
          what: stage,
          value: texts.count('days', days, format.number(days)),
        };
      }),
    );
    const ofScores = scores.flatMap(({ model, points }) =>
      points.map(({ at, score }, n): Step => ({
        key: `${model} ${n}`,
        from: at,
        what: <RecordLink type="scoringModel" id={model} plain />,
        value: format.number(score),
      })),
    );
    return [...ofStages, ...ofScores];
  }, [stages, scores, asOf, texts, format]);
}

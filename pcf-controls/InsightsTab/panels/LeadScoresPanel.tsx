import * as React from 'react';
import type { LeadScoreAnswer } from '@record-insights/domain';
import { useHost, type Host } from '../app/host';
import { createStyles, text12 } from '../../shared/ui/createStyles';
import { DataTable, type TableColumn } from '../../shared/ui/DataTable';
import { PanelFrame } from '../ui/PanelFrame';
import { RowsPlaceholder } from '../../shared/ui/Placeholder';
import { RecordLink } from '../../shared/ui/RecordLink';
import type { AnswerOf, PanelProps } from './panelProps';

type Answer = AnswerOf<'leadScores'>;

const useStyles = createStyles((theme) => ({
  cell: { display: 'grid', minWidth: 0 },
  second: { ...text12, color: theme.palette.neutralSecondary },
}));

/** What each scoring model makes of the lead now: score and grade, and whether it is ready for sales. */
export function LeadScoresPanel({ panel, load, onRetry }: PanelProps<'leadScores'>): React.ReactElement {
  const host = useHost();
  const { texts, format } = host;
  const styles = useStyles();
  const columns: readonly TableColumn<LeadScoreAnswer>[] = [
    {
      key: 'model',
      title: texts.say('modelHead'),
      render: (one) => (
        <span className={styles.cell}>
          <RecordLink type="scoringModel" id={one.model} />
          <span className={styles.second}>{readiness(one, host)}</span>
        </span>
      ),
    },
    {
      key: 'score',
      title: texts.say('scoreHead'),
      right: true,
      width: 40,
      render: ({ score }) => format.number(score),
    },
    { key: 'grade', title: texts.say('gradeHead'), right: true, width: 44, render: ({ grade }) => grade ?? '–' },
  ];
  return (
    <PanelFrame<Answer>
      about={{ title: panel.title, sentence: panel.tooltip }}
      load={load}
      onRetry={onRetry}
      isEmpty={({ models }) => models.length === 0}
      emptySentence={texts.say('noScores')}
      placeholder={<RowsPlaceholder rows={2} />}
    >
      {({ models }) => (
        <DataTable label={panel.title} columns={columns} items={models} keyOf={({ model }) => model} rows="twoLines" />
      )}
    </PanelFrame>
  );
}

function readiness({ salesReady, readyFrom, at }: LeadScoreAnswer, { texts, format }: Host): string {
  if (salesReady) return texts.say('salesReady');
  return readyFrom === null ? format.day(format.dayOfInstant(at)) : texts.say('readyFrom', format.number(readyFrom));
}

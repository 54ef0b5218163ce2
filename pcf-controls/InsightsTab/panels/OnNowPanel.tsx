import * as React from 'react';
import { useHost } from '../app/host';
import { DataTable, type TableColumn } from '../../shared/ui/DataTable';
import { PanelFrame } from '../ui/PanelFrame';
import { RowsPlaceholder } from '../../shared/ui/Placeholder';
import { RecordLink } from '../../shared/ui/RecordLink';
import type { AnswerOf, PanelProps } from './panelProps';

type Answer = AnswerOf<'onNow'>;
type OnList = Answer['lists'][number];

const sinceWidth = 128;

/** The lists that the person is on now, and since when. */
export function OnNowPanel({ panel, load, onRetry }: PanelProps<'onNow'>): React.ReactElement {
  const { texts, format } = useHost();
  const columns: readonly TableColumn<OnList>[] = [
    {
      key: 'list',
      title: texts.say('listHead'),
      render: ({ list }) => <RecordLink type={panel.record} id={list} />,
    },
    {
      key: 'since',
      title: texts.say('sinceHead'),
      right: true,
      width: sinceWidth,
      render: ({ since }) => format.day(format.dayOfInstant(since)),
    },
  ];
  return (
    <PanelFrame<Answer>
      about={{ title: panel.title, sentence: panel.tooltip }}
      load={load}
      onRetry={onRetry}
      isEmpty={({ lists }) => lists.length === 0}
      emptySentence={texts.say('onNoList')}
      placeholder={<RowsPlaceholder rows={2} />}
    >
      {({ lists }) => <DataTable label={panel.title} columns={columns} items={lists} keyOf={({ list }) => list} />}
    </PanelFrame>
  );
}

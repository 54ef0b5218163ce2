import * as React from 'react';
import type { ReactionCell } from '@record-insights/domain';
import type { Host } from '../app/host';
import { useHost } from '../app/host';
import { GridPanel, type GridView } from './GridPanel';
import type { AnswerOf, PanelProps } from './panelProps';
import { stepOfWait } from './steps';

type Answer = AnswerOf<'reactionTimes'>;

/** How fast messages are opened, by the hour in which they came: the class in which half of the first opens had come. */
export function ReactionTimesPanel({ panel, load, onRetry }: PanelProps<'reactionTimes'>): React.ReactElement {
  const host = useHost();
  const isEmpty = ({ opened }: Answer): boolean => opened === 0;
  return (
    <GridPanel
      panel={panel}
      load={load}
      onRetry={onRetry}
      isEmpty={isEmpty}
      size="small"
      viewOf={(answer) => viewOf(answer, host)}
    />
  );
}

const openedIn = ({ counts }: ReactionCell): number => counts.reduce((a, b) => a + b, 0);

function viewOf({ cells, classes, deliveries, opened }: Answer, { texts, format }: Host): GridView<ReactionCell> {
  const wait = ({ median }: ReactionCell): string | undefined => (median === null ? undefined : classes[median]);
  const says = (cell: ReactionCell): string => {
    const of = texts.say('openedOf', format.number(openedIn(cell)), format.number(cell.deliveries));
    const told = wait(cell);
    return told === undefined ? of : texts.say('waitSays', told, of);
  };
  const slowest = classes.length;
  return {
    grid: {
      summary: texts.say('openedOf', format.number(opened), format.number(deliveries)),
      cells: cells.map((cell) => ({
        weekday: cell.weekday,
        hour: cell.hour,
        step: cell.median === null ? undefined : stepOfWait(cell.median),
        says: says(cell),
      })),
      blank: 'dot',
    },
    legend: { least: texts.say('waitDays'), most: texts.say('waitMinutes') },
    table: {
      cells,
      columns: [
        {
          key: 'wait',
          title: texts.say('waitHead'),
          valueOf: ({ median }) => slowest - (median ?? slowest),
          textOf: (cell) => wait(cell) ?? '–',
        },
        {
          key: 'opened',
          title: texts.say('openedHead'),
          valueOf: openedIn,
          textOf: (cell) => format.number(openedIn(cell)),
        },
        {
          key: 'deliveries',
          title: texts.say('deliveriesHead'),
          valueOf: (cell) => cell.deliveries,
          textOf: (cell) => format.number(cell.deliveries),
        },
      ],
    },
  };
}

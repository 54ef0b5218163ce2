import * as React from 'react';
import type { SendTimeCell, WeekHour } from '@record-insights/domain';
import type { Host } from '../app/host';
import { useHost } from '../app/host';
import { GridPanel, type GridView } from './GridPanel';
import { hoursInWords } from './hoursInWords';
import type { AnswerOf, PanelProps } from './panelProps';
import { stepOf } from './steps';

type Answer = AnswerOf<'sendTimes'>;

/** How likely a message is opened by the hour in which it comes; the best hours have a double ring. */
export function SendTimesPanel({ panel, load, onRetry }: PanelProps<'sendTimes'>): React.ReactElement {
  const host = useHost();
  const isEmpty = ({ deliveries }: Answer): boolean => deliveries === 0;
  return (
    <GridPanel
      panel={panel}
      load={load}
      onRetry={onRetry}
      isEmpty={isEmpty}
      size="large"
      viewOf={(answer) => viewOf(answer, host)}
    />
  );
}

function viewOf({ cells, best, deliveries, opened }: Answer, { texts, format }: Host): GridView<SendTimeCell> {
  const highest = Math.max(0, ...cells.map(({ rate }) => rate ?? 0));
  const isBest = ({ weekday, hour }: WeekHour): boolean =>
    best.some((one) => one.weekday === weekday && one.hour === hour);
  const rateOf = ({ rate }: SendTimeCell): string => (rate === null ? texts.say('notEnough') : format.percent(rate));
  const behind = (cell: { readonly deliveries: number; readonly opened: number }): string =>
    texts.say('openedOf', format.number(cell.opened), format.number(cell.deliveries));
  return {
    grid: {
      summary: texts.say('sendSummary', behind({ deliveries, opened }), hoursInWords(best, format) || '–'),
      cells: cells.map((cell) => ({
        weekday: cell.weekday,
        hour: cell.hour,
        says: texts.say('rateSays', rateOf(cell), behind(cell)),
        isBest: isBest(cell),
        ...(cell.rate === null
          ? { step: undefined }
          : { step: stepOf(cell.rate, highest), text: format.wholePercent(cell.rate) }),
      })),
      blank: 'dot',
    },
    legend: { least: texts.say('lessLikely'), most: texts.say('moreLikely'), withDots: true },
    table: {
      cells,
      columns: [
        { key: 'rate', title: texts.say('rateHead'), valueOf: ({ rate }) => rate ?? -1, textOf: rateOf },
        {
          key: 'opened',
          title: texts.say('openedHead'),
          valueOf: (cell) => cell.opened,
          textOf: (cell) => format.number(cell.opened),
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

import * as React from 'react';
import type { HourCount } from '@record-insights/domain';
import { useHost } from '../app/host';
import { GridPanel, type GridView } from './GridPanel';
import type { AnswerOf, PanelProps } from './panelProps';
import { stepOf } from './steps';

type Answer = AnswerOf<'byHour'>;

/** How often something happened in each hour of the week. */
export function ByHourPanel({ panel, load, onRetry }: PanelProps<'byHour'>): React.ReactElement {
  const { texts, format } = useHost();
  const viewOf = ({ hours, total }: Answer): GridView<HourCount> => {
    const highest = Math.max(0, ...hours.map(({ count }) => count));
    const peak = hours.find(({ count }) => count === highest);
    const number = ({ count }: HourCount): string => texts.count('times', count, format.number(count));
    return {
      grid: {
        summary: peak
          ? texts.say(
              'gridSummary',
              texts.count('times', total, format.number(total)),
              format.weekday(peak.weekday, 'long'),
              format.hour(peak.hour),
              number(peak),
            )
          : '',
        cells: hours.map((cell) => ({ ...cell, step: stepOf(cell.count, highest), says: number(cell) })),
        blank: 'nothing',
      },
      legend: { least: format.number(0), most: texts.count('times', highest, format.number(highest)) },
      table: {
        cells: hours,
        columns: [
          {
            key: 'count',
            title: texts.say('countHead'),
            valueOf: ({ count }) => count,
            textOf: ({ count }) => format.number(count),
          },
        ],
      },
    };
  };
  const isEmpty = ({ total }: Answer): boolean => total === 0;
  return <GridPanel panel={panel} load={load} onRetry={onRetry} isEmpty={isEmpty} size="small" viewOf={viewOf} />;
}

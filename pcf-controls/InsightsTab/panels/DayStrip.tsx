import * as React from 'react';
import { FocusZone, FocusZoneDirection } from '@fluentui/react';
import { parseDay, type Day, type DayCount, type Period } from '@record-insights/domain';
import { useHost } from '../app/host';
import { useWidth } from '../../shared/ui/useWidth';
import { MarkTip, useChartStyles } from './chartStyles';
import { DayColumns } from './DayColumns';
import { dateMarks, dayScale } from './dayScale';

export interface DayStripProps {
  readonly days: readonly DayCount[];
  readonly chosen: Day | undefined;
  /** Undefined when the chosen day is chosen again. */
  readonly onChoose: (day: Day | undefined) => void;
}

const height = 32;

/** The period of the numbers as days; the service sends no others. */
export function usePeriod(): Period | undefined {
  const { days } = useHost();
  const from = parseDay(days.from);
  const to = parseDay(days.to);
  return from && to ? { from, to } : undefined;
}

/** Interactions by day in a low strip; a day chosen filters what stands below. */
export function DayStrip({ days, chosen, onChoose }: DayStripProps): React.ReactElement | null {
  const { texts, format } = useHost();
  const styles = useChartStyles();
  const [ref, width] = useWidth<HTMLDivElement>(556);
  const [shown, setShown] = React.useState<DayCount>();
  const period = usePeriod();
  if (!period) return null;
  const scale = dayScale(period, width);
  const say = ({ day, count }: DayCount): string =>
    texts.say('dayCount', format.longDay(day), texts.count('interactions', count, format.number(count)));
  return (
    <div ref={ref} className={styles.chart}>
      <FocusZone direction={FocusZoneDirection.horizontal} role="group" aria-label={texts.say('byDayFilter')}>
        <svg className={styles.svg} width={width} height={56}>
          <g transform="translate(0,4)">
            <DayColumns
              scale={scale}
              counts={days}
              max={Math.max(0, ...days.map(({ count }) => count))}
              height={height}
              chosen={chosen}
              onChoose={(day) => onChoose(day === chosen ? undefined : day)}
              onShow={setShown}
              say={say}
            />
            <line className="base" x1={0} x2={width} y1={height + 0.5} y2={height + 0.5} />
          </g>
          {dateMarks(scale, width).map(({ day, x, anchor }) => (
            <text key={day} x={x} y={53} textAnchor={anchor} aria-hidden="true">
              {format.shortDay(day)}
            </text>
          ))}
        </svg>
      </FocusZone>
      {shown && <MarkTip text={say(shown)} x={scale.middleOf(shown.day as Day)} y={4} width={width} />}
    </div>
  );
}

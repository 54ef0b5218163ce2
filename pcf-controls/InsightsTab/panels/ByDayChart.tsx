import * as React from 'react';
import { FocusZone, FocusZoneDirection } from '@fluentui/react';
import type { Day, DayCount, Series } from '@record-insights/domain';
import { useHost } from '../app/host';
import { useWidth } from '../../shared/ui/useWidth';
import { MarkTip, useChartStyles } from './chartStyles';
import { DayColumns } from './DayColumns';
import { dateMarks, dayScale, type DayScale } from './dayScale';
import { usePeriod } from './DayStrip';

const labels = 112;
const rowHeight = 52;
const height = 40;
/** From so many on a day a series is drawn as a line. */
const lineFrom = 20;

interface Shown {
  readonly row: number;
  readonly count: DayCount;
}

/** One low row a series, each from zero to its own best day, on one time axis. */
export function ByDayChart({ series }: { readonly series: readonly Series[] }): React.ReactElement | null {
  const { texts, format } = useHost();
  const styles = useChartStyles();
  const [ref, width] = useWidth<HTMLDivElement>(884);
  const [shown, setShown] = React.useState<Shown>();
  const period = usePeriod();
  const summary = useSummary(series);
  if (!period) return null;
  const plot = Math.max(0, width - labels);
  const scale = dayScale(period, plot);
  const say = (title: string, { day, count }: DayCount): string =>
    texts.say('dayCount', format.longDay(day), `${format.number(count)} ${title.toLowerCase()}`);
  const shownSeries = shown && series[shown.row];
  return (
    <div ref={ref} className={styles.chart}>
      <FocusZone direction={FocusZoneDirection.bidirectional} role="group" aria-label={summary}>
        <svg className={styles.svg} width={width} height={series.length * rowHeight + 20}>
          {series.map((one, row) => (
            <g key={one.kpi} transform={`translate(0,${row * rowHeight})`}>
              <SeriesRow
                series={one}
                scale={scale}
                plot={plot}
                say={say}
                onShow={(count) => setShown(count && { row, count })}
              />
            </g>
          ))}
          <g transform={`translate(${labels},${series.length * rowHeight + 14})`} aria-hidden="true">
            {dateMarks(scale, plot).map(({ day, x, anchor }) => (
              <text key={day} x={x} textAnchor={anchor}>
                {format.shortDay(day)}
              </text>
            ))}
          </g>
        </svg>
      </FocusZone>
      {shown && shownSeries && (
        <MarkTip
          text={say(shownSeries.title, shown.count)}
          x={labels + scale.middleOf(shown.count.day as Day)}
          y={shown.row * rowHeight + 4}
          width={width}
        />
      )}
    </div>
  );
}

interface SeriesRowProps {
  readonly series: Series;
  readonly scale: DayScale;
  readonly plot: number;
  readonly say: (title: string, count: DayCount) => string;
  readonly onShow: (count: DayCount | undefined) => void;
}

function SeriesRow({ series, scale, plot, say, onShow }: SeriesRowProps): React.ReactElement {
  const { format } = useHost();
  const max = Math.max(0, ...series.days.map(({ count }) => count));
  return (
    <>
      <text x={0} y={36} aria-hidden="true">
        {series.title}
      </text>
      <text x={labels - 8} y={10} textAnchor="end" aria-hidden="true">
        {max > 0 ? format.number(max) : ''}
      </text>
      <g transform={`translate(${labels},4)`}>
        <line className="grid" x1={0} x2={plot} y1={0.5} y2={0.5} />
        <DayColumns
          scale={scale}
          counts={series.days}
          max={max}
          height={height}
          lineFrom={lineFrom}
          unfinished={format.today}
          onShow={onShow}
          say={(count) => say(series.title, count)}
        />
        <line className="base" x1={0} x2={plot} y1={height + 0.5} y2={height + 0.5} />
      </g>
    </>
  );
}

/** Totals and best days in words, for who does not see the chart. */
function useSummary(series: readonly Series[]): string {
  const { texts, format } = useHost();
  const parts = series.map(({ title, total, days }) => {
    const best = days.reduce<DayCount | undefined>((a, b) => (a && a.count >= b.count ? a : b), undefined);
    return best
      ? texts.say('seriesSummary', title, format.number(total), format.longDay(best.day), format.number(best.count))
      : texts.say('seriesNothing', title);
  });
  return parts.join(' ');
}

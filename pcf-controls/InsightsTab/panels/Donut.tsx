import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { DonutChart } from '@fluentui/react-charting';
import { dataColours } from '../../shared/theme';
import { useHost } from '../app/host';
import { createStyles, text12, text20 } from '../../shared/ui/createStyles';
import type { Slice } from './slices';

const side = 136;
const thickness = 20;
/** What the library's chart takes off its height for a legend of its own, which is hidden here. */
const legendHeight = 40;

const useStyles = createStyles((theme) => ({
  donut: { position: 'relative', width: side, height: side, flex: 'none', forcedColorAdjust: 'none' },
  middle: {
    position: 'absolute',
    inset: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    pointerEvents: 'none',
  },
  total: { ...text20, lineHeight: '24px', color: theme.palette.neutralDark },
  unit: { ...text12, color: theme.palette.neutralSecondary },
}));

/** Slices of one whole with the total inside; one tab stop, arrows between the slices. */
export function Donut({
  slices,
  total,
}: {
  readonly slices: readonly Slice[];
  readonly total: number;
}): React.ReactElement {
  const { texts, format } = useHost();
  const styles = useStyles();
  const colours = dataColours(useTheme());
  const words = texts.count('interactions', total, format.number(total));
  const chartData = slices.map(({ title, count, share, series }) => ({
    legend: title,
    data: count,
    color: (series === undefined ? undefined : colours.series[series]) ?? colours.other,
    yAxisCalloutData: `${format.number(count)} · ${format.percent(share)}`,
    callOutAccessibilityData: { ariaLabel: `${title}, ${format.number(count)}, ${format.percent(share)}` },
  }));
  return (
    <div className={styles.donut} role="group" aria-label={words} onKeyDownCapture={keepTab}>
      <DonutChart
        data={{ chartData }}
        innerRadius={side / 2 - thickness}
        width={side}
        height={side + legendHeight}
        hideLegend
        calloutProps={{ doNotLayer: false }}
      />
      <div className={styles.middle} aria-hidden="true">
        <span className={styles.total}>{format.tile(total)}</span>
        <span className={styles.unit}>{texts.count('interactionsWord', total, '')}</span>
      </div>
    </div>
  );
}

/** The library walks through its slices by Tab; here the chart is one stop, so that Tab goes on. */
function keepTab(event: React.KeyboardEvent): void {
  if (event.key === 'Tab') event.stopPropagation();
}

import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { DonutChart } from '@fluentui/react-charting';
import { dataColours } from '../theme';
import { useRowsHost } from '../rows/rowsHost';
import { createStyles, text12, text20 } from '../ui/createStyles';

/** A part of the whole. */
export interface DonutSlice {
  readonly title: string;
  readonly count: number;
  readonly share: number;
  /** Place in the fixed order of series colours; undefined for "other". */
  readonly series: number | undefined;
}

export interface DonutProps {
  readonly slices: readonly DonutSlice[];
  readonly total: number;
  /** What the chart is called, the total with it. */
  readonly label: string;
  /** What the total is of, below it. */
  readonly unit: string;
  /** Px across. */
  readonly side?: number;
}

const thickness = 20;
/** What the library's chart takes off its height for a legend of its own, which is hidden here. */
const legendHeight = 40;

const useStyles = createStyles((theme) => ({
  donut: { position: 'relative', flex: 'none', forcedColorAdjust: 'none' },
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
export function Donut({ slices, total, label, unit, side = 136 }: DonutProps): React.ReactElement {
  const { format } = useRowsHost();
  const styles = useStyles();
  const colours = dataColours(useTheme());
  const chartData = slices.map(({ title, count, share, series }) => ({
    legend: title,
    data: count,
    color: (series === undefined ? undefined : colours.series[series]) ?? colours.other,
    yAxisCalloutData: `${format.number(count)} · ${format.percent(share)}`,
    callOutAccessibilityData: { ariaLabel: `${title}, ${format.number(count)}, ${format.percent(share)}` },
  }));
  return (
    <div
      className={styles.donut}
      style={{ width: side, height: side }}
      role="group"
      aria-label={label}
      onKeyDownCapture={keepTab}
    >
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
        <span className={styles.unit}>{unit}</span>
      </div>
    </div>
  );
}

/** The library walks through its slices by Tab; here the chart is one stop, so that Tab goes on. */
function keepTab(event: React.KeyboardEvent): void {
  if (event.key === 'Tab') event.stopPropagation();
}

import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { dataColours } from '../theme';
import { useRowsHost } from '../rows/rowsHost';
import { createStyles, text12, text20 } from '../ui/createStyles';
import { arcsOf } from './arcs';

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

/** Px. */
const thickness = 20;
const gap = 2;

const useStyles = createStyles((theme) => ({
  donut: { position: 'relative', flex: 'none', forcedColorAdjust: 'none' },
  rest: { stroke: theme.palette.neutralLighter },
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

/** Slices of one whole with the total inside. The rows beside it, which can be reached, say the same. */
export function Donut({ slices, total, label, unit, side = 136 }: DonutProps): React.ReactElement {
  const { format } = useRowsHost();
  const styles = useStyles();
  const colours = dataColours(useTheme());
  const radius = (side - thickness) / 2;
  const around = 2 * Math.PI * radius;
  const words = slices.map(({ title, count, share }) => `${title} ${format.number(count)} (${format.percent(share)})`);
  const arcs = arcsOf(
    slices.map(({ count }) => count),
    around,
    gap,
  );
  return (
    <div className={styles.donut} style={{ width: side, height: side }}>
      <svg width={side} height={side} role="img" aria-label={[label, ...words].join(', ')}>
        <g transform={`rotate(-90 ${side / 2} ${side / 2})`} fill="none" strokeWidth={thickness}>
          {slices.length === 0 && <circle className={styles.rest} cx={side / 2} cy={side / 2} r={radius} />}
          {slices.map(({ series }, n) => (
            <circle
              key={n}
              cx={side / 2}
              cy={side / 2}
              r={radius}
              stroke={(series === undefined ? undefined : colours.series[series]) ?? colours.other}
              strokeDasharray={`${arcs[n]?.length ?? 0} ${around}`}
              strokeDashoffset={-(arcs[n]?.from ?? 0)}
            >
              <title>{words[n]}</title>
            </circle>
          ))}
        </g>
      </svg>
      <div className={styles.middle} aria-hidden="true">
        <span className={styles.total}>{format.tile(total)}</span>
        <span className={styles.unit}>{unit}</span>
      </div>
    </div>
  );
}

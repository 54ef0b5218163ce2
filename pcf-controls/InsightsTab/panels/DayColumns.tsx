import * as React from 'react';
import type { Day, DayCount } from '@record-insights/domain';
import { createStyles, highContrast } from '../../shared/ui/createStyles';
import type { DayScale } from './dayScale';

export interface DayColumnsProps {
  readonly scale: DayScale;
  readonly counts: readonly DayCount[];
  /** The count that is as high as `height`. */
  readonly max: number;
  readonly height: number;
  /** Of at least this many on its best day, a series is a line. */
  readonly lineFrom?: number;
  /** A day that is not over yet: drawn hollow. */
  readonly unfinished?: Day;
  readonly chosen?: Day | undefined;
  /** Makes the days buttons. */
  readonly onChoose?: (day: Day) => void;
  readonly onShow: (shown: DayCount | undefined) => void;
  /** "14 November, 4 opened". */
  readonly say: (count: DayCount) => string;
}

const useStyles = createStyles((theme) => ({
  mark: { outline: 'none', selectors: { '&:focus-visible .ring': { stroke: theme.palette.neutralDark } } },
  button: { cursor: 'pointer' },
  column: { fill: theme.palette.themePrimary, selectors: { [highContrast]: { fill: 'CanvasText' } } },
  faded: { opacity: 0.4 },
  hollow: {
    fill: theme.palette.white,
    stroke: theme.palette.themePrimary,
    strokeWidth: 1.5,
    selectors: { [highContrast]: { fill: 'Canvas', stroke: 'CanvasText' } },
  },
  line: {
    fill: 'none',
    stroke: theme.palette.themePrimary,
    strokeWidth: 2,
    selectors: { [highContrast]: { stroke: 'CanvasText' } },
  },
  ring: { fill: 'transparent', stroke: 'transparent', strokeWidth: 2 },
}));

/** Counts by day from one zero: columns, or a line for a busy series. Each day with a count is a mark to focus. */
export function DayColumns(props: DayColumnsProps): React.ReactElement {
  const { counts, lineFrom = Infinity } = props;
  const styles = useStyles();
  const isLine = counts.some(({ count }) => count >= lineFrom);
  return (
    <g>
      {isLine && <path className={styles.line} d={linePath(props)} />}
      {counts.map((count) => (
        <DayMark key={count.day} {...props} count={count} isLine={isLine} />
      ))}
    </g>
  );
}

const heightOf = (count: number, { max, height }: DayColumnsProps): number => (max === 0 ? 0 : (count / max) * height);

function linePath(props: DayColumnsProps): string {
  const counted = new Map<string, number>(props.counts.map(({ day, count }) => [day, count]));
  const points = props.scale.days.map((day) => {
    const y = props.height - heightOf(counted.get(day) ?? 0, props);
    return `${props.scale.middleOf(day).toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}

interface DayMarkProps extends DayColumnsProps {
  readonly count: DayCount;
  readonly isLine: boolean;
}

function DayMark(props: DayMarkProps): React.ReactElement {
  const { count, scale, height, chosen, onShow, say, isLine } = props;
  const styles = useStyles();
  const day = count.day as Day;
  const middle = scale.middleOf(day);
  const tall = heightOf(count.count, props);
  const look = day === props.unfinished ? styles.hollow : styles.column;
  const faded = chosen !== undefined && chosen !== day ? styles.faded : '';
  const show = (): void => onShow(count);
  const hide = (): void => onShow(undefined);
  return (
    <g
      className={props.onChoose ? `${styles.mark} ${styles.button}` : styles.mark}
      tabIndex={0}
      data-is-focusable="true"
      aria-label={say(count)}
      onFocus={show}
      onBlur={hide}
      onMouseEnter={show}
      onMouseLeave={hide}
      {...choosing(day, props)}
    >
      <rect
        className={`ring ${styles.ring}`}
        x={middle - scale.step / 2}
        y={-1}
        width={scale.step}
        height={height + 1}
      />
      {isLine ? (
        <circle className={look} cx={middle} cy={height - tall} r={day === props.unfinished ? 3 : 1} />
      ) : (
        <rect
          className={`${look} ${faded}`}
          x={middle - scale.column / 2}
          y={height - tall}
          width={scale.column}
          height={tall}
        />
      )}
    </g>
  );
}

/** What makes a mark a button, or only a picture with a name. */
function choosing(day: Day, { onChoose, chosen }: DayColumnsProps): React.SVGAttributes<SVGGElement> {
  if (!onChoose) return { role: 'img' };
  return {
    role: 'button',
    'aria-pressed': day === chosen,
    onClick: () => onChoose(day),
    onKeyDown: (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onChoose(day);
    },
  };
}

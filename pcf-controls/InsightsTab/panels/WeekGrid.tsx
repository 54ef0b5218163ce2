import * as React from 'react';
import { FocusZone, FocusZoneDirection, useTheme } from '@fluentui/react';
import type { WeekHour } from '@record-insights/domain';
import { dataColours } from '../../shared/theme';
import { useHost } from '../app/host';
import { createStyles, highContrast } from '../../shared/ui/createStyles';
import { useWidth } from '../../shared/ui/useWidth';
import { MarkTip, useChartStyles } from './chartStyles';

/** What stands in an hour of the week. */
export interface GridCell extends WeekHour {
  /** Step of colour, 0 to 5; undefined: a dot, for not enough evidence. */
  readonly step: number | undefined;
  /** Stands in the cell where there is room. */
  readonly text?: string;
  /** What the hour says, after its name: "19%, 4 of 21 deliveries opened". */
  readonly says: string;
  /** Has the double ring. */
  readonly isBest?: boolean;
}

export interface WeekGridProps {
  /** What the grid shows, with its peak, for who does not see it. */
  readonly summary: string;
  readonly cells: readonly GridCell[];
  /** What stands where there is no cell: the colour of nothing, or a dot. */
  readonly blank: 'nothing' | 'dot';
  readonly size: keyof typeof sizes;
}

const sizes = {
  large: { labels: 44, widest: 35, narrowest: 16, height: 24, textFrom: 30 },
  small: { labels: 36, widest: 16, narrowest: 14, height: 16, textFrom: Infinity },
} as const;
const head = 20;
const markEvery = 3;

const useStyles = createStyles((theme) => ({
  scroll: { overflowX: 'auto', overflowY: 'hidden', padding: '2px 0' },
  cell: {
    outline: 'none',
    forcedColorAdjust: 'none',
    selectors: { '&:focus-visible .ring': { stroke: theme.palette.neutralDark } },
  },
  ring: { fill: 'transparent', stroke: 'transparent', strokeWidth: 2 },
  dot: { fill: theme.palette.neutralTertiaryAlt, selectors: { [highContrast]: { fill: 'GrayText' } } },
  best: { fill: 'none', stroke: theme.palette.neutralDark, strokeWidth: 2 },
  bestInside: { fill: 'none', stroke: theme.palette.white, strokeWidth: 1 },
  blanks: { forcedColorAdjust: 'none' },
}));

/** Days of the week by hours: one tab stop, arrows between the hours that have something to say. */
export function WeekGrid({ summary, cells, blank, size }: WeekGridProps): React.ReactElement {
  const { format, texts } = useHost();
  const chart = useChartStyles();
  const styles = useStyles();
  const [ref, width] = useWidth<HTMLDivElement>(size === 'large' ? 884 : 418);
  const [shown, setShown] = React.useState<GridCell>();
  const { labels, widest, narrowest, height, textFrom } = sizes[size];
  const pitch = Math.min(widest, Math.max(narrowest, (width - labels) / 24));
  const rows = new Map(format.week.map((weekday, row) => [weekday, row]));
  const placeOf = ({ weekday, hour }: WeekHour): Place => ({
    x: labels + hour * pitch,
    y: head + (rows.get(weekday) ?? 0) * height,
    width: pitch - 1,
    height: height - 1,
  });
  const say = (cell: GridCell): string =>
    texts.say('hourSays', format.weekday(cell.weekday, 'long'), format.hour(cell.hour), cell.says);
  const full = labels + 24 * pitch;
  const tip = shown && placeOf(shown);
  return (
    <div className={chart.chart}>
      <div ref={ref} className={styles.scroll}>
        <FocusZone direction={FocusZoneDirection.bidirectional} role="group" aria-label={summary}>
          <svg className={chart.svg} width={full} height={head + 7 * height}>
            <GridNames labels={labels} pitch={pitch} height={height} />
            <Blanks cells={cells} blank={blank} placeOf={placeOf} />
            {cells.map((cell) => (
              <Cell
                key={`${cell.weekday} ${cell.hour}`}
                cell={cell}
                place={placeOf(cell)}
                withText={pitch >= textFrom}
                name={say(cell)}
                onShow={setShown}
              />
            ))}
          </svg>
        </FocusZone>
      </div>
      {shown && tip && <MarkTip text={say(shown)} x={tip.x + tip.width / 2} y={tip.y} width={Math.min(width, full)} />}
    </div>
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface GridNamesProps {
  readonly labels: number;
  readonly pitch: number;
  readonly height: number;
}

function GridNames({ labels, pitch, height }: GridNamesProps): React.ReactElement {
  const { format } = useHost();
  const hours = Array.from({ length: 24 / markEvery }, (_, n) => n * markEvery);
  return (
    <g aria-hidden="true">
      {hours.map((hour) => (
        <text key={hour} x={labels + hour * pitch} y={12}>
          {String(hour).padStart(2, '0')}
        </text>
      ))}
      {format.week.map((weekday, row) => (
        <text key={weekday} x={0} y={head + row * height + height / 2 + 4}>
          {format.weekday(weekday, 'short')}
        </text>
      ))}
    </g>
  );
}

interface BlanksProps extends Pick<WeekGridProps, 'cells' | 'blank'> {
  readonly placeOf: (hour: WeekHour) => Place;
}

/** Hours in which nothing happened. */
function Blanks({ cells, blank, placeOf }: BlanksProps): React.ReactElement {
  const { format } = useHost();
  const styles = useStyles();
  const [nothing] = dataColours(useTheme()).grid;
  const known = new Set(cells.map(({ weekday, hour }) => `${weekday} ${hour}`));
  const hours = format.week.flatMap((weekday) => Array.from({ length: 24 }, (_, hour) => ({ weekday, hour })));
  return (
    <g aria-hidden="true" className={styles.blanks}>
      {hours
        .filter(({ weekday, hour }) => !known.has(`${weekday} ${hour}`))
        .map((hour) => {
          const place = placeOf(hour);
          const key = `${hour.weekday} ${hour.hour}`;
          return blank === 'dot' ? (
            <Dot key={key} place={place} className={styles.dot} />
          ) : (
            <rect key={key} {...place} fill={nothing?.fill} />
          );
        })}
    </g>
  );
}

const Dot = ({ place, className }: { readonly place: Place; readonly className: string }): React.ReactElement => (
  <circle className={className} cx={place.x + place.width / 2} cy={place.y + place.height / 2} r={1.5} />
);

interface CellProps {
  readonly cell: GridCell;
  readonly place: Place;
  readonly withText: boolean;
  readonly name: string;
  readonly onShow: (cell: GridCell | undefined) => void;
}

function Cell({ cell, place, withText, name, onShow }: CellProps): React.ReactElement {
  const styles = useStyles();
  const colours = dataColours(useTheme()).grid;
  const colour = cell.step === undefined ? undefined : colours[cell.step];
  const show = (): void => onShow(cell);
  const hide = (): void => onShow(undefined);
  const { x, y, width, height } = place;
  return (
    <g
      className={styles.cell}
      tabIndex={0}
      data-is-focusable="true"
      role="img"
      aria-label={name}
      onFocus={show}
      onBlur={hide}
      onMouseEnter={show}
      onMouseLeave={hide}
    >
      {colour ? (
        <rect {...place} fill={colour.fill} />
      ) : (
        <>
          <rect {...place} fill="transparent" />
          <Dot place={place} className={styles.dot} />
        </>
      )}
      {withText && cell.text !== undefined && colour && (
        <text x={x + width / 2} y={y + height / 2 + 4} textAnchor="middle" style={{ fill: colour.ink }}>
          {cell.text}
        </text>
      )}
      {cell.isBest === true && (
        <>
          <rect className={styles.best} x={x} y={y} width={width} height={height} />
          <rect className={styles.bestInside} x={x + 1.5} y={y + 1.5} width={width - 3} height={height - 3} />
        </>
      )}
      <rect className={`ring ${styles.ring}`} x={x - 1} y={y - 1} width={width + 2} height={height + 2} />
    </g>
  );
}

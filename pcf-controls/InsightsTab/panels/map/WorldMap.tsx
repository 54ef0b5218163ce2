import * as React from 'react';
import { FocusZone, FocusZoneDirection, useTheme } from '@fluentui/react';
import { dataColours } from '../../../shared/theme';
import { createStyles } from '../../../shared/ui/createStyles';
import { useWidth } from '../../../shared/ui/useWidth';
import { MarkTip, useChartStyles } from '../chartStyles';
import { countries, otherLand, worldSize } from './world.generated';

/** What a country has. */
export interface Land {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
  /** Step of colour, 1 to 5. */
  readonly step: number;
  /** "Norway, 3,208, 65.6%". */
  readonly says: string;
}

export interface WorldMapProps {
  /** What the map shows, with its peak, for who does not see it. */
  readonly summary: string;
  /** Those with numbers, the most first: so the arrows go through them. */
  readonly lands: readonly Land[];
}

/** Radius of a country that is too small to be drawn, in px. */
const disc = 5;

const useStyles = createStyles((theme) => ({
  map: { display: 'block', width: '100%', forcedColorAdjust: 'none' },
  land: { stroke: theme.palette.white, vectorEffect: 'non-scaling-stroke' },
  nothing: { fill: theme.palette.neutralLighter },
  mark: { outline: 'none !important', boxShadow: 'none !important' },
  ring: { fill: 'none', stroke: theme.palette.neutralDark, strokeWidth: 2, vectorEffect: 'non-scaling-stroke' },
}));

/** The world, coloured: one tab stop, arrows from country to country with numbers, the most first. */
export function WorldMap({ summary, lands }: WorldMapProps): React.ReactElement {
  const chart = useChartStyles();
  const styles = useStyles();
  const { grid } = dataColours(useTheme());
  const [ref, width] = useWidth<HTMLDivElement>(worldSize.width);
  const [shown, setShown] = React.useState<Land>();
  const scale = width / worldSize.width;
  const drawn = lands.filter(({ country }) => country in countries);
  const withNumbers = new Set(drawn.map(({ country }) => country));
  const nothing = Object.entries(countries).filter(([code]) => !withNumbers.has(code));
  const place = shown && countries[shown.country];
  return (
    <div ref={ref} className={chart.chart}>
      <FocusZone direction={FocusZoneDirection.domOrder} role="group" aria-label={summary}>
        <svg className={styles.map} viewBox={`0 0 ${worldSize.width} ${worldSize.height}`}>
          <path
            className={`${styles.land} ${styles.nothing}`}
            d={nothing.map(([, [, , outline = '']]) => outline).join('') + otherLand}
            aria-hidden="true"
          />
          {drawn.map((land) => (
            <g
              key={land.country}
              className={styles.mark}
              tabIndex={0}
              data-is-focusable="true"
              role="img"
              aria-label={land.says}
              onFocus={() => setShown(land)}
              onBlur={() => setShown(undefined)}
              onMouseEnter={() => setShown(land)}
              onMouseLeave={() => setShown(undefined)}
            >
              <Outline country={land.country} scale={scale} className={styles.land} fill={grid[land.step]?.fill} />
            </g>
          ))}
          {shown && <Outline country={shown.country} scale={scale} className={styles.ring} isAbove />}
        </svg>
      </FocusZone>
      {shown && place && <MarkTip text={shown.says} x={place[0] * scale} y={place[1] * scale} width={width} />}
    </div>
  );
}

interface OutlineProps {
  readonly country: string;
  /** Px a unit of the map. */
  readonly scale: number;
  readonly className: string;
  readonly fill?: string | undefined;
  /** Lies over the country, and lets the pointer through. */
  readonly isAbove?: boolean;
}

/** A country's outline, or a disc at its place. */
function Outline({ country, scale, className, fill, isAbove }: OutlineProps): React.ReactElement {
  const [x, y, outline] = countries[country] ?? [0, 0];
  const look = { className, fill, ...(isAbove ? ({ pointerEvents: 'none', 'aria-hidden': true } as const) : {}) };
  return outline === undefined ? <circle {...look} cx={x} cy={y} r={disc / scale} /> : <path {...look} d={outline} />;
}

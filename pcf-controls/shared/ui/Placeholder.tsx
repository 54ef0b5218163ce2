import * as React from 'react';
import { Shimmer, ShimmerElementType, type IShimmerElement } from '@fluentui/react';
import { useSurroundings } from '../surroundings';
import { createStyles } from './createStyles';

const useStyles = createStyles(() => ({
  later: {
    animationName: 'none',
    selectors: { '& .ms-Shimmer-container': { margin: 0 } },
  },
  hidden: { visibility: 'hidden' },
  twoLines: { minHeight: '48px !important' },
  row: { minHeight: 40, display: 'flex', alignItems: 'center', selectors: { '& > *': { flex: 1 } } },
}));

const line = (width: string): IShimmerElement => ({ type: ShimmerElementType.line, height: 12, width });
const gap = (width: string | number): IShimmerElement => ({ type: ShimmerElementType.gap, width, height: 24 });
const disc: IShimmerElement = { type: ShimmerElementType.circle, height: 24 };

/** Whether so much time has gone by since the component came. */
function useIsPast(milliseconds: number): boolean {
  const [isPast, setIsPast] = React.useState(false);
  React.useEffect(() => {
    const timer = window.setTimeout(() => setIsPast(true), milliseconds);
    return () => window.clearTimeout(timer);
  }, [milliseconds]);
  return isPast;
}

/** The height of what is to come at once; its shimmer only when that takes longer than 200 ms. */
function Later({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  const { texts } = useSurroundings();
  const styles = useStyles();
  const isPast = useIsPast(200);
  return (
    <div
      className={`${styles.later} ${isPast ? '' : styles.hidden}`}
      aria-busy="true"
      aria-label={texts.say('loading')}
      role="status"
    >
      {children}
    </div>
  );
}

export interface RowsPlaceholderProps {
  readonly rows: number;
  readonly withDisc?: boolean;
  /** As high as rows of two lines. */
  readonly twoLines?: boolean;
}

/** Rows to come: an icon's disc, a line, a time. */
export function RowsPlaceholder({ rows, withDisc, twoLines }: RowsPlaceholderProps): React.ReactElement {
  const styles = useStyles();
  const widths = ['58%', '44%', '66%'];
  return (
    <Later>
      {Array.from({ length: rows }, (_, n) => (
        <div key={n} className={twoLines === true ? `${styles.row} ${styles.twoLines}` : styles.row}>
          <Shimmer
            shimmerElements={[
              ...(withDisc === true ? [disc, gap(16)] : []),
              line(widths[n % widths.length] ?? '50%'),
              gap('20%'),
              line('40px'),
            ]}
          />
        </div>
      ))}
    </Later>
  );
}

/** A tile to come. */
export function TilePlaceholder(): React.ReactElement {
  return (
    <Later>
      <Shimmer shimmerElements={[line('60%'), gap('40%')]} />
      <Shimmer shimmerElements={[{ ...line('40%'), height: 28 }, gap('60%')]} />
      <Shimmer shimmerElements={[line('70%'), gap('30%')]} />
    </Later>
  );
}

/** A chart to come. */
export function ChartPlaceholder({ height }: { readonly height: number }): React.ReactElement {
  return (
    <Later>
      <Shimmer shimmerElements={[{ type: ShimmerElementType.line, height, width: '100%' }]} />
    </Later>
  );
}

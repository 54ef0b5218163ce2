import * as React from 'react';
import { createStyles, highContrast, text12 } from '../../shared/ui/createStyles';

export const useChartStyles = createStyles((theme) => ({
  chart: { position: 'relative' },
  svg: {
    display: 'block',
    overflow: 'visible',
    selectors: {
      '& text': {
        fontFamily: 'inherit',
        fontSize: 12,
        fill: theme.palette.neutralSecondary,
        selectors: { [highContrast]: { fill: 'CanvasText' } },
      },
      '& .grid': { stroke: theme.palette.neutralLight, shapeRendering: 'crispEdges' },
      '& .base': { stroke: theme.palette.neutralSecondaryAlt, shapeRendering: 'crispEdges' },
    },
  },
  tip: {
    ...text12,
    position: 'absolute',
    padding: '4px 8px',
    borderRadius: 2,
    background: theme.palette.neutralPrimary,
    color: theme.palette.white,
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
    zIndex: 2,
  },
}));

export interface MarkTipProps {
  readonly text: string;
  /** Middle of the mark and top of its row, in px of the chart. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The words of the mark under the pointer or the focus, above it and inside the chart's width. */
export function MarkTip({ text, x, y, width }: MarkTipProps): React.ReactElement {
  const styles = useChartStyles();
  const side = x > width / 2 ? { right: Math.max(0, width - x - 16) } : { left: Math.max(0, x - 16) };
  return (
    <div className={styles.tip} style={{ ...side, top: y - 28 }} aria-hidden="true">
      {text}
    </div>
  );
}

import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { dataColours } from '../../shared/theme';
import { useHost } from '../app/host';
import { createStyles, text12 } from '../../shared/ui/createStyles';

const useStyles = createStyles((theme) => ({
  legend: {
    ...text12,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 24px',
    color: theme.palette.neutralSecondary,
  },
  part: { display: 'flex', alignItems: 'center', gap: 8 },
  ramp: { display: 'flex', gap: 1, forcedColorAdjust: 'none' },
  step: { width: 16, height: 12 },
  dot: {
    width: 4,
    height: 4,
    borderRadius: 2,
    background: theme.palette.neutralSecondaryAlt,
    forcedColorAdjust: 'none',
  },
}));

export interface GridLegendProps {
  readonly least: string;
  readonly most: string;
  /** Whether dots stand in the grid. */
  readonly withDots?: boolean;
}

/** What the colours of a grid mean. */
export function GridLegend({ least, most, withDots }: GridLegendProps): React.ReactElement {
  const { texts } = useHost();
  const styles = useStyles();
  return (
    <div className={styles.legend}>
      {withDots === true && (
        <span className={styles.part}>
          <span className={styles.dot} />
          {texts.say('notEnough')}
        </span>
      )}
      <span className={styles.part}>
        {least}
        <span className={styles.ramp} aria-hidden="true">
          {dataColours(useTheme()).grid.map(({ fill }) => (
            <span key={fill} className={styles.step} style={{ background: fill }} />
          ))}
        </span>
        {most}
      </span>
    </div>
  );
}

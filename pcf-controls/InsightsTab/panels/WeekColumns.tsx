import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { useHost } from '../app/host';
import { createStyles, unseen } from '../../shared/ui/createStyles';

export interface WeekColumnsProps {
  /** Of each week, the last one last. */
  readonly counts: readonly number[];
}

const column = 5;
const gap = 1.5;
const height = 24;
/** A week without anything shows as a line. */
const nothing = 1;

const useStyles = createStyles(() => ({ drawing: { display: 'block' }, unseen }));

/** How lively each week was, against the liveliest; read out as numbers. */
export function WeekColumns({ counts }: WeekColumnsProps): React.ReactElement {
  const { texts, format } = useHost();
  const { palette } = useTheme();
  const styles = useStyles();
  const most = Math.max(1, ...counts);
  return (
    <>
      <svg width={counts.length * (column + gap)} height={height} className={styles.drawing} aria-hidden="true">
        {counts.map((count, n) => {
          const tall = count === 0 ? nothing : Math.max(2, Math.round((count / most) * height));
          return (
            <rect
              key={n}
              x={n * (column + gap)}
              y={height - tall}
              width={column}
              height={tall}
              fill={count === 0 ? palette.neutralTertiaryAlt : palette.themePrimary}
            />
          );
        })}
      </svg>
      <span className={styles.unseen}>
        {texts.say('weekCounts', counts.map((count) => format.number(count)).join(', '))}
      </span>
    </>
  );
}

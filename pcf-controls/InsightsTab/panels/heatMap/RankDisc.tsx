import * as React from 'react';
import { createStyles, text12 } from '../../../shared/ui/createStyles';
import type { RankedLink } from './rankedLinks';

const useStyles = createStyles(() => ({
  disc: {
    ...text12,
    display: 'inline-block',
    verticalAlign: 'top',
    minWidth: 20,
    height: 20,
    lineHeight: '20px',
    padding: '0 3px',
    borderRadius: 10,
    fontWeight: 600,
    textAlign: 'center',
    forcedColorAdjust: 'none',
  },
}));

/** The rank of a link in its colour, so that colour is not alone; a dash where it was not clicked. */
export function RankDisc({ ranked: { rank, colour } }: { readonly ranked: RankedLink }): React.ReactElement {
  const styles = useStyles();
  return (
    <span className={styles.disc} style={{ background: colour.fill, color: colour.ink }}>
      {rank ?? '–'}
    </span>
  );
}

import * as React from 'react';
import { createStyles } from '../../shared/ui/createStyles';
import { WholeState, type WholeStateProps } from '../../shared/ui/WholeState';

const useStyles = createStyles((theme) => ({
  place: { paddingTop: 24 },
  card: {
    background: theme.palette.white,
    border: `1px solid ${theme.palette.neutralLight}`,
    borderRadius: 4,
    paddingTop: 16,
  },
}));

/** Why there are no numbers at all, in place of the whole tab. */
export function WholeTabState(props: WholeStateProps): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.place}>
      <div className={styles.card}>
        <WholeState {...props} />
      </div>
    </div>
  );
}

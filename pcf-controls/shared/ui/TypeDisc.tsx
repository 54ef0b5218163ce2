import * as React from 'react';
import { Icon } from '@fluentui/react';
import { typeOf } from '@record-insights/domain';
import { iconNamed } from '../icons/registerDrawings';
import { createStyles } from './createStyles';

const useStyles = createStyles((theme) => ({
  disc: {
    width: 24,
    height: 24,
    borderRadius: '50%',
    display: 'grid',
    placeItems: 'center',
    background: theme.palette.neutralLighter,
    color: theme.palette.neutralSecondary,
    selectors: { '& svg': { width: 14, height: 14, display: 'block' } },
  },
  did: { background: theme.palette.themeLighter, color: theme.palette.themeDark },
}));

/** The icon of an interaction type on a disc, which is coloured where a person did something. */
export function TypeDisc({ type }: { readonly type: string }): React.ReactElement {
  const styles = useStyles();
  const { icon, did } = typeOf(type);
  return (
    <span className={did === true ? `${styles.disc} ${styles.did}` : styles.disc}>
      <Icon iconName={iconNamed(icon)} />
    </span>
  );
}

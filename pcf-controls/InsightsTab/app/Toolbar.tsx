import * as React from 'react';
import { IconButton } from '@fluentui/react';
import { createStyles, text16 } from '../../shared/ui/createStyles';
import { useHost } from './host';
import { FoldedPeriodFilter, PeriodFilter, type PeriodFilterProps } from './PeriodFilter';

export interface ToolbarProps extends PeriodFilterProps {
  readonly title: string;
  /** Dates do not filter what is shown. */
  readonly anyTime?: boolean | undefined;
  readonly isNavigatorOpen: boolean;
  /** Id of the navigator. */
  readonly controls: string;
  readonly onToggle: () => void;
}

const useStyles = createStyles((theme) => ({
  bar: {
    minHeight: 48,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
    padding: '7px 24px 7px 8px',
    background: theme.palette.white,
    borderBottom: `1px solid ${theme.palette.neutralLight}`,
  },
  narrow: { paddingRight: 16 },
  title: { ...text16, color: theme.palette.neutralDark, marginLeft: '4px !important', whiteSpace: 'nowrap' },
  space: { flex: 1 },
  menu: { color: theme.palette.neutralPrimary },
  menuOpen: { background: theme.palette.neutralLighter },
}));

/** Menu button, name of the category, filters. */
export function Toolbar(props: ToolbarProps): React.ReactElement {
  const { title, anyTime = false, isNavigatorOpen, controls, onToggle, ...filter } = props;
  const { texts, isNarrow } = useHost();
  const styles = useStyles();
  return (
    <div className={isNarrow ? `${styles.bar} ${styles.narrow}` : styles.bar}>
      <IconButton
        className={isNavigatorOpen ? `${styles.menu} ${styles.menuOpen}` : styles.menu}
        iconProps={{ iconName: 'GlobalNavButton', styles: { root: { color: 'inherit' } } }}
        ariaLabel={texts.say('categories')}
        aria-expanded={isNavigatorOpen}
        {...(isNavigatorOpen ? { 'aria-controls': controls } : {})}
        data-menu-button
        onClick={onToggle}
      />
      <h2 className={styles.title}>{title}</h2>
      <span className={styles.space} />
      {anyTime ? filter.children : isNarrow ? <FoldedPeriodFilter {...filter} /> : <PeriodFilter {...filter} />}
    </div>
  );
}

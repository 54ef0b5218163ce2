import * as React from 'react';
import { FocusZone, FocusZoneDirection } from '@fluentui/react';
import { createStyles, highContrast, plainButton } from '../../shared/ui/createStyles';
import { useHost } from './host';

export interface NavigatorProps {
  readonly id: string;
  readonly categories: readonly { readonly id: string; readonly title: string }[];
  readonly chosen: string;
  readonly onChoose: (category: string) => void;
  /** Called on Esc and on clicks outside, where it lies over the content. */
  readonly onLeave?: (() => void) | undefined;
}

const useStyles = createStyles((theme) => ({
  nav: {
    width: 200,
    flex: 'none',
    background: theme.palette.white,
    borderRight: `1px solid ${theme.palette.neutralLight}`,
    padding: '8px 0',
    overflowY: 'auto',
  },
  over: { position: 'absolute', left: 0, top: 0, bottom: 0, zIndex: 3, boxShadow: theme.effects.elevation64 },
  item: {
    ...plainButton,
    display: 'flex',
    alignItems: 'center',
    width: '100%',
    minHeight: 40,
    padding: '4px 16px',
    position: 'relative',
    selectors: {
      '&:hover': { background: theme.palette.neutralLighterAlt },
      '&:focus-visible': { outlineOffset: '-3px !important' },
      '&[aria-current]': {
        fontWeight: 600,
        background: theme.palette.neutralLighter,
        selectors: { [highContrast]: { forcedColorAdjust: 'none', background: 'Highlight', color: 'HighlightText' } },
      },
      '&[aria-current]::before': {
        content: '""',
        position: 'absolute',
        left: 0,
        top: 8,
        bottom: 8,
        width: 3,
        background: theme.palette.themePrimary,
      },
    },
  },
}));

/** The categories of the record type, one below the other: a single tab stop, arrows between them. */
export function Navigator({ id, categories, chosen, onChoose, onLeave }: NavigatorProps): React.ReactElement {
  const { texts } = useHost();
  const styles = useStyles();
  const ref = React.useRef<HTMLElement>(null);
  useOutside(ref, onLeave);
  return (
    <nav
      id={id}
      ref={ref}
      className={onLeave ? `${styles.nav} ${styles.over}` : styles.nav}
      aria-label={texts.say('categories')}
      onKeyDown={(event) => event.key === 'Escape' && onLeave?.()}
    >
      <FocusZone direction={FocusZoneDirection.vertical}>
        {categories.map((category) => (
          <button
            key={category.id}
            type="button"
            className={styles.item}
            {...(category.id === chosen ? { 'aria-current': 'page' } : {})}
            onClick={() => onChoose(category.id)}
          >
            {category.title}
          </button>
        ))}
      </FocusZone>
    </nav>
  );
}

/** Calls back on a press outside of the element; the menu button, which closes it itself, is marked for that. */
function useOutside(ref: React.RefObject<HTMLElement>, onLeave: (() => void) | undefined): void {
  React.useEffect(() => {
    if (!onLeave) return undefined;
    const onPress = ({ target }: MouseEvent): void => {
      const isMenu = target instanceof Element && target.closest('[data-menu-button]') !== null;
      if (target instanceof Node && !isMenu && ref.current?.contains(target) === false) onLeave();
    };
    document.addEventListener('mousedown', onPress);
    return () => document.removeEventListener('mousedown', onPress);
  }, [ref, onLeave]);
}

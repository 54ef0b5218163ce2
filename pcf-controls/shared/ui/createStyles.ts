import * as React from 'react';
import { mergeStyles, useTheme, type IStyle, type ITheme } from '@fluentui/react';

/** A hook that gives the class names of a set of styles, made from the theme in force. */
export function createStyles<Part extends string>(
  build: (theme: ITheme) => Record<Part, IStyle>,
): () => Record<Part, string> {
  function useStyles(): Record<Part, string> {
    const theme = useTheme();
    return React.useMemo(() => classNames(build(theme)), [theme]);
  }
  return useStyles;
}

function classNames<Part extends string>(styles: Record<Part, IStyle>): Record<Part, string> {
  const names = Object.entries<IStyle>(styles).map(([part, style]) => [part, mergeStyles(style)]);
  return Object.fromEntries(names) as Record<Part, string>;
}

/** What stands for one thing only, whatever component draws it. */
export const text12 = { fontSize: 12, lineHeight: '16px' } as const;
export const text14 = { fontSize: 14, lineHeight: '20px' } as const;
export const text16 = { fontSize: 16, lineHeight: '24px', fontWeight: 600 } as const;
export const text20 = { fontSize: 20, lineHeight: '28px', fontWeight: 600 } as const;
export const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 } as const;
/** Of a text that may take two lines, and is cut after them. */
export const twoLines = {
  whiteSpace: 'normal',
  overflowWrap: 'anywhere',
  display: '-webkit-box',
  // Of a number, the styles would make pixels.
  WebkitLineClamp: '2',
  WebkitBoxOrient: 'vertical',
} as const;
/** Of what shows only so much of a long table at once. */
export const scrolling = { maxHeight: 480, overflowY: 'auto', position: 'relative' } as const;
export const plainButton = {
  font: 'inherit',
  color: 'inherit',
  background: 'none',
  border: 0,
  padding: 0,
  margin: 0,
  textAlign: 'left',
  cursor: 'pointer',
} as const;
/** Said to screen readers, not shown. */
export const unseen = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;
export const highContrast = '@media (forced-colors: active)';

/** The ring of everything that takes focus: 2 px, with 1 px of the ground inside it. */
export const focusRing = (theme: ITheme) => ({
  outline: `2px solid ${theme.palette.neutralDark}`,
  outlineOffset: '1px',
  boxShadow: `0 0 0 1px ${theme.palette.white}`,
  selectors: { [highContrast]: { outlineColor: 'Highlight' } },
});

/** For what Fluent lays over the page: it comes at once for those who asked for less motion. */
export const stillOverlay = {
  root: { selectors: { '@media (prefers-reduced-motion: reduce)': { animation: 'none !important' } } },
} as const;

/** Ground of everything of ours, also of what Fluent puts at the end of the page. */
export const useGround = createStyles((theme) => ({
  ground: {
    ...text14,
    fontFamily: theme.fonts.medium.fontFamily ?? 'inherit',
    color: theme.palette.neutralPrimary,
    fontVariantNumeric: 'tabular-nums',
    boxSizing: 'border-box',
    selectors: {
      '& *, & *::before, & *::after': { boxSizing: 'border-box' },
      '& h2, & h3, & h4, & p, & ul': { margin: 0, padding: 0 },
      '& ul': { listStyle: 'none' },
      '& [data-icon-name] svg': { display: 'block' },
      '@media (prefers-reduced-motion: reduce)': {
        selectors: { '& *, & *::before, & *::after': { animation: 'none !important', transition: 'none !important' } },
      },
      '& button:focus-visible, & a:focus-visible, & [tabindex]:focus-visible': { ...focusRing(theme), borderRadius: 2 },
    },
  },
}));

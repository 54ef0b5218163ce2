import { Depths } from '@fluentui/react';
import { createStyles, focusRing, highContrast, plainButton, text12 } from '../../shared/ui/createStyles';

export const useTileStyles = createStyles((theme) => ({
  tile: {
    width: '100%',
    minHeight: 96,
    padding: '7px 11px 7px 15px',
    background: theme.palette.white,
    border: `1px solid ${theme.palette.neutralLight}`,
    borderRadius: 4,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    position: 'relative',
    selectors: {
      '&:hover': { borderColor: theme.palette.neutralSecondaryAlt, boxShadow: Depths.depth4 },
      [highContrast]: { border: '1px solid CanvasText' },
    },
  },
  compact: { minHeight: 80, padding: '5px 11px 5px 15px' },
  open: {
    borderColor: theme.palette.themePrimary,
    boxShadow: `inset 0 0 0 1px ${theme.palette.themePrimary}`,
    selectors: {
      '&:hover': { borderColor: theme.palette.themePrimary },
      [highContrast]: { outline: '2px solid Highlight' },
    },
  },
  label: { display: 'flex', alignItems: 'center' },
  name: { flex: 1, minWidth: 0, marginRight: 4 },
  number: {
    ...plainButton,
    fontSize: 28,
    lineHeight: '36px',
    fontWeight: 600,
    color: theme.palette.neutralDark,
    selectors: {
      '&::after': { content: '""', position: 'absolute', inset: 0 },
      '&:focus-visible': { outline: '0 !important', boxShadow: 'none !important' },
      '&:focus-visible::after': { ...focusRing(theme), borderRadius: 4 },
    },
  },
  numbers: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 8 },
  range: { ...text12, color: theme.palette.neutralSecondary, whiteSpace: 'nowrap' },
  compactNumber: { fontSize: 24, lineHeight: '32px' },
  note: {
    ...text12,
    minHeight: 16,
    display: 'flex',
    alignItems: 'center',
    gap: 4,
    color: theme.palette.neutralSecondary,
    whiteSpace: 'nowrap',
  },
  change: { display: 'inline-flex', alignItems: 'center', gap: 4, selectors: { '& b': { fontWeight: 600 } } },
  arrow: { fontSize: 12, selectors: { '& svg': { width: 12, height: 12, display: 'block' } } },
  better: { color: theme.semanticColors.successIcon },
  worse: { color: theme.semanticColors.errorText },
  flat: { color: theme.palette.neutralSecondary },
  trouble: { display: 'flex', alignItems: 'center', gap: 8, color: theme.semanticColors.errorText },
  retry: { display: 'inline-flex', alignItems: 'center', gap: 6, lineHeight: '16px' },
}));

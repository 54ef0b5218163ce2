import * as React from 'react';
import { FocusZone, FocusZoneDirection } from '@fluentui/react';
import { createStyles, highContrast, plainButton, text12 } from '../../shared/ui/createStyles';

export interface ChipsProps<Id extends string> {
  readonly label: string;
  readonly chips: readonly { readonly id: Id; readonly text: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

const useStyles = createStyles((theme) => ({
  chips: { display: 'flex', flexWrap: 'wrap', gap: 8 },
  chip: {
    ...plainButton,
    ...text12,
    lineHeight: '22px',
    height: 24,
    borderRadius: 12,
    border: `1px solid ${theme.palette.neutralTertiaryAlt}`,
    padding: '0 10px',
    background: theme.palette.white,
    whiteSpace: 'nowrap',
    selectors: {
      '&:focus-visible': { borderRadius: '12px !important' },
      '&:hover': { background: theme.palette.neutralLighter },
      '&[aria-pressed="true"]': {
        background: theme.palette.themeLighter,
        borderColor: theme.palette.themePrimary,
        color: theme.palette.themeDarker,
        fontWeight: 600,
        selectors: { [highContrast]: { forcedColorAdjust: 'none', background: 'Highlight', color: 'HighlightText' } },
      },
    },
  },
}));

/** Kinds to filter by, with counts: a single tab stop, arrows between them. */
export function Chips<Id extends string>({ label, chips, chosen, onChoose }: ChipsProps<Id>): React.ReactElement {
  const styles = useStyles();
  return (
    <FocusZone direction={FocusZoneDirection.horizontal} role="group" aria-label={label} className={styles.chips}>
      {chips.map(({ id, text }) => (
        <button
          key={id}
          type="button"
          className={styles.chip}
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
        >
          {text}
        </button>
      ))}
    </FocusZone>
  );
}

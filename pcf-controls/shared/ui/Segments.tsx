import * as React from 'react';
import { FocusZone, FocusZoneDirection, Icon } from '@fluentui/react';
import type { IconName } from '../icons/registerDrawings';
import { createStyles, highContrast, plainButton } from './createStyles';

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly text: string;
  /** Drawn in place of the text. */
  readonly icon?: IconName;
}

export interface SegmentsProps<Id extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly chosen: Id | undefined;
  readonly onChoose: (id: Id) => void;
}

const useStyles = createStyles((theme) => ({
  group: {
    display: 'inline-flex',
    border: `1px solid ${theme.palette.neutralSecondaryAlt}`,
    borderRadius: 2,
    background: theme.palette.white,
  },
  segment: {
    ...plainButton,
    height: 30,
    padding: '0 12px',
    borderLeft: `1px solid ${theme.palette.neutralTertiaryAlt}`,
    whiteSpace: 'nowrap',
    selectors: {
      '&:first-child': { borderLeft: 0 },
      '&:hover': { background: theme.palette.neutralLighter },
      '&[aria-pressed="true"]': {
        background: theme.palette.themeLighter,
        color: theme.palette.themeDarker,
        fontWeight: 600,
        selectors: {
          [highContrast]: { forcedColorAdjust: 'none', background: 'Highlight', color: 'HighlightText' },
        },
      },
    },
  },
  small: { height: 22, width: 29, padding: 0, display: 'grid', placeItems: 'center' },
}));

/** One of a few, side by side: a single tab stop, arrows between them. */
export function Segments<Id extends string>({
  label,
  segments,
  chosen,
  onChoose,
}: SegmentsProps<Id>): React.ReactElement {
  const styles = useStyles();
  return (
    <FocusZone direction={FocusZoneDirection.horizontal} role="group" aria-label={label} className={styles.group}>
      {segments.map(({ id, text, icon }) => (
        <button
          key={id}
          type="button"
          className={icon ? `${styles.segment} ${styles.small}` : styles.segment}
          aria-pressed={id === chosen}
          {...(icon ? { 'aria-label': text, title: text } : {})}
          onClick={() => onChoose(id)}
        >
          {icon ? <Icon iconName={icon} /> : text}
        </button>
      ))}
    </FocusZone>
  );
}

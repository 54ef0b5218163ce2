import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { dataColours } from '../../shared/theme';
import { useHost } from '../app/host';
import { createStyles, cut, plainButton } from '../../shared/ui/createStyles';
import type { Slice } from './slices';

const useStyles = createStyles((theme) => ({
  legend: { flex: '1 1 240px', minWidth: 0 },
  row: {
    ...plainButton,
    width: '100%',
    display: 'grid',
    gridTemplateColumns: '12px minmax(0, 1fr) auto 52px',
    gap: '0 12px',
    alignItems: 'center',
    lineHeight: '28px',
    selectors: { '&:hover': { background: theme.palette.neutralLighterAlt } },
  },
  colour: { width: 12, height: 12, borderRadius: 2, forcedColorAdjust: 'none' },
  title: cut,
  count: { fontWeight: 600, textAlign: 'right' },
  share: { color: theme.palette.neutralSecondary, textAlign: 'right' },
}));

/** Names, counts and shares of the slices; each row opens its rows. */
export function Legend({
  slices,
  panel,
}: {
  readonly slices: readonly Slice[];
  readonly panel: string;
}): React.ReactElement {
  const { format, openRows } = useHost();
  const styles = useStyles();
  const colours = dataColours(useTheme());
  return (
    <ul className={styles.legend}>
      {slices.map(({ key, title, count, share, types, series }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.row}
            aria-haspopup="dialog"
            onClick={(event) => openRows({ kind: 'parts', panel, types, title }, event.currentTarget)}
          >
            <span
              className={styles.colour}
              style={{ background: (series === undefined ? undefined : colours.series[series]) ?? colours.other }}
            />
            <span className={styles.title}>{title}</span>
            <span className={styles.count}>{format.number(count)}</span>
            <span className={styles.share}>{format.percent(share)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

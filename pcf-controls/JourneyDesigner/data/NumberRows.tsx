import * as React from 'react';
import { IconButton } from '@fluentui/react';
import type { CountAnswer, PipelineAnswer, PipelineTile } from '@record-insights/domain';
import type { Format } from '../../shared/format';
import type { RowsSubject } from '../../shared/rows/rowsSubject';
import { createStyles, plainButton } from '../../shared/ui/createStyles';
import type { About } from '../../shared/ui/InfoTip';
import { useDesigner } from '../app/designer';

/** A number of a tile that opens its rows. */
export interface NumberRow extends CountAnswer {
  readonly key: string;
  readonly title: string;
  /** Of what it is compared with; null: no answer. Absent where it is compared with nothing. */
  readonly share?: number | null | undefined;
  readonly about: About;
  /** Colour of its part in the chart. */
  readonly colour?: string | undefined;
  /** It is a part of the row above. */
  readonly isPart?: boolean | undefined;
  /** Its people can be saved as a segment. */
  readonly isSavable?: boolean | undefined;
  /** The same number, looked up in other numbers of the tile. */
  readonly find: (tile: PipelineTile) => CountAnswer | undefined;
}

export interface NumberRowsProps {
  readonly tile: string;
  readonly rows: readonly NumberRow[];
}

const useStyles = createStyles((theme) => ({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 24px',
    gap: 8,
    alignItems: 'center',
    borderBottom: `1px solid ${theme.palette.neutralLight}`,
    selectors: { '&:last-child': { borderBottom: 0 } },
  },
  whole: { gridTemplateColumns: 'minmax(0, 1fr)' },
  row: {
    ...plainButton,
    display: 'grid',
    gap: 8,
    alignItems: 'center',
    minHeight: 29,
    selectors: { '&:hover': { background: theme.palette.neutralLighterAlt } },
  },
  colour: { width: 12, height: 12, borderRadius: 2, forcedColorAdjust: 'none' },
  main: { fontWeight: 600 },
  part: { color: theme.palette.neutralSecondary },
  count: { textAlign: 'right' },
  share: { textAlign: 'right', color: theme.palette.neutralSecondary },
  save: { width: 24, height: 24, color: theme.palette.themeDarkAlt },
}));

/** Numbers with their shares, each of which opens its rows; behind some, a way to save their people. */
export function NumberRows({ tile, rows }: NumberRowsProps): React.ReactElement {
  const { texts, format, openRows, saveAsSegment } = useDesigner();
  const styles = useStyles();
  const hasColours = rows.some(({ colour }) => colour !== undefined);
  const hasShares = rows.some(({ share }) => share !== undefined);
  const gridTemplateColumns = `${hasColours ? '12px ' : ''}minmax(0, 1fr) auto${hasShares ? ' 52px' : ''}`;
  const line =
    saveAsSegment && rows.some(({ isSavable }) => isSavable) ? styles.line : `${styles.line} ${styles.whole}`;
  return (
    <ul>
      {rows.map((row) => {
        const { key, title, count, share, colour, isPart, isSavable } = row;
        const name = isPart === true ? styles.part : styles.main;
        return (
          <li key={key} className={line} data-number={key}>
            <button
              type="button"
              className={styles.row}
              style={{ gridTemplateColumns }}
              aria-haspopup="dialog"
              onClick={(event) =>
                openRows({ find: (answer) => subjectOf(answer, tile, row, format) }, event.currentTarget)
              }
            >
              {hasColours && <span className={styles.colour} style={{ background: colour }} />}
              <span className={name}>{title}</span>
              <span className={isPart === true ? styles.count : `${styles.count} ${styles.main}`}>
                {format.number(count)}
              </span>
              {hasShares && <span className={styles.share}>{shareText(share, format)}</span>}
            </button>
            {saveAsSegment && isSavable === true && (
              <IconButton
                className={styles.save}
                iconProps={{ iconName: 'AddFriend' }}
                title={texts.say('saveAsSegment')}
                ariaLabel={texts.say('saveOf', title)}
                onClick={() => saveAsSegment({ title, count, rows: row.rows })}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A share in words; an en dash where there is no answer. */
export const shareText = (share: number | null | undefined, format: Pick<Format, 'percent'>): string =>
  share === null || share === undefined ? '–' : format.percent(share);

/** The rows of a number, as the numbers are now. */
export function subjectOf(
  answer: PipelineAnswer,
  tile: string,
  { title, about, find }: Pick<NumberRow, 'title' | 'about' | 'find'>,
  format: Pick<Format, 'number'>,
): RowsSubject | undefined {
  const its = answer.tiles.find(({ id }) => id === tile);
  const found = its && find(its);
  if (!found) return undefined;
  const lists = [{ title, rows: found.rows, total: found.count }];
  return { title, number: format.number(found.count), about, lists };
}

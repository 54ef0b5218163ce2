import * as React from 'react';
import type { ListRow } from '@record-insights/domain';
import type { TimelineItem, Told } from '../../shared/foldDays';
import { useHost } from '../app/host';
import { createStyles, cut, plainButton, text12, twoLines } from '../../shared/ui/createStyles';
import { TypeDisc } from '../../shared/ui/TypeDisc';
import { Sentence } from './Sentence';

const useStyles = createStyles((theme) => ({
  head: {
    ...text12,
    fontWeight: 600,
    color: theme.palette.neutralSecondary,
    padding: '8px 16px 4px !important',
    display: 'flex',
    justifyContent: 'space-between',
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    gap: 12,
    alignItems: 'center',
    minHeight: 40,
    padding: '0 16px',
  },
  repeat: { minHeight: 32 },
  words: { ...cut, selectors: { '& b': { fontWeight: 600 } } },
  /** Where a line holds little, a sentence may take two. */
  twoLines: {
    ...twoLines,
    padding: '4px 0',
  },
  time: { ...text12, color: theme.palette.neutralSecondary, whiteSpace: 'nowrap' },
  fold: { ...plainButton, minHeight: 24, selectors: { '&:hover': { textDecoration: 'underline' } } },
  lost: { ...text12, color: theme.palette.neutralSecondary },
}));

/** An item of the timeline: a day's head or what happened. */
export function TimelineRow({ item }: { readonly item: TimelineItem }): React.ReactElement {
  const { format, texts } = useHost();
  const styles = useStyles();
  if (item.kind === 'row') return <Happening told={item} />;
  const head = format.dayHead(item.day);
  return (
    <h4 className={styles.head}>
      <span>{item.day === format.today ? texts.say('today', head) : head}</span>
      {item.count !== undefined && <span>{format.number(item.count)}</span>}
    </h4>
  );
}

function Happening({ told: { row, repeats, led } }: { readonly told: Told }): React.ReactElement {
  const { format, texts } = useHost();
  const styles = useStyles();
  const [isOpen, setIsOpen] = React.useState(false);
  const times = repeats.length + 1;
  return (
    <>
      <Line row={row}>
        <Sentence row={row} verb={led?.verb} who />
        {repeats.length > 0 && (
          <>
            {', '}
            <button type="button" className={styles.fold} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {texts.count('times', times, format.number(times))}
            </button>
          </>
        )}
        {row.takenBack === true && <span className={styles.lost}>{` · ${texts.say('takenBack')}`}</span>}
      </Line>
      {isOpen &&
        [...repeats, ...(led?.rows ?? [])].map((repeat) => (
          <Line key={repeat.id} row={repeat} isRepeat>
            <Sentence row={repeat} who />
          </Line>
        ))}
    </>
  );
}

interface LineProps {
  readonly row: ListRow;
  readonly isRepeat?: boolean;
  readonly children: React.ReactNode;
}

function Line({ row, isRepeat, children }: LineProps): React.ReactElement {
  const { format, isNarrow } = useHost();
  const styles = useStyles();
  return (
    <div className={isRepeat === true ? `${styles.row} ${styles.repeat}` : styles.row}>
      {isRepeat === true ? <span /> : <TypeDisc type={row.type} />}
      <span className={isNarrow ? `${styles.words} ${styles.twoLines}` : styles.words}>{children}</span>
      <time className={styles.time} dateTime={row.at}>
        {format.time(row.at)}
      </time>
    </div>
  );
}

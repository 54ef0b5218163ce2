import * as React from 'react';
import { FocusZone, FocusZoneDirection } from '@fluentui/react';
import { useRowsHost } from '../rows/rowsHost';
import { createStyles, plainButton, text12 } from '../ui/createStyles';
import { useWidth } from '../ui/useWidth';

export interface Bar {
  readonly key: string;
  readonly name: string;
  /** How much of the room for bars it takes, 0 to 1. */
  readonly length: number;
  /** What stands right of it, under the heads; the first is what the bar is as long as. */
  readonly numbers: readonly string[];
  /** Opens the rows that the first number counts. */
  readonly open?: (from: HTMLElement) => void;
}

export interface BarsProps {
  readonly label: string;
  /** One a number; none where the numbers need no name. */
  readonly heads: readonly string[];
  readonly bars: readonly Bar[];
  /** Px of names so short that bars stand beside them however little room there is. */
  readonly nameWidth?: number | undefined;
}

/** Px of a number, where there is room and where there is not. */
const numberWidths = { roomy: 72, tight: 60 };
/** With less than so much for names and bars, a bar stands under its name. */
const roomyBars = 240;

const useStyles = createStyles((theme) => ({
  row: {
    width: '100%',
    display: 'grid',
    gap: '0 12px',
    alignItems: 'center',
    minHeight: 28,
    selectors: {
      '& > .number': { textAlign: 'right' },
      '& > .number + .number': { color: theme.palette.neutralSecondary },
    },
  },
  heads: { ...text12, color: theme.palette.neutralSecondary, alignItems: 'end', paddingBottom: 4 },
  link: { ...plainButton, selectors: { '&:hover': { background: theme.palette.neutralLighterAlt } } },
  name: { overflowWrap: 'anywhere', minWidth: 0 },
  above: { gridColumn: '1 / -1', paddingTop: 4 },
  first: { fontWeight: 600 },
  track: { height: 12 },
  bar: { height: 12, minWidth: 1, background: theme.palette.themePrimary, forcedColorAdjust: 'none' },
}));

/** Bars from one zero, with their numbers: those that open their rows are one tab stop, arrows between them. */
export function Bars({ label, heads, bars, nameWidth }: BarsProps): React.ReactElement {
  const styles = useStyles();
  const [ref, width] = useWidth<HTMLDivElement>(0);
  const numbers = bars[0]?.numbers.length ?? 0;
  const hasRoom = width - numbers * (numberWidths.roomy + 12) >= roomyBars;
  const isRoomy = hasRoom || nameWidth !== undefined;
  const numberWidth = numberWidths[hasRoom ? 'roomy' : 'tight'];
  const beside = nameWidth === undefined ? 'minmax(96px, 2fr) 3fr' : `${nameWidth}px minmax(0, 1fr)`;
  const gridTemplateColumns = `${isRoomy ? beside : 'minmax(0, 1fr)'} repeat(${numbers}, ${numberWidth}px)`;
  return (
    <div ref={ref}>
      {heads.length > 0 && (
        <div className={`${styles.row} ${styles.heads}`} style={{ gridTemplateColumns }} aria-hidden="true">
          <span style={{ gridColumn: `span ${isRoomy ? 2 : 1}` }} />
          {heads.map((head) => (
            <span key={head} className="number">
              {head}
            </span>
          ))}
        </div>
      )}
      <FocusZone as="ul" direction={FocusZoneDirection.vertical} aria-label={label}>
        {bars.map((bar) => (
          <li key={bar.key}>
            <BarRow bar={bar} heads={heads} isRoomy={isRoomy} style={{ gridTemplateColumns }} />
          </li>
        ))}
      </FocusZone>
    </div>
  );
}

interface BarRowProps {
  readonly bar: Bar;
  readonly heads: readonly string[];
  readonly isRoomy: boolean;
  readonly style: React.CSSProperties;
}

function BarRow({ bar, heads, isRoomy, style }: BarRowProps): React.ReactElement {
  const { texts } = useRowsHost();
  const styles = useStyles();
  const { name, length, numbers, open } = bar;
  const content = (
    <>
      <span className={isRoomy ? styles.name : `${styles.name} ${styles.above}`}>{name}</span>
      <span className={styles.track} aria-hidden="true">
        {length > 0 && <div className={styles.bar} style={{ width: `${100 * Math.min(1, length)}%` }} />}
      </span>
      {numbers.map((number, n) => (
        <span key={n} className={n === 0 ? `number ${styles.first}` : 'number'}>
          {number}
        </span>
      ))}
    </>
  );
  if (!open) {
    return (
      <div className={styles.row} style={style}>
        {content}
      </div>
    );
  }
  const named = numbers.map((number, n) => {
    const head = heads[n] ?? '';
    return head === '' ? number : texts.say('nameAndNumber', head, number);
  });
  return (
    <button
      type="button"
      className={`${styles.link} ${styles.row}`}
      style={style}
      aria-haspopup="dialog"
      aria-label={[name, ...named].join(', ')}
      onClick={(event) => open(event.currentTarget)}
    >
      {content}
    </button>
  );
}

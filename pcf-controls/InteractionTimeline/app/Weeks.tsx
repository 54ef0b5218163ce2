import * as React from 'react';
import type { WeekCount } from '@record-insights/domain';
import { createStyles, highContrast, text12 } from '../../shared/ui/createStyles';
import { useCard, type Card, type CardAnswerOf, type CardPanelProps } from './card';

/** Of the bars, in px. */
const height = 40;
const step = 12;
const bar = 10;

const useStyles = createStyles((theme) => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    gap: '8px 16px',
    minHeight: 60,
    paddingBottom: 8,
    borderBottom: `1px solid ${theme.palette.neutralLight}`,
  },
  number: { fontSize: 28, lineHeight: '36px', fontWeight: 600, color: theme.palette.neutralDark },
  note: { ...text12, color: theme.palette.neutralSecondary },
  axis: {
    ...text12,
    color: theme.palette.neutralSecondary,
    display: 'flex',
    justifyContent: 'space-between',
    gap: 8,
    // Forced colours put a ground behind words, a little higher than their line.
    paddingTop: 2,
  },
  bars: { display: 'block' },
  bar: { fill: theme.palette.themePrimary, selectors: { [highContrast]: { fill: 'CanvasText' } } },
  base: {
    stroke: theme.palette.neutralSecondaryAlt,
    shapeRendering: 'crispEdges',
    selectors: { [highContrast]: { stroke: 'CanvasText' } },
  },
}));

/** How many in the last weeks, how many before, and each week as a bar. */
export function Weeks({ answer }: CardPanelProps<'weeks'>): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.row} aria-busy={answer === undefined}>
      {answer && <Counted answer={answer} />}
    </div>
  );
}

function Counted({ answer: { weeks, headline } }: { readonly answer: CardAnswerOf<'weeks'> }): React.ReactElement {
  const { texts, format } = useCard();
  const styles = useStyles();
  const time = texts.count('weeks', headline.weeks, format.number(headline.weeks));
  const all = texts.count('weeks', weeks.length, format.number(weeks.length));
  return (
    <>
      <div>
        <div className={styles.number}>{format.tile(headline.count)}</div>
        <div className={styles.note}>
          {headline.previous === null
            ? texts.say('inWeeks', time)
            : texts.say('inWeeksWas', time, format.number(headline.previous))}
        </div>
      </div>
      <div>
        <Bars weeks={weeks} />
        <div className={styles.axis} aria-hidden="true">
          <span>{all}</span>
          <span>{texts.say('lastDays')}</span>
        </div>
      </div>
    </>
  );
}

function Bars({ weeks }: { readonly weeks: readonly WeekCount[] }): React.ReactElement {
  const card = useCard();
  const styles = useStyles();
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  const width = weeks.length * step;
  return (
    <svg className={styles.bars} width={width} height={height} role="img" aria-label={spoken(weeks, card)}>
      {weeks.map((week, n) => {
        const tall = (week.count / most) * (height - 1);
        return (
          <rect
            key={week.from}
            className={styles.bar}
            x={n * step + (step - bar) / 2}
            y={height - 1 - tall}
            width={bar}
            height={tall}
          >
            <title>{weekText(week, card)}</title>
          </rect>
        );
      })}
      <line className={styles.base} x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} />
    </svg>
  );
}

const interactions = (count: number, { texts, format }: Card): string =>
  texts.count('interactions', count, format.number(count));

/** `17 – 23 Nov: 13 interactions`. */
const weekText = (week: WeekCount, card: Card): string =>
  card.texts.say('weekCount', card.format.shortPeriod(week), interactions(week.count, card));

/** The bars in a sentence: how many in all, when most, and one after the other. */
function spoken(weeks: readonly WeekCount[], card: Card): string {
  const { texts, format } = card;
  const time = texts.count('weeks', weeks.length, format.number(weeks.length));
  const total = weeks.reduce((sum, { count }) => sum + count, 0);
  const [best] = [...weeks].sort((a, b) => b.count - a.count);
  if (!best || total === 0) return texts.say('trendNothing', time);
  const each = weeks.map(({ count }) => format.number(count)).join(', ');
  return texts.say('trend', interactions(total, card), time, format.shortPeriod(best), format.number(best.count), each);
}

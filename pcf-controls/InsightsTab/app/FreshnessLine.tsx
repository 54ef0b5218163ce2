import * as React from 'react';
import { Icon, Link, useTheme } from '@fluentui/react';
import type { InsightsAnswer } from '@record-insights/domain';
import { behindText } from '../../shared/freshness';
import { dataColours } from '../../shared/theme';
import { createStyles, text12 } from '../../shared/ui/createStyles';
import { useHost } from './host';
import type { Whose } from './VerdictSwitch';

const useStyles = createStyles((theme) => ({
  line: {
    ...text12,
    minHeight: 40,
    padding: '4px 0',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    color: theme.palette.neutralSecondary,
  },
  /** Icon and words; the words may take two lines. */
  counted: { display: 'flex', alignItems: 'center', gap: 8 },
  fresh: { color: theme.semanticColors.successIcon, width: 16 },
  note: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 8,
    padding: '6px 12px',
    borderRadius: 2,
    background: theme.semanticColors.warningBackground,
    selectors: { '@media (forced-colors: active)': { border: '1px solid CanvasText' } },
  },
}));

export interface FreshnessLineProps {
  readonly answer: InsightsAnswer | undefined;
  /** Whose opens and clicks the numbers are to count. */
  readonly whose: Whose;
  /** Dates do not filter what is shown. */
  readonly anyTime?: boolean | undefined;
}

/** What is counted: how fresh, in which zone, and what it is compared with. */
export function FreshnessLine({ answer, whose, anyTime = false }: FreshnessLineProps): React.ReactElement {
  const { texts, format, isNarrow } = useHost();
  const styles = useStyles();
  const ink = { color: dataColours(useTheme()).warningInk };
  if (!answer) return <div className={styles.line} />;
  const { freshness, previousPeriod, shownFrom, clamped } = answer;
  const behind = behindText(freshness, { texts, format });
  const key = isNarrow ? 'receivedBy' : 'countsReceivedBy';
  return (
    <div className={styles.line}>
      <div className={styles.counted}>
        {behind === undefined && <Icon iconName="CheckMark" className={styles.fresh} />}
        <div>
          <span>
            {texts.say(
              key,
              isNarrow ? format.time(freshness.countedUntil) : format.fullTime(freshness.countedUntil),
              format.place,
            )}
          </span>
          {!anyTime && previousPeriod.from >= shownFrom && (
            <>
              <span aria-hidden="true"> · </span>
              <span>{texts.say('comparedWith', format.shortPeriod(previousPeriod))}</span>
            </>
          )}
          {!anyTime && <Machines answer={answer} whose={whose} />}
          {answer.people && (
            <>
              <span aria-hidden="true"> · </span>
              <b>
                {texts.count(
                  answer.people.scope === 'full' ? 'peopleInFull' : 'peopleSinceJoining',
                  answer.people.count,
                  format.number(answer.people.count),
                )}
              </b>
            </>
          )}
        </div>
      </div>
      {[behind, clamped ? texts.say('clamped') : undefined].map(
        (note) =>
          note !== undefined && (
            <span key={note} className={styles.note} style={ink}>
              <Icon iconName="Clock" />
              {note}
            </span>
          ),
      )}
    </div>
  );
}

/** How many opens and clicks machines made, whether or not they are left out; opens them. */
function Machines({
  answer,
  whose,
}: FreshnessLineProps & { readonly answer: InsightsAnswer }): React.ReactElement | null {
  const { texts, format, openRows } = useHost();
  const some = answer.leftOut.filter(({ count }) => count > 0);
  if (some.length === 0) return null;
  const counts = some.map(({ title, count }) => texts.count(title, count, format.number(count)));
  return (
    <>
      <span aria-hidden="true"> · </span>
      <Link underline onClick={(event) => openRows({ kind: 'leftOut' }, event.currentTarget)}>
        {texts.say(whose === 'people' ? 'leftOut' : 'byMachines', counts.join(', '))}
      </Link>
    </>
  );
}

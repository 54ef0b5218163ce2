import type { HeadlineAnswer, PanelAnswer, WeekHour } from '@record-insights/domain';
import type { ContactAnswer } from '../oracle/contact';
import type { Question, Someone } from '../oracle/counting';
import { byHour, reactions, rounded, sendTimes, usualTime, type Reactions, type SendTimes } from '../oracle/openTimes';
import type { Row } from '../oracle/rows';

/** What a tab tells about when somebody opens, and about the lists somebody is on, in plain values that compare. */
export interface Times {
  readonly opens: Readonly<Record<string, number>>;
  readonly reactions: Omit<Reactions, 'middle'>;
  readonly sendTimes: SendTimes;
  /** Best time, usual time and usual wait. */
  readonly headlines: readonly unknown[];
  readonly lists: Readonly<Record<string, number>>;
}

/** What a tab should tell of people, by the oracle. @param on the lists that they are on */
export function expectedTimes(
  kept: readonly Row[],
  people: readonly Someone[],
  question: Question,
  { lists }: ContactAnswer,
  on: Readonly<Record<string, number>> = {},
): Times {
  const opens = lists.opensTotal.map(({ row }) => row);
  const { middle, ...waits } = reactions(people, question);
  const predicted = sendTimes(kept, people, question);
  const { best, deliveries, opened } = predicted;
  return {
    opens: byHour(opens, question.zone),
    reactions: waits,
    sendTimes: predicted,
    headlines: [
      [best, deliveries, opened],
      [usualTime(opens, question.zone), opens.length],
      [middle, waits.opened],
    ],
    lists: on,
  };
}

type Of<K extends PanelAnswer['kind']> = Extract<PanelAnswer, { kind: K }>;

const hourText = ({ weekday, hour }: WeekHour): string => `${weekday} ${String(hour).padStart(2, '0')}`;

/** What the panels of all categories tell. */
export function timesOf(panels: readonly PanelAnswer[]): Times {
  const only = <K extends PanelAnswer['kind']>(kind: K): Of<K> => {
    const [found, ...others] = panels.filter((panel): panel is Of<K> => panel.kind === kind);
    if (!found || others.length > 0) throw new Error(`There is not one panel ${kind}`);
    return found;
  };
  const reaction = only('reactionTimes');
  const predicted = only('sendTimes');
  return {
    opens: Object.fromEntries(only('byHour').hours.map((cell) => [hourText(cell), cell.count])),
    reactions: {
      deliveries: reaction.deliveries,
      opened: reaction.opened,
      cells: Object.fromEntries(
        reaction.cells.map((cell) => [
          hourText(cell),
          [
            cell.deliveries,
            cell.counts.reduce((a, b) => a + b, 0),
            cell.median === null ? undefined : reaction.classes[cell.median],
          ],
        ]),
      ),
    },
    sendTimes: {
      deliveries: predicted.deliveries,
      opened: predicted.opened,
      cells: Object.fromEntries(
        predicted.cells.map((cell) => [
          hourText(cell),
          [cell.deliveries, cell.opened, cell.rate === null ? undefined : rounded(cell.rate)],
        ]),
      ),
      best: predicted.best.map(hourText),
    },
    headlines: panels.flatMap((panel) => (panel.kind === 'headline' ? [headlineText(panel.headline)] : [])),
    lists: Object.fromEntries(
      panels.flatMap((panel) =>
        panel.kind === 'onNow' ? panel.lists.map(({ list, since }) => [list, Date.parse(since)] as const) : [],
      ),
    ),
  };
}

function headlineText(headline: HeadlineAnswer): readonly unknown[] {
  switch (headline.headline) {
    case 'bestTime':
      return [headline.best.map(hourText), headline.deliveries, headline.opened];
    case 'usualTime': {
      const { usual, total } = headline;
      return [usual ? `${usual.days} ${usual.from}+${usual.hours}: ${usual.count}` : undefined, total];
    }
    case 'usualWait':
      return [headline.wait ?? undefined, headline.opened];
  }
}

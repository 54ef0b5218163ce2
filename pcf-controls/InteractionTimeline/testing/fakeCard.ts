import { join } from 'node:path';
import { addDays, dayOf, type InsightsAnswer, type ListRow, type PanelAnswer } from '@record-insights/domain';
import { contactId, fakeClient, insightsAnswer, testNow, zone } from '../../InsightsTab/testing/fakeService';
import { answered } from '../../shared/answer';
import type { InsightsClient } from '../../shared/insightsClient';
import { readResx } from '../../shared/testing/resx';
import { textsOf } from '../../shared/texts';
import type { CardTexts } from '../app/card';

/** The control's English texts by key, as they stand in its resx. */
export const resx = readResx(join(__dirname, '../strings/InteractionTimeline.1033.resx'));
export const texts: CardTexts = textsOf((key) => resx.get(key) ?? key);

const today = dayOf(testNow, zone);
const period = { from: '2025-11-23', to: today };
const rowsAt = `/v1/records/contact/${contactId}/lists/contact.interactions?from=${period.from}&to=${period.to}`;

function weeks(rows: readonly ListRow[]): Extract<PanelAnswer, { kind: 'weeks' }> {
  const counts = Array.from({ length: 12 }, (_, n) => {
    const to = addDays(today, 7 * (n - 11));
    const from = addDays(to, -6);
    const ofWeek = rows.filter(({ at }) => {
      const day = dayOf(Date.parse(at), zone);
      return day >= from && day <= to;
    });
    return { from, to, count: ofWeek.length };
  });
  const sum = (some: typeof counts): number => some.reduce((all, { count }) => all + count, 0);
  const headline = { weeks: 4, count: sum(counts.slice(-4)), previous: sum(counts.slice(-8, -4)) };
  return { kind: 'weeks', id: 'weeks', weeks: counts, headline };
}

/** What the service answers about the card of a contact with these rows. */
export function cardAnswer(rows: readonly ListRow[]): InsightsAnswer {
  const latest = { kind: 'latest', id: 'latest', total: rows.length, rows: rowsAt } as const;
  return insightsAnswer('card', rows, { period, panels: [weeks(rows), latest] });
}

/** A client that answers from rows, save what a test answers itself. */
export const cardClient = (rows: readonly ListRow[], own: Partial<InsightsClient> = {}): InsightsClient =>
  fakeClient(rows, { insights: () => Promise.resolve(answered(cardAnswer(rows))), ...own });

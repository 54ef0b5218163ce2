import {
  insights,
  periodBefore,
  type CardDef,
  type CategoryDef,
  type CounterId,
  type Freshness,
  type InsightsAnswer,
  type ListId,
  type RecordType,
  type Settings,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { tombstones } from '../erase/tombstones';
import { ProblemError, type CategoryQuery, type Organisation } from '../service';
import { explainAddress, listAddress } from './addresses';
import { leftOutOf } from './leftOut';
import { panelAnswer, type PanelSource } from './panels';
import { readPerson } from './reading';

/** All panels of a category, or of the card, read at one view. */
export async function insightsOf(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  query: CategoryQuery,
  freshnessOf: () => Promise<Freshness>,
): Promise<InsightsAnswer> {
  const { shown, whole } = shownOf(query.recordType, query.category);
  const { done, resolved, view, choice, person } = await readPerson(context, organisation, settings, {
    ...query,
    whole,
  });
  const { period, earliest, clamped } = resolved;
  const previous = periodBefore(period);
  const parts = { ...choice, from: period.from, to: period.to, verdict: query.verdict, view };
  const source: PanelSource = {
    person,
    period,
    previous,
    earliest,
    comparable: previous.from >= earliest,
    zone: settings.zone,
    addressOf: (list, narrowed) => listAddress(query.recordType, query.id, list, { ...parts, ...narrowed }),
    explainOf: (kpi) => explainAddress(query.recordType, query.id, kpi, parts),
    listOf: (counter: CounterId): ListId => `${query.recordType}.${counter}`,
  };
  return {
    record: { type: query.recordType, id: query.id },
    category: shown.id,
    period,
    previousPeriod: previous,
    shownFrom: earliest,
    clamped,
    ...((await tombstones(context, organisation, done.totals)).covers({ ContactId: query.id }) ? { erased: true } : {}),
    zone: settings.zone,
    view,
    freshness: await freshnessOf(),
    rulesVersion: done.rules.version,
    leftOut: leftOutOf(source),
    panels: shown.panels.map((panel) => panelAnswer(panel, source)),
  };
}

/** What is asked for, and whether it is over all that is shown where no days are asked for. */
function shownOf(
  recordType: RecordType,
  id: string,
): { readonly shown: CategoryDef | CardDef; readonly whole: boolean } {
  const { categories = [], card } = insights[recordType] ?? {};
  const category = categories.find((one) => one.id === id);
  if (category) return { shown: category, whole: false };
  if (card?.id === id) return { shown: card, whole: true };
  const known = categories.map((one) => one.id).join(', ');
  throw new ProblemError(
    'unknownCategory',
    known === '' ? `Records of type ${recordType} have no insights yet.` : `Ask for one of: ${known}.`,
    'category',
  );
}

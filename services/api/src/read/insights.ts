import {
  insights,
  periodBefore,
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

/** All panels of a category, read at one view. */
export async function insightsOf(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  query: CategoryQuery,
  freshnessOf: () => Promise<Freshness>,
): Promise<InsightsAnswer> {
  const category = categoryOf(query.recordType, query.category);
  const { done, resolved, view, choice, person } = await readPerson(context, organisation, settings, query);
  const { period, earliest, clamped } = resolved;
  const previous = periodBefore(period);
  const parts = { ...choice, from: period.from, to: period.to, verdict: query.verdict, view };
  const source: PanelSource = {
    person,
    period,
    previous,
    comparable: previous.from >= earliest,
    zone: settings.zone,
    addressOf: (list, narrowed) => listAddress(query.recordType, query.id, list, { ...parts, ...narrowed }),
    explainOf: (kpi) => explainAddress(query.recordType, query.id, kpi, parts),
    listOf: (counter: CounterId): ListId => `${query.recordType}.${counter}`,
  };
  return {
    record: { type: query.recordType, id: query.id },
    category: category.id,
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
    panels: category.panels.map((panel) => panelAnswer(panel, source)),
  };
}

function categoryOf(recordType: RecordType, id: string): CategoryDef {
  const categories = insights[recordType]?.categories ?? [];
  const category = categories.find((one) => one.id === id);
  if (category) return category;
  const known = categories.map((one) => one.id).join(', ');
  throw new ProblemError(
    'unknownCategory',
    known === '' ? `Records of type ${recordType} have no insights yet.` : `Ask for one of: ${known}.`,
    'category',
  );
}

import {
  insights,
  panelsShown,
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
import { openRates } from '../fold/openRates';
import { ProblemError, type CategoryQuery, type Organisation } from '../service';
import { explainAddress, listAddress } from './addresses';
import { leftOutOf } from './leftOut';
import { panelAnswer } from './panels';
import type { PanelSource } from './panelSource';
import { readPerson } from './reading';

/** How often a category is read again since the sequence moved on meanwhile. */
const attempts = 10;

/** All panels of a category, read at one view. */
export async function insightsOf(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  query: CategoryQuery,
  freshnessOf: () => Promise<Freshness>,
): Promise<InsightsAnswer> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      return await insightsNow(context, organisation, settings, query, freshnessOf);
    } catch (error) {
      if (!(error instanceof MovedOn)) throw error;
    }
  }
  throw new ProblemError('storeUnavailable', 'The numbers moved on faster than they could be read. Ask again.');
}

/** The view is too old already for sums over everybody, of which only the last and the one before are kept. */
class MovedOn extends Error {
  override readonly name = 'MovedOn';
}

async function insightsNow(
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
    async openRates() {
      const rates = await openRates(context.store, organisation, view);
      if (!rates) throw new MovedOn();
      return rates;
    },
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
    panels: await Promise.all(panelsShown(category.panels, settings).map((panel) => panelAnswer(panel, source))),
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

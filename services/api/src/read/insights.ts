import {
  countedAs,
  insights,
  panelsShown,
  periodBefore,
  type CardDef,
  type CardPanelDef,
  type CategoryDef,
  type CounterId,
  type Freshness,
  type InsightsAnswer,
  type ListId,
  type PanelDef,
  type RecordType,
  type Settings,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { tombstones } from '../erase/tombstones';
import { openRates } from '../fold/openRates';
import { ProblemError, type CategoryQuery, type Organisation } from '../service';
import { explainAddress, listAddress } from './addresses';
import type { History } from './history';
import { leadHistory } from './leadHistory';
import { leftOutOf } from './leftOut';
import { panelAnswer } from './panels';
import type { PanelSource } from './panelSource';
import { readPerson } from './reading';

/** How often a category is read again since the sequence moved on meanwhile. */
const attempts = 10;

/** All panels of a category, or of the card, read at one view. */
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
  const { shown, whole } = shownOf(query.recordType, query.category);
  const { done, resolved, view, choice, history, person } = await readPerson(context, organisation, settings, {
    ...query,
    whole,
  });
  const forgotten = await tombstones(context, organisation, done.totals);
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
    listOf: (counter: CounterId): ListId => `${countedAs(query.recordType)}.${counter}`,
    now: context.now(),
    async lead() {
      const lead = await leadHistory(context.store, organisation, query.id, history.lead, view);
      if (!lead) throw new MovedOn();
      return lead;
    },
    async openRates() {
      const rates = await openRates(context.store, organisation, view);
      if (!rates) throw new MovedOn();
      return rates;
    },
  };
  return {
    record: { type: query.recordType, id: query.id },
    ...throughAnswer(history),
    category: shown.id,
    period,
    previousPeriod: previous,
    shownFrom: earliest,
    clamped,
    ...(history.contact && forgotten.covers({ ContactId: history.contact }) ? { erased: true } : {}),
    zone: settings.zone,
    view,
    freshness: await freshnessOf(),
    rulesVersion: done.rules.version,
    leftOut: leftOutOf(source),
    panels: await Promise.all(
      panelsShown<PanelDef | CardPanelDef>(shown.panels, settings).map((panel) => panelAnswer(panel, source)),
    ),
  };
}

function throughAnswer({ through }: History): Pick<InsightsAnswer, 'through'> {
  if (!through) return {};
  return { through: through === 'own' ? { type: 'own' } : { type: through.recordType, id: through.id } };
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

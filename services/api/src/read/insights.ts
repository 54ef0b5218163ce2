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
import { ProblemError, type CategoryQuery, type Organisation, type ReadablePeople } from '../service';
import { explainAddress, listAddress } from './addresses';
import { leadHistory } from './leadHistory';
import { leftOutOf } from './leftOut';
import { namedBy } from './lists';
import { panelAnswer } from './panels';
import type { PanelSource } from './panelSource';
import { rowsInFull } from './rowsInFull';
import { readRecord } from './reading';

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
  const reading = await readRecord(context, organisation, settings, { ...query, whole });
  const { done, resolved, view, choice, person, people, whose } = reading;
  const named = namedBy(query, whose);
  const forgotten = await tombstones(context, organisation, done.totals);
  const { period, earliest, clamped } = resolved;
  const previous = periodBefore(period);
  const parts = { ...choice, from: period.from, to: period.to, verdict: query.verdict, scope: query.scope, view };
  const source: PanelSource = {
    person,
    people,
    readable: named ?? everybody,
    rowsInFull: (counter, rows) => rowsInFull(context, organisation, { counter, reading, named }, rows),
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
      const lead = await leadHistory(context.store, organisation, query.id, whose.lead, view);
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
    ...(whose.through ? { through: whose.through } : {}),
    category: shown.id,
    period,
    previousPeriod: previous,
    shownFrom: earliest,
    clamped,
    ...(whose.people === 'self' && forgotten.covers({ ContactId: whose.id }) ? { erased: true } : {}),
    zone: settings.zone,
    view,
    freshness: await freshnessOf(),
    rulesVersion: done.rules.version,
    leftOut: leftOutOf(source),
    ...(named ? { people: { count: people.length, scope: query.scope ?? 'joined' } } : {}),
    panels: await Promise.all(
      panelsShown<PanelDef | CardPanelDef>(shown.panels, settings).map((panel) => panelAnswer(panel, source)),
    ),
  };
}

/** The caller may read the record, who is the person. */
const everybody: ReadablePeople = (contacts) => Promise.resolve(new Set(contacts));

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

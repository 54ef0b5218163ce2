import {
  countedAs,
  insights,
  isExplainedBySums,
  panelsShown,
  periodBefore,
  type CardDef,
  type Choice,
  type CardPanelDef,
  type CategoryDef,
  type CounterId,
  type Freshness,
  type InsightsAnswer,
  type ListId,
  type PanelDef,
  type RecordType,
  type ResolvedPeriod,
  type Settings,
  type Zone,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { tombstones } from '../erase/tombstones';
import { openRates } from '../fold/openRates';
import { ProblemError, type CategoryQuery, type Organisation, type ReadablePeople } from '../service';
import { explainAddress, listAddress, type AddressParts } from './addresses';
import { leadHistory } from './leadHistory';
import { leftOutOf } from './leftOut';
import { namedBy } from './lists';
import { numbersOf } from './numbers';
import { panelAnswer } from './panels';
import type { PanelSource } from './panelSource';
import { rowsInFull } from './rowsInFull';
import { readRecord } from './reading';
import { contentsOf, liveState } from './subjectFacts';
import { readSubject, subjectNumbers } from './subjectReading';
import { untilTold } from './untilTold';
import { namedUsages } from './usages';

/** All panels of a category, or of the card, read at one view. */
export const insightsOf = (
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  query: CategoryQuery,
  freshnessOf: () => Promise<Freshness>,
): Promise<InsightsAnswer> =>
  untilTold(() =>
    insightsNow(context, organisation, settings, query, freshnessOf).catch((error: unknown) => {
      if (error instanceof MovedOn) return undefined;
      throw error;
    }),
  );

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
  const read = insights[query.recordType]?.people === 'all' ? readOfAll : readOfPeople;
  const { source, view, resolved, zone, rules, more } = await read(context, organisation, settings, {
    ...query,
    whole,
  });
  const { period, earliest, clamped } = resolved;
  return {
    record: { type: query.recordType, id: query.id },
    category: shown.id,
    period,
    previousPeriod: source.previous,
    shownFrom: earliest,
    clamped,
    zone,
    view,
    freshness: await freshnessOf(),
    rulesVersion: rules,
    leftOut: leftOutOf(source),
    ...more,
    panels: await Promise.all(
      panelsShown<PanelDef | CardPanelDef>(shown.panels, settings).map((panel) => panelAnswer(panel, source)),
    ),
  };
}

/** What a category is answered from. */
interface ReadInsights {
  readonly source: PanelSource;
  readonly view: number;
  readonly resolved: ResolvedPeriod;
  readonly zone: Zone;
  readonly rules: number;
  /** What an answer tells of such records beside the rest. */
  readonly more: Pick<InsightsAnswer, 'through' | 'erased' | 'people' | 'usages' | 'live' | 'noRows'>;
}

type Read = (
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  query: CategoryQuery & { readonly whole: boolean },
) => Promise<ReadInsights>;

/** Of records that are read by the rows of their people. */
const readOfPeople: Read = async (context, organisation, settings, query) => {
  const reading = await readRecord(context, organisation, settings, query);
  const { done, resolved, view, rules, choice, person, people, whose } = reading;
  const named = namedBy(query, whose);
  const forgotten = await tombstones(context, organisation, done.totals);
  const common = sourceOf(context, settings.zone, query, { resolved, view, choice });
  const source: PanelSource = {
    ...common,
    numbers: numbersOf(person, settings.zone),
    person,
    people,
    readable: named ?? everybody,
    rowsInFull: (counter, rows) => rowsInFull(context, organisation, { counter, reading, named }, rows),
    explainOf: (kpi) => explainAddress(query.recordType, query.id, kpi, common.parts),
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
  const more = {
    ...(whose.through ? { through: whose.through } : {}),
    ...(whose.people === 'self' && forgotten.covers({ ContactId: whose.id }) ? { erased: true as const } : {}),
    ...(named ? { people: { count: people.length, scope: query.scope ?? ('joined' as const) } } : {}),
  };
  return { source, view, resolved, zone: settings.zone, rules, more };
};

/** Of records whose numbers are kept added up. */
const readOfAll: Read = async (context, organisation, settings, query) => {
  const reading = await readSubject(context, organisation, settings, query);
  const told = reading && (await subjectNumbers(context, organisation, reading));
  if (!told) throw new MovedOn();
  const { resolved, view, zone, rules, choice, subject } = reading;
  const common = sourceOf(context, zone, query, { resolved, view, choice });
  const { recordType, id } = query;
  const source: PanelSource = {
    ...common,
    numbers: told.numbers,
    explainOf: (kpi) =>
      isExplainedBySums(recordType, kpi) ? explainAddress(recordType, id, kpi, common.parts) : undefined,
    contents: () => contentsOf(context.store, organisation, subject, view),
  };
  const usages = [...told.rollup.usages()];
  const [named, live] = await Promise.all([
    namedUsages(context.store, organisation, usages, view),
    liveState(context.store, organisation, subject, view),
  ]);
  if (!named || live === 'movedOn') throw new MovedOn();
  const more = {
    usages: named,
    ...(live ? { live } : {}),
    ...(usages.length === 0 ? { noRows: true as const } : {}),
  };
  return { source, view, resolved, zone, rules, more };
};

/** A panel asks for something that its kind of record does not have: a fault of the registry. */
const none = (): never => {
  throw new Error('A panel is about something that the record does not have');
};

const noPeople = { counted: none, answered: none } as const;

/** What all panels are answered from, whatever the record. */
function sourceOf(
  { now }: EngineContext,
  zone: Zone,
  query: CategoryQuery,
  {
    resolved: { period, earliest },
    view,
    choice,
  }: Pick<ReadInsights, 'resolved' | 'view'> & { readonly choice: Choice },
): Omit<PanelSource, 'numbers' | 'explainOf'> & { readonly parts: AddressParts } {
  const previous = periodBefore(period);
  const parts = { ...choice, ...period, verdict: query.verdict, scope: query.scope, view };
  return {
    parts,
    person: noPeople,
    people: [],
    readable: everybody,
    rowsInFull: none,
    period,
    previous,
    earliest,
    comparable: previous.from >= earliest,
    zone,
    addressOf: (list, narrowed) => listAddress(query.recordType, query.id, list, { ...parts, ...narrowed }),
    listOf: (counter: CounterId): ListId => `${countedAs(query.recordType)}.${counter}`,
    now: now(),
    lead: none,
    openRates: none,
    contents: none,
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

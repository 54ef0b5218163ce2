import {
  columnsOf,
  counterIds,
  counterOf,
  dayOf,
  definitionOf,
  evaluate,
  inputsOf,
  insights,
  kpiOf,
  listColumns,
  namedTypeIds,
  namedTypes,
  recordTypeIds,
  recordTypes,
  rowsOf,
  rulesVersion,
  typeOf,
  typeTitle,
  verdictRuleOf,
  type CatalogueAnswer,
  type ActivePerson,
  type CountAnswer,
  type CounterDef,
  type CounterId,
  type DayCount,
  type ExplainAnswer,
  type ExplainedPart,
  type InsightsAnswer,
  type Kind,
  type KpiAnswer,
  type LeftOutAnswer,
  type KpiId,
  type ListAnswer,
  type ListColumnDef,
  type ListRow,
  type PanelAnswer,
  type PanelDef,
  type RecordKey,
  type VerdictRuleId,
} from '@record-insights/domain';
import { answered, refused, type Answer } from '../../shared/answer';
import type { InsightsClient, InsightsQuery } from '../../shared/insightsClient';
import { leadProgressAnswer, leadScoresAnswer } from './fakeLead';
import { headlineAnswer, hoursOf, onNowAnswer, reactionTimesAnswer, sendTimesAnswer } from './fakeTimes';

export const zone = 'Europe/Oslo';
export const contactId = '3f0c7c0e-52c5-4c2c-9f6e-0d5a3d1b2c01';
export const testNow = Date.parse('2026-11-23T13:02:00Z');
export const period = { from: '2026-10-25', to: '2026-11-23' };
const previousPeriod = { from: '2026-09-25', to: '2026-10-24' };

export const oneContact: CatalogueAnswer = {
  recordTypes: recordTypeIds.map((id) => {
    const { filters = [], categories = [], card } = insights[id] ?? {};
    const { title, tables } = recordTypes[id];
    return { id, title, table: tables.own, filters, categories, ...(card ? { card } : {}) };
  }),
  named: namedTypeIds.map((id) => ({ id, title: namedTypes[id].title, table: namedTypes[id].tables.own })),
  texts: {},
};

const dayOfRow = ({ at }: ListRow): string => dayOf(Date.parse(at), zone);
const address = (list: string, value = ''): string =>
  `/v1/records/contact/${contactId}/lists/${list}?value=${value}&from=${period.from}&to=${period.to}`;

/** Columns of the parts of a record by which rows are told apart. */
const keyColumns: Readonly<Partial<Record<RecordKey, string>>> = {
  message: 'MessageId',
  sending: 'SendingId',
  target: 'Link',
  submission: 'FormSubmissionId',
};

/** Rows of a counter, each counted thing by its first row: as simple as tests need it. */
function counted(rows: readonly ListRow[], id: CounterId): readonly ListRow[] {
  const { types, counts, per }: CounterDef = counterOf(id);
  const ofTypes = rows.filter(({ type }) => types === 'all' || types.includes(type));
  if (counts === 'every') return ofTypes;
  const keyOf = ({ fields }: ListRow): string => per.map((key) => fields[keyColumns[key] ?? '']).join();
  return [...new Map(ofTypes.map((row) => [keyOf(row), row])).values()];
}

function kpiAnswer(id: KpiId, rows: readonly ListRow[], before: number): KpiAnswer {
  const { formula, title, unit } = kpiOf(id);
  const tally = Object.fromEntries(inputsOf(formula).map((input) => [input, counted(rows, input).length]));
  const counter = rowsOf(formula);
  const value = evaluate(formula, tally);
  return {
    id,
    title,
    unit,
    value,
    previous: value === null ? null : Math.max(0, value - before * (unit === 'percent' ? 0.05 : 1)),
    comparable: true,
    definition: definitionOf(id),
    explain: `/v1/records/contact/${contactId}/explain/${id}`,
    inputs: inputsOf(formula).map((input) => ({
      counter: input,
      title: counterOf(input).title,
      value: tally[input] ?? 0,
      rows: address(`contact.${input}`),
    })),
    ...(counter === undefined ? {} : { rows: address(`contact.${counter}`) }),
    ...(counter === undefined || kpiOf(id).range !== true ? {} : { range: rangeOf(rows, counter) }),
  };
}

function rangeOf(rows: readonly ListRow[], counter: CounterId): NonNullable<KpiAnswer['range']> {
  const end = (those: readonly ListRow[]): CountAnswer => ({
    count: counted(those, counter).length,
    rows: address(`contact.${counter}`),
  });
  return { surePeople: end(rows.filter(({ verdict }) => verdict === 'human')), all: end(rows) };
}

function leftOutOf(rows: readonly ListRow[]): readonly LeftOutAnswer[] {
  return counterIds.flatMap((counter) => {
    const { leftOutAs } = counterOf(counter);
    const machines = counted(rows, counter).filter(({ verdict }) => verdict === 'machine');
    const reasons = tallyBy(machines, ({ rule }): VerdictRuleId => rule ?? 'machineType').map(([rule, count]) => ({
      rule,
      title: verdictRuleOf(rule).title,
      count,
      rows: address(`contact.${counter}`, `rule:${rule}`),
    }));
    const all = { counter, count: machines.length, rows: address(`contact.${counter}`, 'verdict:machine'), reasons };
    return leftOutAs === undefined ? [] : [{ ...all, title: leftOutAs }];
  });
}

function tallyBy<Key extends string>(
  rows: readonly ListRow[],
  keyOf: (row: ListRow) => Key,
): readonly (readonly [Key, number])[] {
  const counts = new Map<Key, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

const days = (rows: readonly ListRow[]): readonly DayCount[] =>
  tallyBy(rows, dayOfRow)
    .map(([day, count]) => ({ day, count }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));

const nobody = { people: 0, count: 0 };

/** All rows are one person's, who did something each week. */
const activePeople = (list: string, rows: readonly ListRow[]): readonly ActivePerson[] =>
  rows.slice(0, 1).map((last) => ({
    contact: contactId,
    count: rows.length,
    rows: address(list, `contact:${contactId}`),
    weeks: Array.from({ length: 12 }, (_, n) => n),
    last: { ...last, contact: contactId },
  }));

function panelAnswer(panel: PanelDef, rows: readonly ListRow[]): PanelAnswer {
  const { id } = panel;
  switch (panel.kind) {
    case 'kpiTiles':
      return { kind: panel.kind, id, kpis: panel.kpis.map((kpi, n) => kpiAnswer(kpi, rows, (n % 3) - 1)) };
    case 'timeline':
      return {
        kind: panel.kind,
        id,
        total: rows.length,
        rows: address(panel.list),
        kinds: tallyBy(rows, ({ type }): Kind => typeOf(type).kind).map(([kind, count]) => ({
          kind,
          count,
          rows: address(panel.list, `kind:${kind}`),
        })),
        days: days(rows),
      };
    case 'breakdown':
      return {
        kind: panel.kind,
        id,
        total: rows.length,
        parts: tallyBy(rows, ({ type }) => type).map(([type, count]) => ({
          type,
          title: typeTitle(type),
          count,
          rows: address(panel.list, type),
        })),
      };
    case 'byDay':
      return {
        kind: panel.kind,
        id,
        series: panel.kpis.map((kpi) => {
          const ofKpi = inputsOf(kpiOf(kpi).formula).flatMap((input) => counted(rows, input));
          return { kpi, title: kpiOf(kpi).title, total: ofKpi.length, days: days(ofKpi) };
        }),
      };
    case 'people':
      return { kind: panel.kind, id, people: activePeople(panel.list, rows), hidden: nobody, more: nobody };
    case 'list':
      return {
        kind: panel.kind,
        id,
        total: counted(rows, panel.list.slice(8) as CounterId).length,
        rows: address(panel.list),
      };
    case 'onNow':
      return onNowAnswer(panel, rows);
    case 'byHour': {
      const own = counted(rows, panel.list.slice(8) as CounterId);
      return { kind: panel.kind, id, total: own.length, rows: address(panel.list), hours: hoursOf(own, zone) };
    }
    case 'leadProgress':
      return leadProgressAnswer(id, rows);
    case 'leadScores':
      return leadScoresAnswer(id, rows);
    case 'reactionTimes':
      return reactionTimesAnswer(id, rows, zone);
    case 'sendTimes':
      return sendTimesAnswer(id, rows, zone);
    case 'headline':
      return headlineAnswer(panel, counted(rows, 'opensTotal'), rows, zone);
    default:
      throw new Error(`The fake service knows nothing of ${panel.kind}`);
  }
}

/** The panels that any record type that is read by rows of people has under a category. */
export function panelsUnder(category: string): readonly PanelDef[] {
  const ofPeople = Object.values(insights).filter(({ people }) => people !== 'all');
  const all = ofPeople.flatMap(({ categories }) => categories);
  const own = all.filter(({ id }) => id === category).flatMap(({ panels }) => panels);
  return [...new Map(own.map((panel) => [panel.id, panel])).values()];
}

/** What the service answers about a contact, and a lead, with these rows in the 30 days to the tests' today. */
export function insightsAnswer(
  category: string,
  rows: readonly ListRow[],
  changes: Partial<InsightsAnswer> = {},
): InsightsAnswer {
  return {
    record: { type: 'contact', id: contactId },
    category,
    period,
    previousPeriod,
    shownFrom: '2025-11-23',
    clamped: false,
    zone,
    view: 7,
    freshness: { countedUntil: '2026-11-23T13:02:00.000Z', waiting: 0 },
    rulesVersion,
    leftOut: leftOutOf(rows),
    panels: panelsUnder(category).map((panel) => panelAnswer(panel, rows)),
    ...changes,
  };
}

/** A page of a list at an address that `insightsAnswer` gave. */
export function listAnswer(at: string, all: readonly ListRow[]): ListAnswer {
  const url = new URL(at, 'http://service');
  const list = url.pathname.split('/').at(-1) ?? '';
  const id = list.slice('contact.'.length) as CounterId;
  const counter = counterOf(id);
  const [value, from, to, limit, skip] = ['value', 'from', 'to', 'limit', 'skip'].map(
    (name) => url.searchParams.get(name) ?? '',
  );
  const rows = counted(all, id).filter(
    (row) =>
      ['', row.type, `kind:${typeOf(row.type).kind}`, `verdict:${row.verdict}`].includes(value ?? '') &&
      dayOfRow(row) >= (from ?? '') &&
      dayOfRow(row) <= (to ?? ''),
  );
  const start = Number(skip);
  const end = start + Number(limit === '' ? 100 : limit);
  url.searchParams.set('skip', String(end));
  return {
    list,
    title: counter.title,
    oneRowIs: counter.oneRowIs,
    timeTitle: counter.timeTitle,
    columns: columnsOf(id).map((column) => {
      const { title, shows }: ListColumnDef = listColumns[column];
      return { id: column, title, ...(shows ? { shows } : {}) };
    }),
    total: rows.length,
    view: 7,
    rows: rows.slice(start, end),
    ...(end < rows.length ? { next: `${url.pathname}${url.search}` } : {}),
  };
}

const soon = <T>(value: T): Promise<Answer<T>> => Promise.resolve(answered(value));

/** How a number of `insightsAnswer` came about: of each part one row was received more than counts. */
export function explainAnswer(at: string, rows: readonly ListRow[]): ExplainAnswer {
  const kpi = (at.split('/').at(-1) ?? '') as KpiId;
  const parts = inputsOf(kpiOf(kpi).formula).map((counter): ExplainedPart => {
    const value = counted(rows, counter).length;
    const leftOut = [{ reason: 'testSend', title: 'Test sends', count: 1 } as const];
    return { counter, title: counterOf(counter).title, received: value + 1, leftOut, value };
  });
  return { kpi, view: 7, parts };
}

/** A client that answers from rows, save what a test answers itself. */
export function fakeClient(rows: readonly ListRow[], own: Partial<InsightsClient> = {}): InsightsClient {
  return {
    catalogue: () => soon(oneContact),
    insights: ({ category }: InsightsQuery) => soon(insightsAnswer(category, rows)),
    pipeline: () => Promise.resolve(refused({ kind: 'problem', title: 'No pipeline', detail: '' })),
    rows: (at) => soon(listAnswer(at, rows)),
    explain: (at) => soon(explainAnswer(at, rows)),
    csv: () => soon({ name: 'rows.csv', content: new Blob(['Time\r\n']) }),
    ...own,
  };
}

import {
  counterOf,
  countsRows,
  explain,
  explainSums,
  inputsOf,
  insights,
  isExplainedBySums,
  isWithin,
  kpiOf,
  spanOf,
  sumOfParts,
  type CounterId,
  type ExplainAnswer,
  type ExplainedPart,
  type KpiId,
  type RowsStanding,
  type Settings,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { numberOfDay } from '../fold/days';
import { refusedTypesAbout, refusedTypesOf } from '../fold/refusedRows';
import type { Rollup } from '../fold/rollupReading';
import { ProblemError, type Organisation, type RecordQuery } from '../service';
import { readRecord } from './reading';
import { everyDay, readSubject, subjectNumbers, type SubjectReading } from './subjectReading';
import { untilTold } from './untilTold';
import { viewExpired } from './viewExpired';

type Explain = (
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  kpi: KpiId,
  query: RecordQuery & { readonly view?: number | undefined },
) => Promise<ExplainAnswer>;

/** For each part of a KPI what was received, what was left out and why, and what is left: the number. */
export const explainOf: Explain = (...asked) => {
  const query = asked[4];
  return insights[query.recordType]?.people === 'all' ? explainAll(...asked) : explainPeople(...asked);
};

/** Of records that are read by the rows of their people. */
const explainPeople: Explain = async (context, organisation, settings, kpi, query) => {
  const { view, resolved, people } = await readRecord(context, organisation, settings, query);
  const span = spanOf(resolved.period, settings.zone);
  const refused = await Promise.all(
    people.map(async ({ contact }) =>
      contact === '' ? [] : await refusedTypesOf(context.store, organisation, contact),
    ),
  );
  const records = await Promise.all(people.map(async ({ rows }) => (await rows()).records));
  const parts = inputsOf(kpiOf(kpi).formula).map((counter) =>
    sumOfParts(
      counter,
      people.map(({ choice }, i) =>
        explain(counter, records[i] ?? [], choice, ({ at }) => isWithin(at, span), countOf(refused[i] ?? [], counter)),
      ),
    ),
  );
  return { kpi, view, parts };
};

/** Of records whose numbers are kept added up. */
const explainAll: Explain = async (context, organisation, settings, kpi, query) => {
  if (!isExplainedBySums(query.recordType, kpi))
    throw new ProblemError('unknownKpi', 'How this number came about is not told. Open its rows instead.', 'kpi');
  return untilTold(async () => {
    const reading = await readSubject(context, organisation, settings, query);
    const told = reading && (await subjectNumbers(context, organisation, reading));
    if (!told && query.view !== undefined) throw viewExpired();
    if (!told) return undefined;
    const refused = await refusedTypesAbout(context.store, organisation, reading.subject);
    const parts = inputsOf(kpiOf(kpi).formula).map((counter) => sumsOf(counter, told.rollup, reading, refused));
    return { kpi, view: reading.view, parts };
  });
};

function sumsOf(
  counter: CounterId,
  rollup: Rollup,
  { choice, resolved: { period } }: SubjectReading,
  refused: readonly string[],
): ExplainedPart {
  const days = { ever: everyDay, inPeriod: { from: numberOfDay(period.from), to: numberOfDay(period.to) } };
  const rows: RowsStanding = (standing, chosen, when) => {
    const asked = { counter, choice: chosen, ...days[when] };
    return standing === '' && countsRows(counter)
      ? rollup.count(asked)
      : (rollup.values({ ...asked, dimension: 'standing' }).get(standing) ?? 0);
  };
  const value = rollup.count({ counter, choice, ...days.inPeriod });
  return explainSums(counter, rows, choice, value, countOf(refused, counter));
}

function countOf(refused: readonly string[], counter: CounterId): number {
  const { types } = counterOf(counter);
  return types === 'all' ? refused.length : refused.filter((type) => types.includes(type)).length;
}

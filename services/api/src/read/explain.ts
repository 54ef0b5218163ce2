import {
  counterOf,
  explain,
  inputsOf,
  isWithin,
  kpiOf,
  spanOf,
  sumOfParts,
  type CounterId,
  type ExplainAnswer,
  type KpiId,
  type Settings,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { refusedTypesOf } from '../fold/refusedRows';
import type { Organisation, RecordQuery } from '../service';
import { readRecord } from './reading';

/** For each part of a KPI what was received, what was left out and why, and what is left: the number. */
export async function explainOf(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  kpi: KpiId,
  query: RecordQuery & { readonly view?: number | undefined },
): Promise<ExplainAnswer> {
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
}

function countOf(refused: readonly string[], counter: CounterId): number {
  const { types } = counterOf(counter);
  return types === 'all' ? refused.length : refused.filter((type) => types.includes(type)).length;
}

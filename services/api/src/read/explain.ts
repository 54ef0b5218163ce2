import {
  counterOf,
  explain,
  inputsOf,
  isWithin,
  kpiOf,
  spanOf,
  type CounterId,
  type ExplainAnswer,
  type KpiId,
  type Settings,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { refusedTypesOf } from '../fold/refusedRows';
import type { Organisation, RecordQuery } from '../service';
import { readPerson } from './reading';

/** For each part of a KPI what was received, what was left out and why, and what is left: the number. */
export async function explainOf(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  kpi: KpiId,
  query: RecordQuery & { readonly view?: number | undefined },
): Promise<ExplainAnswer> {
  const { view, resolved, choice, history, person } = await readPerson(context, organisation, settings, query);
  const refused = history.contact ? await refusedTypesOf(context.store, organisation, history.contact) : [];
  const span = spanOf(resolved.period, settings.zone);
  const parts = inputsOf(kpiOf(kpi).formula).map((counter) =>
    explain(counter, person.records, choice, ({ at }) => isWithin(at, span), countOf(refused, counter)),
  );
  return { kpi, view, parts };
}

function countOf(refused: readonly string[], counter: CounterId): number {
  const { types } = counterOf(counter);
  return types === 'all' ? refused.length : refused.filter((type) => types.includes(type)).length;
}

import { kpiOf, printFormula, rowsOf, type KpiAnswer } from '@record-insights/domain';
import type { Format } from '../../shared/format';
import type { About } from '../ui/InfoTip';
import { shownValue } from './delta';

/** What the tip of a number says: sentence, formula, and the formula with numbers where it is more than a count. */
export function aboutKpi(kpi: KpiAnswer, format: Format): About {
  return {
    title: kpi.title,
    sentence: kpi.definition.tooltip,
    lines: [kpi.definition.formula, ...workedLine(kpi, format)],
    glossary: kpi.definition.glossary,
  };
}

/** `7 ÷ 9 = 77.8%`; a plain count shows its number here only when the tile shows it short. */
function workedLine(kpi: KpiAnswer, format: Format): readonly string[] {
  const { formula } = kpiOf(kpi.id);
  const full = shownValue(kpi.value, kpi.unit, format);
  if (rowsOf(formula) !== undefined) return kpi.value !== null && format.tile(kpi.value) !== full ? [full] : [];
  const inputs = new Map(kpi.inputs.map(({ counter, value }) => [counter, value]));
  return [`${printFormula(formula, (counter) => format.number(inputs.get(counter) ?? 0))} = ${full}`];
}

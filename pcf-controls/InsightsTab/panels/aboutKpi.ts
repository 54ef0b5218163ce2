import { kpiOf, printFormula, rowsOf, verdictChoices, type KpiAnswer } from '@record-insights/domain';
import type { Format } from '../../shared/format';
import type { Host } from '../app/host';
import type { About } from '../../shared/ui/InfoTip';
import { shownValue } from './delta';

/** What the tip of a number says: sentence, formula, and the formula with numbers where it is more than a count. */
export function aboutKpi(kpi: KpiAnswer, format: Format, word: Host['word']): About {
  return {
    title: kpi.title,
    sentence: kpi.definition.tooltip,
    lines: [kpi.definition.formula, ...workedLine(kpi, format)],
    ...(kpi.range ? { notes: rangeLines(kpi.range, format, word) } : {}),
    glossary: kpi.definition.glossary,
  };
}

/** Both ends of the range by name: `Surely people: 312`, `All: 388`. */
function rangeLines(
  { surePeople, all }: NonNullable<KpiAnswer['range']>,
  format: Format,
  word: Host['word'],
): readonly string[] {
  return [
    `${word(verdictChoices.surePeople.title)}: ${format.number(surePeople.count)}`,
    `${word(verdictChoices.all.title)}: ${format.number(all.count)}`,
  ];
}

/** `7 ÷ 9 = 77.8%`; a plain count shows its number here only when the tile shows it short. */
function workedLine(kpi: KpiAnswer, format: Format): readonly string[] {
  const { formula } = kpiOf(kpi.id);
  const full = shownValue(kpi.value, kpi.unit, format);
  if (rowsOf(formula) !== undefined) return kpi.value !== null && format.tile(kpi.value) !== full ? [full] : [];
  const inputs = new Map(kpi.inputs.map(({ counter, value }) => [counter, value]));
  return [`${printFormula(formula, (counter) => format.number(inputs.get(counter) ?? 0))} = ${full}`];
}

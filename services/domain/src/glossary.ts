import { evaluate, inputsOf, printFormula, rowsOf } from './formula';
import { counterOf, counters, recordKeys, type CounterDef, type CounterId, type RecordKey } from './registry/counters';
import type { KpiDef } from './registry/kpiRows';
import { kpiIds, kpiOf, type KpiId } from './registry/kpis';
import { typeTitle } from './registry/interactionTypes';
import { rulesVersion, verdictRuleIds, verdictRuleOf } from './registry/verdictRules';
import { isInForce } from './verdicts';
import type { GlossaryEntry, VerdictEntry } from './wire';
import type { Definition } from './wirePanels';

/** How a counter's rows are chosen, in words, read off its row of the registry. */
export function ruleOf(id: CounterId): string {
  const def = counterOf(id);
  const what = def.types === 'all' ? 'rows of every kind' : `rows of kind ${orList(def.types.map(typeTitle))}`;
  const each = def.per.length === 0 ? 'person' : keyWords(def.per);
  const once = def.counts === 'every' ? '' : `, one for each ${each}`;
  const people = def.noMachines ? ', not made by machines' : '';
  const first = def.counts === 'first' ? ', on the day of its first' : '';
  const unless = def.unlessEver ? `, without any ${orList(def.unlessEver.map(typeTitle))}` : '';
  const lost = def.takenBackBy ? ', unless taken back by a later bounce' : '';
  const named = def.needs ? `, that name ${keyWords(def.needs, 'a')}` : '';
  const says = def.says ? `, that ${def.says.inWords}` : '';
  return `${what}${twinsOf(def)}${named}${says}${people}${once}${first} in the period${lost}${unless}`;
}

/** Which rows stand back beside others that tell the same. */
function twinsOf({ twins }: CounterDef): string {
  if (!twins) return '';
  const { keep, drop, same } = twins;
  return ` (not ${typeTitle(drop)} where ${typeTitle(keep)} tells the same ${keyWords(same)})`;
}

function keyWords(keys: readonly RecordKey[], article?: 'a'): string {
  const words = keys.map((key) => (article ? aOrAn(recordKeys[key]) : recordKeys[key]));
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' and ');
}

const aOrAn = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;

/** Long enumerations are cut: the glossary is to be read. */
function orList(words: readonly string[]): string {
  return words.length > 4 ? `${words.slice(0, 3).join(', ')} and ${words.length - 3} more` : words.join(' or ');
}

export function definitionOf(id: KpiId): Definition {
  const def = kpiOf(id);
  return {
    tooltip: def.tooltip,
    formula: formulaText(def),
    glossary: id,
    ...(def.good ? { good: def.good } : {}),
    ...(def.empty.shows === 'none' ? { because: def.empty.because } : {}),
  };
}

function formulaText(def: KpiDef): string {
  const counter = rowsOf(def.formula);
  return counter === undefined ? printFormula(def.formula) : ruleOf(counter);
}

export function glossary(): readonly GlossaryEntry[] {
  return kpiIds.map(entryOf);
}

/** The rules that tell people and machines apart, the weightiest first. */
export function verdictGlossary(): readonly VerdictEntry[] {
  return verdictRuleIds
    .filter((id) => isInForce(verdictRuleOf(id), rulesVersion))
    .map((id) => {
      const { title, because, verdict, judges } = verdictRuleOf(id);
      return { id, title, because, verdict, judges: [...new Set(judges.map(typeTitle))] };
    });
}

function entryOf(id: KpiId): GlossaryEntry {
  const def = kpiOf(id);
  const counter = rowsOf(def.formula);
  return {
    id,
    title: def.title,
    tooltip: def.tooltip,
    formula: printFormula(def.formula),
    ...(counter === undefined ? {} : { rule: ruleOf(counter) }),
    unit: def.unit,
    empty: def.empty.shows === 'zero' ? '0' : `– (${def.empty.because})`,
    example: exampleText(def),
  };
}

function exampleText(def: KpiDef): string {
  const { given } = def.example;
  const parts = inputsOf(def.formula).map((counter) => `${counters[counter].title} ${given[counter] ?? 0}`);
  return `${parts.join(', ')} → ${shown(evaluate(def.formula, given), def.unit)}`;
}

function shown(value: number | null, unit: KpiDef['unit']): string {
  if (value === null) return '–';
  return unit === 'percent' ? `${(value * 100).toFixed(1)}%` : String(value);
}

/** All counters that the KPIs of a list read. */
export function countersOf(ids: readonly KpiId[]): readonly CounterId[] {
  return [...new Set(ids.flatMap((id) => inputsOf(kpiOf(id).formula)))];
}

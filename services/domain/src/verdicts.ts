import type { Columns } from './interaction';
import type { PersonRecord } from './personRecord';
import type { Verdict } from './registry/interactionTypes';
import {
  judgedTypes,
  verdictRuleIds,
  verdictRuleOf,
  type RowTest,
  type TimeTest,
  type VerdictRuleDef,
  type VerdictRuleId,
} from './registry/verdictRules';
import { fittingRows, isTimeTest, judgedMessages } from './verdictTimes';

const titles: Readonly<Record<Verdict, string>> = { human: 'Person', machine: 'Machine', unknown: 'Not known' };

/** A verdict with its reason in words, for rows that are judged. */
export function judgementText({ verdict, rule }: Pick<PersonRecord, 'verdict' | 'rule'>): string {
  return rule === '' ? titles[verdict] : `${titles[verdict]}: ${verdictRuleOf(rule).title}`;
}

/** Whether rules judge rows of the type: opens and clicks. */
export const isJudged = (type: string): boolean => judgedTypes.has(type);

type RowRule = readonly [VerdictRuleId, RowTest];

/** The row rules of every version, by the types that they judge. */
const rowRules: ReadonlyMap<string, readonly RowRule[]> = new Map(
  [...judgedTypes].map((type) => [
    type,
    verdictRuleIds.flatMap((id): readonly RowRule[] => {
      const { test, judges } = verdictRuleOf(id);
      return judges.includes(type) && !isTimeTest(test) ? [[id, test]] : [];
    }),
  ]),
);

/**
 * The row rules, of every version, that a row fits by its own columns: their ids, a blank between. It is kept with the
 * record, so that a change of what the rules say needs the rows in full again, and a change of version does not.
 */
export function marksOf(type: string, columns: Columns): string {
  const rules = rowRules.get(type);
  if (!rules) return '';
  return rules
    .filter(([, test]) => fits(test, columns))
    .map(([id]) => id)
    .join(' ');
}

/**
 * Of a row's columns what its row rules, of every version, found in them, and no more: a row that keeps only this is
 * judged as before.
 */
export function evidenceIn(type: string, columns: Columns): Columns {
  const evidence: Record<string, string> = {};
  for (const [, test] of rowRules.get(type) ?? [])
    for (const [column, found] of fits(test, columns) ? foundBy(test, columns) : [])
      evidence[column] = [...new Set([...(evidence[column]?.split(' ') ?? []), found])].join(' ');
  return evidence;
}

/** By column. */
function foundBy(test: RowTest, columns: Columns): readonly (readonly [string, string])[] {
  switch (test.kind) {
    case 'anyRow':
      return [];
    case 'filled':
      return test.columns.flatMap((column) => (columns[column] === undefined ? [] : [[column, columns[column]]]));
    case 'saysYes':
      return test.columns.flatMap((column) => (yes.test(columns[column] ?? '') ? [[column, 'true']] : []));
    case 'equals':
      return test.texts
        .filter((text) => text.toLowerCase() === columns[test.column]?.trim().toLowerCase())
        .map((text) => [test.column, text]);
    case 'contains':
      return test.texts.filter((text) => hasOneOf(columns[test.column], [text])).map((text) => [test.column, text]);
  }
}

const yes = /^\s*(true|1|yes)\s*$/i;

function fits(test: RowTest, columns: Columns): boolean {
  switch (test.kind) {
    case 'anyRow':
      return true;
    case 'filled':
      return test.columns.some((column) => columns[column] !== undefined);
    case 'saysYes':
      return test.columns.some((column) => yes.test(columns[column] ?? ''));
    case 'equals':
      return test.texts.some((text) => text.toLowerCase() === columns[test.column]?.trim().toLowerCase());
    case 'contains':
      return hasOneOf(columns[test.column], test.texts);
  }
}

function hasOneOf(text: string | undefined, parts: readonly string[]): boolean {
  if (text === undefined) return false;
  const lower = text.toLowerCase();
  return parts.some((part) => lower.includes(part));
}

/** A rule with its weight: rules in force come in the order of the table, the weightiest is 0. */
interface RuleInForce extends VerdictRuleDef {
  readonly id: VerdictRuleId;
  readonly weight: number;
}

const rulesInForce = (version: number): readonly RuleInForce[] =>
  verdictRuleIds
    .filter((id) => isInForce(verdictRuleOf(id), version))
    .map((id, weight): RuleInForce => ({ id, weight, ...verdictRuleOf(id) }));

/** Whether the rule belongs to the version. */
export const isInForce = ({ since, until }: VerdictRuleDef, version: number): boolean =>
  since <= version && (until === undefined || version < until);

interface TimeRule extends RuleInForce {
  readonly test: TimeTest;
}

/** Rules that look at what others found come last. */
function timeRules(rules: readonly RuleInForce[]): readonly TimeRule[] {
  const all = rules.filter((rule): rule is TimeRule => isTimeTest(rule.test));
  const isLast = ({ test }: TimeRule): boolean => test.kind === 'followedByHuman';
  return [...all.filter((rule) => !isLast(rule)), ...all.filter(isLast)];
}

/**
 * A person's records with verdict and rule filled in: of the rules in force that fit, the weightiest decides; where none
 * fits nothing is known. Pure; the order of the records does not matter, nor do rows of other messages. Test sends prove
 * nothing and are not judged by time.
 * @param version of the rules
 */
export function judged<R extends PersonRecord>(records: readonly R[], version: number): readonly R[] {
  const rules = rulesInForce(version);
  const decided = new Map<PersonRecord, RuleInForce>();
  const decide = (record: PersonRecord, rule: RuleInForce | undefined): void => {
    if (rule && rule.weight < (decided.get(record)?.weight ?? Infinity)) decided.set(record, rule);
  };
  const byId = new Map<string, RuleInForce>(rules.map((rule) => [rule.id, rule]));
  for (const record of records) {
    if (record.marks !== '') for (const id of record.marks.split(' ')) decide(record, byId.get(id));
  }
  const isHuman = (record: PersonRecord): boolean => decided.get(record)?.verdict === 'human';
  const byTime = timeRules(rules);
  for (const rows of judgedMessages(records)) {
    for (const rule of byTime) {
      const candidates = rows.filter(({ type }) => rule.judges.includes(type));
      if (candidates.length === 0) continue;
      for (const record of fittingRows(rule.test, candidates, rows, isHuman)) decide(record, rule);
    }
  }
  return decided.size === 0 ? records : records.map((record) => withVerdict(record, decided.get(record)));
}

const withVerdict = <R extends PersonRecord>(record: R, rule: RuleInForce | undefined): R =>
  rule ? { ...record, verdict: rule.verdict, rule: rule.id } : record;

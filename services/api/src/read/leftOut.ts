import {
  counterIds,
  counterOf,
  verdictRuleOf,
  type CounterId,
  type LeftOutAnswer,
  type VerdictRuleId,
} from '@record-insights/domain';
import { machinesIn, ranked } from './numbers';
import type { PanelSource } from './panelSource';

/** How many opens and clicks of the period are machines', by rule: what All has and People has not. */
export function leftOutOf(source: PanelSource): readonly LeftOutAnswer[] {
  return counterIds.flatMap((counter) => {
    const { leftOutAs } = counterOf(counter);
    return leftOutAs === undefined ? [] : [leftOut(counter, leftOutAs, source)];
  });
}

function leftOut(
  counter: CounterId,
  title: LeftOutAnswer['title'],
  { numbers, period, addressOf, listOf }: PanelSource,
): LeftOutAnswer {
  const rowsOf = (value: string): string => addressOf(listOf(counter), { verdict: 'all', value });
  const rules = ranked(numbers.values({ counter, period, verdict: 'all' }, 'rule')) as readonly (readonly [
    VerdictRuleId | '',
    number,
  ])[];
  return {
    counter,
    title,
    count: machinesIn(numbers, { counter, period }),
    rows: rowsOf('verdict:machine'),
    reasons: rules.flatMap(([rule, count]) => {
      const def = rule === '' ? undefined : verdictRuleOf(rule);
      return def?.verdict === 'machine' && rule !== ''
        ? [{ rule, title: def.title, count, rows: rowsOf(`rule:${rule}`) }]
        : [];
    }),
  };
}

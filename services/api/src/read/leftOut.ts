import { counterIds, counterOf, verdictRuleOf, type CounterId, type LeftOutAnswer } from '@record-insights/domain';
import { countBy } from './panels';
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
  { person, period, addressOf, listOf }: PanelSource,
): LeftOutAnswer {
  const machines = person.counted(counter, period, 'all').filter(({ record }) => record.verdict === 'machine');
  const rowsOf = (value: string): string => addressOf(listOf(counter), { verdict: 'all', value });
  const rules = countBy(machines, ({ record }) => record.rule);
  return {
    counter,
    title,
    count: machines.length,
    rows: rowsOf('verdict:machine'),
    reasons: rules.flatMap(([rule, count]) =>
      rule === '' ? [] : [{ rule, title: verdictRuleOf(rule).title, count, rows: rowsOf(`rule:${rule}`) }],
    ),
  };
}

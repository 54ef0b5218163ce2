import * as React from 'react';
import { useConst } from '@fluentui/react-hooks';
import type { CategoryDef, InsightsAnswer, Scope, UsageAnswer } from '@record-insights/domain';
import { formatOf, type Format } from '../../shared/format';
import { dataOf, mapLoad, useLoad, type Load } from '../../shared/load';
import { useRecordLinks, type RecordLinks } from '../../shared/useRecordLinks';
import { useWhileCounting } from '../../shared/useWhileCounting';
import { daysOf, firstFilter, type Days, type Filter, type Preset } from './filter';
import type { RecordInsightsProps } from './RecordInsights';
import type { Usage, UsageFilterProps } from './UsageFilter';
import type { Whose } from './VerdictSwitch';

/** What is chosen in the tab, and the numbers for it. */
export interface Insights extends RecordLinks {
  readonly category: CategoryDef;
  readonly load: Load<InsightsAnswer>;
  /** The numbers on show; those before, while others are on their way. */
  readonly answer: InsightsAnswer | undefined;
  readonly filter: Filter;
  readonly days: Days;
  readonly format: Format;
  readonly setCategory: (id: string) => void;
  readonly setFilter: (filter: Filter) => void;
  readonly whose: Whose;
  readonly setWhose: (whose: Whose) => void;
  readonly scope: Scope;
  readonly setScope: (scope: Scope) => void;
  readonly usage: UsageFilterProps;
  readonly choosePreset: (preset: Preset) => void;
  readonly reload: () => void;
}

export function useInsights({
  type,
  tables,
  recordId,
  locale,
  client,
  clientUrl,
  openRecord,
  now,
}: RecordInsightsProps): Insights {
  const [categoryId, setCategory] = React.useState(type.categories[0]?.id ?? '');
  const category = type.categories.find(({ id }) => id === categoryId) ?? { id: categoryId, title: '', panels: [] };
  const [chosen, setFilter] = React.useState<Filter>();
  const filter = chosen ?? (category.preset ? { preset: category.preset } : firstFilter);
  const [whose, setWhose] = React.useState<Whose>('all');
  const [scope, setScope] = React.useState<Scope>('joined');
  const [usage, setUsage] = React.useState<Usage>({});
  const [usages, setUsages] = React.useState<readonly UsageAnswer[]>([]);
  const [zone, setZone] = React.useState('UTC');
  const opened = useConst(now);
  const format = React.useMemo(() => formatOf(locale, zone, opened), [locale, zone, opened]);
  const days = daysOf(filter, format.today);
  const { from, to } = filter.preset === firstFilter.preset ? { from: undefined, to: undefined } : days;
  const recordType = type.id;
  const ask = React.useCallback(
    async (signal: AbortSignal) => {
      const verdict = whose === 'all' ? undefined : whose;
      const chosen = { from, to, verdict, scope: scope === 'joined' ? undefined : scope, ...usage };
      const answer = await client.insights({ recordType, recordId, category: categoryId, ...chosen }, signal);
      if (answer.ok) {
        setZone(answer.value.zone);
        setUsages(answer.value.usages ?? []);
      }
      return answer;
    },
    [client, recordType, recordId, categoryId, from, to, whose, scope, usage],
  );
  const { load: any, reload } = useLoad(ask);
  const load = mapLoad(any, (held) => (held.category === categoryId ? held : undefined));
  const answer = dataOf(load);
  useWhileCounting(answer, reload);
  const links = useRecordLinks(tables, clientUrl, openRecord);
  return {
    category,
    load,
    answer,
    filter,
    days,
    format,
    setCategory,
    setFilter,
    whose,
    setWhose,
    scope,
    setScope,
    usage: { usages, usage, onChoose: setUsage },
    choosePreset: React.useCallback((preset: Preset) => setFilter({ preset }), []),
    ...links,
    reload,
  };
}

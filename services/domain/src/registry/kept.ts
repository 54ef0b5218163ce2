import { inputsOf } from '../formula';
import type { Kept } from '../rollup';
import { counterIds, counterOf, type CounterId } from './counters';
import type { DimensionId } from './dimensions';
import { insights, type PanelDef, type PipelineDef, type ResultDef } from './insights';
import { kpiOf, type KpiId } from './kpis';
import { recordTypeIds, type RecordType } from './recordTypes';

type Read = readonly [CounterId, ...DimensionId[]];

const ofKpis = (kpis: readonly KpiId[], ...dimensions: readonly DimensionId[]): readonly Read[] =>
  kpis.flatMap((kpi) => inputsOf(kpiOf(kpi).formula)).map((counter) => [counter, ...dimensions] as const);

const ofList = (list: string): CounterId => list.slice(list.indexOf('.') + 1) as CounterId;

const ofResults = (results: readonly ResultDef[]): readonly Read[] =>
  results.flatMap(({ counter, parts = [], inWords }) =>
    parts === 'types'
      ? [[counter, 'type', ...(inWords ? [inWords] : [])] as const]
      : [[counter] as const, ...ofResults(parts)],
  );

/** Whether sums of rows can tell how the counter's number came about. */
const isExplained = (counter: CounterId): boolean => counterOf(counter).byIteration !== true;

/** What a panel reads of numbers that are kept added up; nothing where it is about one person's rows. */
function readBy(panel: PanelDef): readonly Read[] {
  switch (panel.kind) {
    case 'kpiTiles':
    case 'funnel':
      return ofKpis(panel.kpis).map(([counter]) => (isExplained(counter) ? [counter, 'standing'] : [counter]));
    case 'byDay':
      return ofKpis(panel.kpis);
    case 'values':
      return ofKpis(panel.kpis, panel.dimension);
    case 'map':
      return ofKpis([panel.kpi], 'country');
    case 'timeline':
    case 'breakdown':
      return [[ofList(panel.list), 'type']];
    case 'list':
      return [[ofList(panel.list)]];
    case 'results':
      return ofResults(panel.results);
    case 'heatMap':
      return [['delivered'], ['clicksTotal', 'link'], ['uniqueLinkClicks', 'link']];
    default:
      return [];
  }
}

const readByPipeline = ({ people, rows, kpis, versions }: PipelineDef): readonly Read[] => [
  [people, 'signature'],
  [rows],
  ...ofKpis(kpis),
  ...versions.map((counter): Read => [counter, 'version']),
];

function keptFor(recordType: RecordType): Kept {
  const { people, categories = [], pipeline } = insights[recordType] ?? {};
  if (people !== 'all') return new Map();
  const ofPanels = categories.flatMap(({ panels }) => panels.flatMap(readBy));
  const reads = [...ofPanels, ...(pipeline ? readByPipeline(pipeline) : [])];
  const leftOut = counterIds
    .filter((id) => counterOf(id).leftOutAs !== undefined && reads.some(([counter]) => counter === id))
    .map((id): Read => [id, 'rule']);
  const kept = new Map<CounterId, DimensionId[]>();
  for (const [counter, ...dimensions] of [...reads, ...leftOut])
    kept.set(counter, [...new Set([...(kept.get(counter) ?? []), ...dimensions])]);
  return kept;
}

/** What is kept added up for records of each type: all that their categories read. */
export const kept: Readonly<Record<RecordType, Kept>> = Object.fromEntries(
  recordTypeIds.map((type) => [type, keptFor(type)]),
) as Record<RecordType, Kept>;

/** Whether it can be told how a KPI of such a record came about, by what is kept. */
export const isExplainedBySums = (recordType: RecordType, kpi: KpiId): boolean =>
  inputsOf(kpiOf(kpi).formula).every((counter) => kept[recordType].get(counter)?.includes('standing') === true);

import type { HeatMapAnswer } from '@record-insights/domain';
import { csvText } from '../../../shared/csvText';
import type { CsvFile } from '../../../shared/insightsClient';
import type { Host } from '../../app/host';
import { linkKpiIds, linkKpis } from './linkKpis';
import { valueOf, type RankedLink } from './rankedLinks';

/** All links with all their numbers as a file, addresses whole; shares as parts of 1, empty where there is no answer. */
export function linksFile(
  links: readonly RankedLink[],
  answer: HeatMapAnswer,
  { texts }: Pick<Host, 'texts'>,
): CsvFile {
  const { say } = texts;
  const heads = [
    say('linkHead'),
    say('addressHead'),
    say('version'),
    ...linkKpiIds.map((id) => say(linkKpis[id].title)),
  ];
  const lines = links.map(({ row }) => [
    row.name,
    row.address,
    row.isOlder ? say('olderVersion') : '',
    ...linkKpiIds.map((id) => String(valueOf(id, row, answer) ?? '')),
  ]);
  const content = new Blob([csvText([heads, ...lines])], { type: 'text/csv;charset=utf-8' });
  return { name: 'links.csv', content };
}

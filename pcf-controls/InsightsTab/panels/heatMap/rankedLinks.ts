import type { HeatMapAnswer } from '@record-insights/domain';
import { shortAddress } from '../../../shared/sentence';
import type { Host } from '../../app/host';
import { shownValue } from '../delta';
import { linkKpiIds, linkKpis, type LinkKpi, type LinkKpiId } from './linkKpis';
import type { LinkRow } from './linkRows';
import { ranksOf } from './ranks';

/** A link with its rank by the number that colours. */
export interface RankedLink {
  readonly row: LinkRow;
  /** What it is called: its name, else its address, else that it is unknown. */
  readonly name: string;
  readonly address: string;
  /** Undefined where it was not clicked. */
  readonly rank: number | undefined;
  readonly colour: { readonly fill: string; readonly ink: string };
  /** Total, unique and rate in words. */
  readonly numbers: readonly string[];
}

type Words = Pick<Host, 'texts' | 'format'>;

export const valueOf = (kpi: LinkKpiId, row: LinkRow, answer: HeatMapAnswer): number | null =>
  linkKpis[kpi].valueOf(row, answer);

export function textOf(kpi: LinkKpiId, row: LinkRow, answer: HeatMapAnswer, { format }: Words): string {
  const { unit }: LinkKpi = linkKpis[kpi];
  return shownValue(valueOf(kpi, row, answer), unit, format);
}

/** What each of a link's numbers means, a line each. */
export const linkKpiNotes = ({ texts }: Pick<Host, 'texts'>): readonly string[] =>
  linkKpiIds.map((id) => texts.say('nameAndNumber', texts.say(linkKpis[id].title), texts.say(linkKpis[id].tooltip)));

/** @param heat colours from the most to the least */
export function rankedLinks(
  rows: readonly LinkRow[],
  kpi: LinkKpiId,
  answer: HeatMapAnswer,
  words: Words,
  heat: readonly RankedLink['colour'][],
): readonly RankedLink[] {
  const { texts, format } = words;
  const ranks = ranksOf(rows.map((row) => valueOf(kpi, row, answer)));
  return rows.flatMap((row, n) => {
    const { rank, step } = ranks[n] ?? { rank: undefined, step: heat.length - 1 };
    const colour = heat[step];
    if (!colour) return [];
    const address = shortAddress(row.address);
    const name = [row.name, address].find((text) => text !== '') ?? texts.say('unknownValue');
    const numbers = [
      texts.count('clicks', row.count, format.number(row.count)),
      texts.count('uniquely', row.unique, format.number(row.unique)),
      texts.say('nameAndNumber', texts.say(linkKpis.rate.title), textOf('rate', row, answer, words)),
    ];
    return [{ row, name, address, rank, colour, numbers }];
  });
}

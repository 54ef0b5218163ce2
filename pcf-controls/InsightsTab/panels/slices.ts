import type { Part } from '@record-insights/domain';
import type { DonutSlice } from '../../shared/charts/Donut';

/** A slice of a breakdown: one part, or the small ones together. */
export interface Slice extends DonutSlice {
  readonly key: string;
  readonly types: readonly string[];
}

const shownAlone = 5;

/** The five largest parts, and the others as one slice. @param otherTitle names so many other kinds */
export function slicesOf(
  parts: readonly Part[],
  total: number,
  otherTitle: (kinds: number) => string,
): readonly Slice[] {
  const share = (count: number): number => (total === 0 ? 0 : count / total);
  const alone = parts.slice(0, shownAlone).map(({ type, title, count }, series): Slice => ({
    key: type,
    title,
    count,
    share: share(count),
    types: [type],
    series,
  }));
  const others = parts.slice(shownAlone);
  if (others.length === 0) return alone;
  const count = others.reduce((sum, part) => sum + part.count, 0);
  const types = others.map(({ type }) => type);
  return [
    ...alone,
    { key: 'others', title: otherTitle(others.length), count, share: share(count), types, series: undefined },
  ];
}

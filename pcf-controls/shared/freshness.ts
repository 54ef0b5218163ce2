import type { Freshness } from '@record-insights/domain';
import type { RowsHost } from './rows/rowsHost';

/** What is still to be counted, in words; undefined where nothing is. */
export function behindText(
  { rebuilding, waiting }: Freshness,
  { texts, format }: Pick<RowsHost, 'texts' | 'format'>,
): string | undefined {
  if (rebuilding) return texts.say('rebuilding', format.number(rebuilding.done), format.number(rebuilding.total));
  return waiting > 0 ? texts.say('stillCounting', format.number(waiting)) : undefined;
}

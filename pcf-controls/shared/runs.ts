import type { RowsHost } from './rows/rowsHost';

/**
 * An iteration of a recurring journey in words: by the day of its start, where that is told.
 * @param place among the iterations, from 0
 */
export function runName(
  startsAt: string | undefined,
  place: number,
  { texts, format }: Pick<RowsHost, 'texts' | 'format'>,
): string {
  return startsAt === undefined
    ? texts.say('runNumbered', format.number(place + 1))
    : texts.say('runFrom', format.day(format.dayOfInstant(startsAt)));
}

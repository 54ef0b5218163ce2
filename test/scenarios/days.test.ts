import fc from 'fast-check';
import { dayOf, parseDay, spanOf, type Day } from '@record-insights/domain';
import { dayIn, daysLater } from '../oracle/days';

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
/** Outbound marketing has rows from 2018 on; some zones changed in odder ways before. */
const instants = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2032-01-01'), noInvalidDate: true })
  .map((date) => date.getTime());

test('in any zone an instant falls on the day that the calendar on the wall shows', () => {
  fc.assert(
    fc.property(zones, instants, (zone, at) => expect(dayOf(at, zone)).toBe(dayIn(zone, at))),
    { numRuns: 2000 },
  );
});

test('in any zone the days of a period are those from its first instant to its last, and no others', () => {
  fc.assert(
    fc.property(zones, instants, fc.nat(3), (zone, at, more) => {
      const first = dayIn(zone, at);
      const last = daysLater(first, more);
      const span = spanOf({ from: day(first), to: day(last) }, zone);
      const days = [span.from - 1, span.from, span.before - 1, span.before].map((edge) => dayIn(zone, edge));
      expect(days).toEqual([daysLater(first, -1), first, last, daysLater(last, 1)]);
    }),
    { numRuns: 2000 },
  );
});

const day = (text: string): Day => parseDay(text)!;

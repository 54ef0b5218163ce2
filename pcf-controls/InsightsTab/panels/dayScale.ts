import { daysOf, type Day, type Period } from '@record-insights/domain';

/** Places of days along a width, in px. */
export interface DayScale {
  readonly days: readonly Day[];
  /** Space of one day. */
  readonly step: number;
  /** Width of a column. */
  readonly column: number;
  middleOf(day: Day): number;
}

const widest = 16;
/** Share of a day's space that its column takes. */
const share = 0.6;

export function dayScale(period: Period, width: number): DayScale {
  const days = daysOf(period);
  const step = width / days.length;
  const places = new Map(days.map((day, n) => [day, (n + 0.5) * step]));
  return {
    days,
    step,
    column: Math.max(1, Math.min(widest, step * share)),
    middleOf: (day) => places.get(day) ?? 0,
  };
}

export interface DateMark {
  readonly day: Day;
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Up to four dates along the axis: the first, two between, the last. */
export function dateMarks({ days }: DayScale, width: number): readonly DateMark[] {
  const last = days.length - 1;
  const wanted = [0, 1 / 3, 2 / 3, 1].map((part) => ({
    part,
    place: part === 1 ? last : Math.round(part * days.length),
  }));
  const distinct = wanted.filter(
    ({ place }, n) => place <= last && wanted.findIndex((other) => other.place === place) === n,
  );
  return distinct.flatMap(({ part, place }) => {
    const day = days[place];
    const anchor = part === 0 ? 'start' : part === 1 ? 'end' : 'middle';
    return day === undefined ? [] : [{ day, x: part * width, anchor }];
  });
}

import type { Calendar } from './calendar';
import { diceOf } from './dice';
import { campaigns } from './campaigns';
import { standingJourneys } from './standingJourneys';
import { placed, type Tile, type TilePlan } from './tiles';

/** When a journey begins: so many days before the end, on a date of the year, or on a day of the sample. */
type Start = { readonly ago: number } | { readonly month: number; readonly date: number } | { readonly day: number };

/** A journey as it is written down: who, when, and the tiles. */
export interface JourneyPlan {
  readonly name: string;
  readonly mode: 'once' | 'recurring' | 'continuous' | 'draft';
  readonly start: Start;
  readonly every?: number;
  /** Messages that come whether subscribed or not. */
  readonly transactional?: true;
  /** Stopped by hand after so many days. */
  readonly stopsAfter?: number;
  readonly tiles: TilePlan;
}

export interface Journey extends Omit<JourneyPlan, 'tiles' | 'start'> {
  readonly id: string;
  readonly startDay: number;
  readonly root: Tile;
  /** Name of the segment it begins with. */
  readonly audience: string;
}

/** All journeys, their tiles numbered and their first day found. */
export function journeysOf(seed: number, calendar: Calendar): readonly Journey[] {
  return [...standingJourneys, ...campaigns].map(({ tiles, start, ...plan }) => ({
    ...plan,
    id: diceOf(seed, 'journey', plan.name).guid(),
    startDay: startDayOf(start, calendar),
    root: placed(tiles),
    audience: tiles.name,
  }));
}

function startDayOf(start: Start, calendar: Calendar): number {
  if ('ago' in start) return calendar.days - start.ago;
  return 'day' in start ? start.day : calendar.next(start.month, start.date);
}

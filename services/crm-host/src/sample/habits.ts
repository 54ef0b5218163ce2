import type { Instant } from '@record-insights/domain';
import { hour, minute, second, type Calendar } from './calendar';
import type { Dice } from './dice';

/** When somebody reads mail: a weight for each hour of the day and each day of the week, Monday first. */
export interface Habit {
  readonly hours: readonly number[];
  readonly weekdays: readonly number[];
}

const peaked = (...peaks: readonly number[]): readonly number[] =>
  Array.from({ length: 24 }, (_, at) =>
    peaks.reduce((sum, peak) => sum + Math.exp(-((at - peak) ** 2) / 2.5), at < 6 ? 0.004 : 0.03),
  );

const workdays = [1, 1, 0.95, 0.9, 0.7, 0.08, 0.06];
const anyDay = [0.8, 0.8, 0.8, 0.8, 0.8, 0.7, 0.9];
const startOfWeek = [1.6, 0.9, 0.6, 0.5, 0.4, 0.05, 0.1];

/** A few ways to live; each person has one of them. */
export const habits: readonly Habit[] = [
  { hours: peaked(8, 13), weekdays: workdays },
  { hours: peaked(7), weekdays: workdays },
  { hours: peaked(9.5, 15), weekdays: startOfWeek },
  { hours: peaked(20.5), weekdays: anyDay },
  { hours: peaked(6.5, 17, 21), weekdays: anyDay },
  { hours: peaked(11.5, 16), weekdays: workdays },
];

const soon = 0.3;
const nextDay = 0.55;
const longest = 13;

/** When a person of this habit reacts to something that came: a third soon, most the same day, few after a week. */
export function reactionAfter(at: Instant, habit: Habit, calendar: Calendar, dice: Dice): Instant {
  const quick = at + 20 * second + Math.floor(dice.wait(35 * minute) / second) * second;
  if (dice.chance(soon) && awake(quick, habit, calendar)) return quick;
  let day = calendar.indexOf(at) + dice.streak(1 - nextDay, longest);
  while (!dice.chance(habit.weekdays[calendar.weekday(day)] ?? 1)) day += 1;
  const drawn = calendar.moment(day, dice.weighted(habit.hours) + dice.next());
  return drawn > at ? drawn : later(at, habit, calendar, dice);
}

/** The hour drawn has passed on that day: some other hour of it, else the next morning. */
function later(at: Instant, habit: Habit, calendar: Calendar, dice: Dice): Instant {
  const day = calendar.indexOf(at);
  const drawn = calendar.moment(day, dice.weighted(habit.hours) + dice.next());
  return drawn > at ? drawn : calendar.moment(day + 1, dice.weighted(habit.hours) + dice.next());
}

function awake(at: Instant, habit: Habit, calendar: Calendar): boolean {
  const hours = Math.floor((at - calendar.startOf(calendar.indexOf(at))) / hour);
  return (habit.hours[hours] ?? 0) > 0.1;
}

/** Steps of a grid's colours, none to most. */
export const mostStep = 5;

/** The step of a value beside the highest one: nothing is 0, anything at least 1, the highest 5. */
export function stepOf(value: number, highest: number): number {
  return value <= 0 || highest <= 0 ? 0 : Math.max(1, Math.round((value / highest) * mostStep));
}

/** The step of a class of waiting time by its place, the fastest first: minutes, the hour, hours, the day, days. */
export const stepOfWait = (place: number): number => Math.max(1, mostStep - Math.floor(place / 2));

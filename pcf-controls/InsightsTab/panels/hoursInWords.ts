import type { WeekHour } from '@record-insights/domain';
import type { Format } from '../../shared/format';

/** Hours of the week as one says them: "Tue and Thu, 08:00", "Mon, 07:00; Tue, 09:00". Empty where there are none. */
export function hoursInWords(hours: readonly WeekHour[], format: Format): string {
  const byHour = new Map<number, number[]>();
  for (const { weekday, hour } of hours) byHour.set(hour, [...(byHour.get(hour) ?? []), weekday]);
  return [...byHour]
    .sort(([a], [b]) => a - b)
    .map(([hour, weekdays]) => {
      const inOrder = format.week.filter((weekday) => weekdays.includes(weekday));
      const days = inOrder.map((weekday) => format.weekday(weekday, 'short'));
      return `${format.all(days)}, ${format.hour(hour)}`;
    })
    .join('; ');
}

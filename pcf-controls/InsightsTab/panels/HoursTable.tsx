import * as React from 'react';
import type { WeekHour } from '@record-insights/domain';
import { useHost } from '../app/host';
import { createStyles, scrolling } from '../../shared/ui/createStyles';
import { DataTable, type TableColumn } from '../../shared/ui/DataTable';
import { useSorted } from '../../shared/ui/useSorted';

/** A number of an hour of the week, as a table has it. */
export interface HourColumn<Cell> {
  readonly key: string;
  readonly title: string;
  /** What is sorted by; the lowest where there is no answer. */
  readonly valueOf: (cell: Cell) => number;
  readonly textOf: (cell: Cell) => string;
}

export interface HoursTableProps<Cell extends WeekHour> {
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly columns: readonly HourColumn<Cell>[];
}

const useStyles = createStyles(() => ({ scroll: scrolling }));
const numberWidth = 88;

/** The hours of a grid in rows, sorted by their first number until another head is pressed. */
export function HoursTable<Cell extends WeekHour>({
  label,
  cells,
  columns,
}: HoursTableProps<Cell>): React.ReactElement {
  const { texts, format } = useHost();
  const styles = useStyles();
  const placeOf = ({ weekday, hour }: WeekHour): number => format.week.indexOf(weekday) * 24 + hour;
  const { sorted, sortOf } = useSorted(cells, columns[0]?.key ?? 'hour', (cell, key) =>
    key === 'hour' ? -placeOf(cell) : (columns.find((column) => column.key === key)?.valueOf(cell) ?? 0),
  );
  const all: readonly TableColumn<Cell>[] = [
    {
      key: 'hour',
      title: texts.say('hourHead'),
      render: ({ weekday, hour }) => texts.say('dayAndHour', format.weekday(weekday, 'short'), format.hour(hour)),
      ...sortOf('hour'),
    },
    ...columns.map(({ key, title, textOf }) => ({
      key,
      title,
      right: true,
      width: numberWidth,
      render: textOf,
      ...sortOf(key),
    })),
  ];
  return (
    <div className={styles.scroll} data-is-scrollable="true">
      <DataTable
        label={label}
        columns={all}
        items={sorted}
        keyOf={({ weekday, hour }) => `${weekday} ${hour}`}
        rows="compact"
      />
    </div>
  );
}

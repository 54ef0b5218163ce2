import * as React from 'react';
import { createStyles, scrolling } from '../../../shared/ui/createStyles';
import { useHost } from '../../app/host';
import { DataTable, type TableColumn } from '../../../shared/ui/DataTable';
import { useSorted } from '../../../shared/ui/useSorted';
import type { CountriesProps } from './MapPanel';

interface Row {
  readonly name: string;
  readonly count: number;
}

const useStyles = createStyles(() => ({ scroll: scrolling }));

/** All countries and those that are unknown, the most first until another head is pressed. */
export function CountriesTable({ label, answer }: CountriesProps): React.ReactElement {
  const { texts, format } = useHost();
  const styles = useStyles();
  const { countries, unknown, total } = answer;
  const rows: readonly Row[] = [
    ...countries.map(({ country, count }) => ({ name: format.country(country), count })),
    ...(unknown > 0 ? [{ name: texts.say('unknownValue'), count: unknown }] : []),
  ];
  const { sorted, sortOf } = useSorted(rows, 'count', (row, key) => (key === 'name' ? row.name : row.count));
  const columns: readonly TableColumn<Row>[] = [
    { key: 'name', title: texts.say('countryHead'), render: ({ name }) => name, ...sortOf('name') },
    {
      key: 'count',
      title: texts.say('countHead'),
      right: true,
      width: 72,
      render: ({ count }) => format.number(count),
      ...sortOf('count'),
    },
    {
      key: 'share',
      title: texts.say('shareHead'),
      right: true,
      width: 64,
      render: ({ count }) => format.percent(count / total),
    },
  ];
  return (
    <div className={styles.scroll} data-is-scrollable="true">
      <DataTable label={label} columns={columns} items={sorted} keyOf={({ name }) => name} rows="compact" />
    </div>
  );
}

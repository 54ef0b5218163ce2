import * as React from 'react';
import {
  listColumns,
  subjectColumns,
  type ListColumnAnswer,
  type ListColumnDef,
  type ListRow,
  type RecordType,
} from '@record-insights/domain';
import type { Host } from '../app/host';
import { useHost } from '../app/host';
import { createStyles, cut, text12 } from './createStyles';
import { DataTable, type TableColumn } from './DataTable';
import { MoreRows } from './MoreRows';
import { RecordLink } from './RecordLink';
import type { Rows } from './useRows';
import { useWidth } from './useWidth';

export interface RowsTableProps {
  readonly rows: Rows;
  /** Absent where only the first rows are shown. */
  readonly more?: () => void;
  readonly label: string;
}

const useStyles = createStyles((theme) => ({
  second: { color: theme.palette.neutralSecondary },
  cell: { ...cut, display: 'block' },
  first: { ...cut, display: 'block', lineHeight: '20px' },
  below: { ...cut, ...text12, display: 'block', minHeight: 16, color: theme.palette.neutralSecondary },
}));
type Styles = ReturnType<typeof useStyles>;

const timeWidth = 128;
/** Below so much a column, names would be cut: all columns but the first then share a second line. */
const roomyColumn = 170;

/** Rows behind a number: its list's columns with the names of records, the time last, newest first. */
export function RowsTable({ rows: { list, rows, hasMore }, more, label }: RowsTableProps): React.ReactElement {
  const host = useHost();
  const styles = useStyles();
  const [ref, width] = useWidth<HTMLDivElement>(0);
  const isRoomy = list.columns.length === 1 || (width - timeWidth) / list.columns.length >= roomyColumn;
  const columns = isRoomy ? wideColumns(list.columns, styles) : narrowColumns(list.columns, styles);
  return (
    <div ref={ref}>
      <DataTable
        label={label}
        columns={[...columns, timeColumn(list.timeTitle, host)]}
        items={rows}
        keyOf={({ id }) => id}
        after={hasMore && more ? <MoreRows more={more} /> : undefined}
        rows={isRoomy ? 'plain' : 'twoLines'}
      />
    </div>
  );
}

function timeColumn(title: string, { format }: Host): TableColumn<ListRow> {
  return { key: 'at', title, right: true, width: timeWidth, sorted: 'down', render: ({ at }) => format.dayTime(at) };
}

const wideColumns = (columns: readonly ListColumnAnswer[], styles: Styles): readonly TableColumn<ListRow>[] =>
  columns.map(({ id, title }, n) => ({
    key: id,
    title,
    render: (row) => (
      <span className={n === 0 ? styles.cell : `${styles.cell} ${styles.second}`} title={plainText(row, id)}>
        <Cell row={row} column={id} plain={n > 0} />
      </span>
    ),
  }));

/** The first column, with the others on a second line; the head names them all. */
function narrowColumns(all: readonly ListColumnAnswer[], styles: Styles): readonly TableColumn<ListRow>[] {
  const [first, ...others] = all;
  if (!first) return [];
  const render = (row: ListRow): React.ReactNode => (
    <>
      <span className={styles.first}>
        <Cell row={row} column={first.id} plain={false} />
      </span>
      <span className={styles.below}>
        {others
          .filter(({ id }) => row.fields[id] !== undefined)
          .map(({ id }, n) => (
            <React.Fragment key={id}>
              {n > 0 && ' · '}
              <Cell row={row} column={id} plain />
            </React.Fragment>
          ))}
      </span>
    </>
  );
  return [{ key: first.id, title: all.map(({ title }) => title).join(' · '), render }];
}

interface CellProps {
  readonly row: ListRow;
  readonly column: string;
  readonly plain: boolean;
}

function Cell({ row, column, plain }: CellProps): React.ReactElement {
  const value = row.fields[column];
  const type = recordTypeOfColumn(column);
  if (value === undefined) return <>–</>;
  return type ? <RecordLink type={type} id={value} plain={plain} /> : <>{value}</>;
}

const columnDefs: Readonly<Partial<Record<string, ListColumnDef>>> = listColumns;

/** The type of the records that a list column names; undefined for columns of plain text. */
export function recordTypeOfColumn(column: string): RecordType | undefined {
  const def = columnDefs[column];
  const field = def?.record === true ? def.fields[0] : undefined;
  return field === undefined ? undefined : subjectColumns[field];
}

/** Full text for what may be cut; the name of a record shows its own. */
const plainText = (row: ListRow, column: string): string | undefined =>
  recordTypeOfColumn(column) ? undefined : row.fields[column];

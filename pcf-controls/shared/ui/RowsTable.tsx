import * as React from 'react';
import {
  listColumns,
  type ListColumnAnswer,
  type ListColumnDef,
  type ListColumnShape,
  type ListRow,
  type NamedType,
} from '@record-insights/domain';
import type { Format } from '../format';
import type { RowsHost } from '../rows/rowsHost';
import { useRowsHost } from '../rows/rowsHost';
import { createStyles, cut, text12 } from './createStyles';
import { DataTable, type TableColumn } from './DataTable';
import { mainLabels, valueUnder } from './mainLabels';
import { MoreRows } from './MoreRows';
import { RecordLink } from './RecordLink';
import type { Rows } from './useRows';
import { useWidth } from './useWidth';
import { ValuesTip } from './ValuesTip';

export interface RowsTableProps {
  readonly rows: Rows;
  /** Absent where only the first rows are shown. */
  readonly more?: () => void;
  readonly label: string;
}

const useStyles = createStyles((theme) => ({
  second: { color: theme.palette.neutralSecondary },
  cell: { ...cut, display: 'block' },
  whole: { display: 'block', whiteSpace: 'normal', overflowWrap: 'anywhere' },
  first: { ...cut, display: 'block', lineHeight: '20px' },
  below: { ...cut, ...text12, display: 'block', minHeight: 16, color: theme.palette.neutralSecondary },
  belowWithTip: { ...text12, display: 'flex', gap: 8, minHeight: 16, color: theme.palette.neutralSecondary },
}));
type Styles = ReturnType<typeof useStyles>;

const timeWidth = 128;
const valuesWidth = 72;
/** Below so much a column, names would be cut: all columns but the first then share a second line. */
const roomyColumn = 170;
/** Columns of what was filled in, where there is room for so many. */
const mostValues = 4;

/** How texts of a shape are told, and the size of their column where the table has room. */
interface Shape {
  readonly size: Pick<TableColumn<ListRow>, 'width' | 'right' | 'grow'>;
  tell(text: string, format: Format): string;
}

const plain = (text: string): string => text;
const shapes: Readonly<Record<ListColumnShape, Shape>> = {
  count: { size: { width: 56, right: true }, tell: (text, format) => format.number(Number(text)) },
  seconds: {
    size: { width: 80, right: true },
    tell: (text, format) => (/^\d+$/.test(text) ? format.duration(Number(text)) : text),
  },
  word: { size: { width: 72 }, tell: plain },
  address: { size: { grow: 2 }, tell: plain },
};

const sizeOf = ({ shows }: ListColumnAnswer): Shape['size'] => (shows ? shapes[shows].size : {});

/** Rows behind a number: its list's columns with the names of records, the time last, newest first. */
export function RowsTable({ rows: { list, rows, hasMore }, more, label }: RowsTableProps): React.ReactElement {
  const host = useRowsHost();
  const styles = useStyles();
  const [ref, width] = useWidth<HTMLDivElement>(0);
  const isValued = list.rows.some(({ values }) => values !== undefined);
  const fixed = list.columns.reduce((sum, column) => sum + (sizeOf(column).width ?? 0), isValued ? valuesWidth : 0);
  const sharing = list.columns.filter((column) => sizeOf(column).width === undefined).length;
  const room = width - timeWidth - fixed;
  const isRoomy = list.columns.length === 1 || room / sharing >= roomyColumn;
  const columns = isRoomy ? wideColumns(list.columns, host, styles) : narrowColumns(list.columns, host, styles);
  const labels = mainLabels(list.rows, isRoomy ? mostValues : 0);
  const whole = isValued && isRoomy ? [allValues(host)] : [];
  const values = [...labels.map((name) => valueColumn(name, styles)), ...whole];
  return (
    <div ref={ref}>
      <DataTable
        label={label}
        columns={[...columns, ...values, timeColumn(list.timeTitle, host)]}
        items={rows}
        keyOf={({ id }) => id}
        after={hasMore && more ? <MoreRows more={more} /> : undefined}
        rows={isRoomy ? 'plain' : 'twoLines'}
      />
    </div>
  );
}

function timeColumn(title: string, { format }: RowsHost): TableColumn<ListRow> {
  return { key: 'at', title, right: true, width: timeWidth, sorted: 'down', render: ({ at }) => format.dayTime(at) };
}

/** What was filled in under a label, as far as the column is wide. */
const valueColumn = (name: string, styles: Styles): TableColumn<ListRow> => ({
  key: `value ${name}`,
  title: name,
  render: (row) => (
    <span className={`${styles.cell} ${styles.second}`} title={valueUnder(row, name)}>
      {valueUnder(row, name) ?? '–'}
    </span>
  ),
});

/** A way to everything that was filled in. */
const allValues = ({ texts, format }: RowsHost): TableColumn<ListRow> => ({
  key: 'values',
  title: texts.say('valuesHead'),
  width: valuesWidth,
  render: ({ values = [], at }) => <ValuesTip values={values} when={format.dayTime(at)} />,
});

const wideColumns = (
  columns: readonly ListColumnAnswer[],
  { format }: RowsHost,
  styles: Styles,
): readonly TableColumn<ListRow>[] =>
  columns.map((column, n) => {
    const { id, title, shows } = column;
    const look = `${shows === 'address' ? styles.whole : styles.cell} ${n === 0 ? '' : styles.second}`;
    return {
      key: id,
      title,
      ...sizeOf(column),
      render: (row) => (
        <span className={look} title={plainText(row, column, format)}>
          <Cell row={row} column={column} plain={n > 0} />
        </span>
      ),
    };
  });

/** The first column, with the others on a second line; the head names them all. */
function narrowColumns(
  all: readonly ListColumnAnswer[],
  { format }: RowsHost,
  styles: Styles,
): readonly TableColumn<ListRow>[] {
  const [first, ...others] = all;
  if (!first) return [];
  const render = (row: ListRow): React.ReactNode => (
    <>
      <span className={styles.first} title={plainText(row, first, format)}>
        <Cell row={row} column={first} plain={false} />
      </span>
      <span className={row.values ? styles.belowWithTip : styles.below}>
        {others
          .filter(({ id }) => row.fields[id] !== undefined)
          .map((column, n) => (
            <React.Fragment key={column.id}>
              {n > 0 && ' · '}
              <Cell row={row} column={column} plain />
            </React.Fragment>
          ))}
        {row.values && <ValuesTip values={row.values} when={format.dayTime(row.at)} />}
      </span>
    </>
  );
  return [{ key: first.id, title: all.map(({ title }) => title).join(' · '), render }];
}

interface CellProps {
  readonly row: ListRow;
  readonly column: ListColumnAnswer;
  readonly plain: boolean;
}

function Cell({ row, column, plain }: CellProps): React.ReactElement {
  const { format, texts } = useRowsHost();
  const value = row.fields[column.id];
  const type = recordTypeOfColumn(column.id);
  if (row.hidden === true && column.id === 'person') return <>{texts.say('cannotOpen_contact')}</>;
  if (value === undefined) return <>–</>;
  return type ? <RecordLink type={type} id={value} plain={plain} /> : <>{plainText(row, column, format)}</>;
}

const columnDefs: Readonly<Partial<Record<string, ListColumnDef>>> = listColumns;

/** The type of the records that a list column names; undefined for columns of plain text. */
export const recordTypeOfColumn = (column: string): NamedType | undefined => columnDefs[column]?.record;

/** Full text for what may be cut; the name of a record shows its own. */
function plainText(row: ListRow, { id, shows }: ListColumnAnswer, format: Format): string | undefined {
  const value = row.fields[id];
  if (recordTypeOfColumn(id) || value === undefined) return undefined;
  return shows ? shapes[shows].tell(value, format) : value;
}

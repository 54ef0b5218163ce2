import * as React from 'react';
import {
  CheckboxVisibility,
  ConstrainMode,
  DetailsList,
  DetailsListLayoutMode,
  DetailsRow,
  SelectionMode,
  type IColumn,
  type IDetailsListProps,
} from '@fluentui/react';
import { createStyles, text12, text14 } from './createStyles';

export interface TableColumn<Item> {
  readonly key: string;
  readonly title: string;
  /** Numbers and times stand right under right-aligned heads. */
  readonly right?: boolean;
  readonly width?: number;
  readonly render: (item: Item) => React.ReactNode;
  /** Set on the column that the rows are sorted by, largest or newest first unless `up`. */
  readonly sorted?: 'up' | 'down' | undefined;
  readonly onSort?: () => void;
}

export interface DataTableProps<Item> {
  readonly label: string;
  readonly columns: readonly TableColumn<Item>[];
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Stands after the last row, as the place that asks for more rows when it comes into view. */
  readonly after?: React.ReactElement | undefined;
  readonly compact?: boolean;
}

const useStyles = createStyles((theme) => ({
  table: { overflow: 'visible', selectors: { '& .ms-DetailsList-contentWrapper': { minWidth: 0 } } },
  head: {
    height: 32,
    lineHeight: '31px',
    padding: 0,
    position: 'sticky',
    top: 0,
    zIndex: 1,
    background: theme.palette.white,
    borderBottom: `1px solid ${theme.palette.neutralTertiaryAlt}`,
    selectors: {
      '& .ms-DetailsHeader-cell': { height: 31 },
      '& .ms-DetailsHeader-cellName': { ...text12, fontWeight: 600 },
      '& .ms-DetailsHeader-cellTitle': { color: theme.palette.neutralSecondary },
    },
  },
  rightHead: { selectors: { '& .ms-DetailsHeader-cellTitle': { justifyContent: 'flex-end' } } },
  right: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  row: {
    ...text14,
    background: 'transparent',
    color: theme.palette.neutralPrimary,
    borderBottom: `1px solid ${theme.palette.neutralLight}`,
    selectors: { '&:hover': { background: theme.palette.neutralLighterAlt, color: theme.palette.neutralPrimary } },
  },
}));

const cellSizes = (minHeight: number) => ({
  minHeight,
  paddingTop: (minHeight - 20) / 2,
  paddingBottom: (minHeight - 20) / 2,
});

/** A table as all of the tab's are: sticky head, rules between rows, rows outside the view not drawn. */
export function DataTable<Item>(props: DataTableProps<Item>): React.ReactElement {
  const { label, items, keyOf, after } = props;
  const styles = useStyles();
  const list = useTableParts(props);
  const rows = React.useMemo(() => (after ? [...items, null] : [...items]), [items, after]);
  return (
    <DetailsList
      {...list}
      className={styles.table}
      ariaLabelForGrid={label}
      items={rows}
      getKey={(item: Item | null, index) => (item === null ? `after-${index ?? 0}` : keyOf(item))}
      onRenderMissingItem={() => after ?? null}
      layoutMode={DetailsListLayoutMode.justified}
      constrainMode={ConstrainMode.unconstrained}
      selectionMode={SelectionMode.none}
      checkboxVisibility={CheckboxVisibility.hidden}
    />
  );
}

function useTableParts<Item>({
  columns,
  compact,
}: DataTableProps<Item>): Pick<IDetailsListProps, 'columns' | 'onRenderRow' | 'onRenderDetailsHeader'> {
  const styles = useStyles();
  const cell = React.useMemo(() => cellSizes(compact === true ? 32 : 40), [compact]);
  return {
    columns: columns.map((column) => fluentColumn(column, styles)),
    onRenderDetailsHeader: (header, render) =>
      header && render ? render({ ...header, className: styles.head }) : null,
    onRenderRow: (row) =>
      row ? <DetailsRow {...row} className={styles.row} styles={{ cell: { ...text14, ...cell } }} /> : null,
  };
}

function fluentColumn<Item>(
  column: TableColumn<Item>,
  styles: { readonly right: string; readonly rightHead: string },
): IColumn {
  const { key, title, right, width, render, sorted, onSort } = column;
  return {
    key,
    name: title,
    minWidth: width ?? 72,
    ...(width === undefined ? { flexGrow: 1 } : { maxWidth: width }),
    ...(right === true ? { className: styles.right, headerClassName: styles.rightHead } : {}),
    ...(sorted ? { isSorted: true, isSortedDescending: sorted === 'down' } : {}),
    ...(onSort ? { onColumnClick: onSort } : {}),
    onRender: (item: Item) => render(item),
  };
}

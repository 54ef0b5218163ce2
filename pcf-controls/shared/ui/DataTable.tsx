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
import { createStyles, cut, text12, text14 } from './createStyles';
import { useWidth } from './useWidth';

export interface TableColumn<Item> {
  readonly key: string;
  readonly title: string;
  /** Numbers and times stand right under right-aligned heads. */
  readonly right?: boolean;
  /** In px, of the text alone; columns without one share what is left. */
  readonly width?: number;
  /** How many shares of what is left it takes; 1 when absent. */
  readonly grow?: number;
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
  readonly rows?: keyof typeof rowSizes;
}

/** Height of a row and of the text in it, in px. */
const rowSizes = {
  plain: { row: 40, text: 20 },
  compact: { row: 32, text: 20 },
  twoLines: { row: 48, text: 36 },
} as const;
/** Space left and right in a cell. The table reaches so far beyond its place, so that texts stand at the place's edge. */
const gutter = 12;
const cellSpace = { cellLeftPadding: gutter, cellRightPadding: gutter, cellExtraRightPadding: 0 };
const narrowest = 72;

const useStyles = createStyles((theme) => ({
  place: { margin: `0 -${gutter}px` },
  table: {
    overflow: 'visible',
    selectors: { '& .ms-DetailsList-contentWrapper': { minWidth: 0 }, '& .ms-List-cell': { minHeight: 0 } },
  },
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
      '& .ms-DetailsHeader-cellName': { ...text12, ...cut, fontWeight: 600 },
      '& .ms-DetailsHeader-cellTitle': { color: theme.palette.neutralSecondary, alignItems: 'center', height: 31 },
    },
  },
  rightHead: { selectors: { '& .ms-DetailsHeader-cellTitle': { justifyContent: 'flex-end' } } },
  right: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  row: {
    ...text14,
    display: 'flex',
    background: 'transparent',
    color: theme.palette.neutralPrimary,
    borderBottom: `1px solid ${theme.palette.neutralLight}`,
    selectors: { '&:hover': { background: theme.palette.neutralLighterAlt, color: theme.palette.neutralPrimary } },
  },
}));

/** The rule below a row is one px of its height. */
const rowStyles = ({ row, text }: (typeof rowSizes)[keyof typeof rowSizes]) => ({
  root: { minHeight: row },
  cell: {
    ...text14,
    lineHeight: `${text}px`,
    minHeight: row - 1,
    paddingTop: (row - text) / 2,
    paddingBottom: (row - text) / 2 - 1,
  },
});

/** A table as all of the tab's are: sticky head, rules between rows, rows outside the view not drawn. */
export function DataTable<Item>(props: DataTableProps<Item>): React.ReactElement {
  const { label, items, keyOf, after } = props;
  const styles = useStyles();
  const [ref, width] = useWidth<HTMLDivElement>(props.columns.length * (narrowest + 2 * gutter));
  const list = useTableParts(props, width);
  const rows = React.useMemo(() => (after ? [...items, null] : [...items]), [items, after]);
  return (
    <div ref={ref} className={styles.place}>
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
        cellStyleProps={cellSpace}
      />
    </div>
  );
}

function useTableParts<Item>(
  { columns, rows = 'plain' }: DataTableProps<Item>,
  width: number,
): Pick<IDetailsListProps, 'columns' | 'onRenderRow' | 'onRenderDetailsHeader'> {
  const styles = useStyles();
  const sizes = React.useMemo(() => rowStyles(rowSizes[rows]), [rows]);
  const share = shareOf(columns, width);
  return {
    columns: columns.map((column) => fluentColumn(column, share, styles)),
    onRenderDetailsHeader: (header, render) =>
      header && render ? render({ ...header, className: styles.head }) : null,
    onRenderRow: (row) => (row ? <DetailsRow {...row} className={styles.row} styles={sizes} /> : null),
  };
}

/** Width of one share of what the columns with a width of their own leave. */
function shareOf(columns: readonly TableColumn<never>[], width: number): number {
  const taken = columns.reduce((sum, column) => sum + (column.width ?? 0) + 2 * gutter, 0);
  const shares = columns.reduce((sum, { width: own, grow = 1 }) => sum + (own === undefined ? grow : 0), 0);
  return Math.max(narrowest, Math.floor((width - taken) / Math.max(1, shares)));
}

function fluentColumn<Item>(
  column: TableColumn<Item>,
  share: number,
  styles: { readonly right: string; readonly rightHead: string },
): IColumn {
  const { key, title, right, width, grow = 1, render, sorted, onSort } = column;
  return {
    key,
    name: title,
    minWidth: width ?? Math.floor(share * grow),
    maxWidth: width ?? Math.floor(share * grow),
    ...(right === true ? { className: styles.right, headerClassName: styles.rightHead } : {}),
    ...(sorted ? { isSorted: true, isSortedDescending: sorted === 'down' } : {}),
    ...(onSort ? { onColumnClick: onSort } : {}),
    onRender: (item: Item) => render(item),
  };
}

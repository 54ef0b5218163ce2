import * as React from 'react';
import { textOf, type Row } from '../row';
import type { CrmTable } from '../tables';
import { shown, target } from './display';
import { Icon } from './icons';
import { Link } from './Link';
import { go } from './navigation';
import { recordPlace, type ListPlace } from './place';
import { viewOf, type ViewColumn } from './views';
import type { Entities } from './webApi';

interface ListTableProps {
  readonly place: ListPlace;
  readonly busy: boolean;
  readonly found: Entities | undefined;
}

/** The records of one page of a list; a head sorts by its column. */
export function ListTable({ place, busy, found }: ListTableProps): React.ReactElement {
  const { table } = place;
  const { columns } = viewOf(table.table);
  const name: ViewColumn = { column: table.name, title: 'Name', kind: 'text' };
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={table.plural}>
      <table className={busy && found ? 'grid busy' : 'grid'} aria-busy={busy}>
        <thead>
          <tr>
            {[name, ...columns].map((column) => (
              <SortableHead key={column.column} column={column} place={place} />
            ))}
          </tr>
        </thead>
        <tbody>
          {found?.entities.map((row) => (
            <ListRow key={textOf(row, table.key)} table={table} row={row} columns={columns} />
          ))}
          {found?.entities.length === 0 && (
            <tr>
              <td colSpan={columns.length + 1}>No data is available</td>
            </tr>
          )}
          {!found && <ShimmerRows columns={columns.length + 1} />}
        </tbody>
      </table>
    </div>
  );
}

function SortableHead({
  column,
  place,
}: {
  readonly column: ViewColumn;
  readonly place: ListPlace;
}): React.ReactElement {
  const sorted = (place.sort ?? place.table.name) === column.column;
  const descending = sorted && !place.descending;
  const order = place.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={sorted ? order : undefined}>
      <button type="button" onClick={() => go({ ...place, sort: column.column, descending, page: 1 })}>
        {column.title}
        {sorted && <Icon name={place.descending ? 'SortDown' : 'SortUp'} />}
      </button>
    </th>
  );
}

interface ListRowProps {
  readonly table: CrmTable;
  readonly row: Row;
  readonly columns: readonly ViewColumn[];
}

function ListRow({ table, row, columns }: ListRowProps): React.ReactElement {
  return (
    <tr>
      <th scope="row">
        <Link to={recordPlace(table, textOf(row, table.key))}>{textOf(row, table.name) || '(no name)'}</Link>
      </th>
      {columns.map(({ column, kind }) => {
        const lookup = target(row, column);
        const text = shown(row, column, kind);
        return (
          <td key={column} title={text}>
            {lookup && text ? <Link to={recordPlace(lookup.table, lookup.id)}>{text}</Link> : text}
          </td>
        );
      })}
    </tr>
  );
}

function ShimmerRows({ columns }: { readonly columns: number }): React.ReactElement {
  return (
    <>
      {Array.from({ length: 10 }, (_, index) => (
        <tr key={index} aria-hidden="true">
          <td colSpan={columns}>
            <div className="shimmer" />
          </td>
        </tr>
      ))}
    </>
  );
}

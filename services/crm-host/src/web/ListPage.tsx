import * as React from 'react';
import type { Row } from '../row';
import { textOf } from '../row';
import type { CrmTable } from '../tables';
import { shown, target } from './display';
import { Icon } from './icons';
import { listAddress, pageSize, rangeText } from './listQuery';
import { useLoad } from './load';
import { go, Link } from './navigation';
import { Failure } from './Notice';
import { listPlace, recordPlace, type ListPlace, type ListState } from './place';
import { viewOf, type ViewColumn } from './views';
import { retrieveRecords, type Entities } from './webApi';

/** The records of a table that one may read, with search, sorting and pages. */
export function ListPage({ place }: { readonly place: ListPlace }): React.ReactElement {
  const { table } = place;
  const address = listAddress(table, viewOf(table.table), place);
  const [load, retry] = useLoad(table.table + address, () => retrieveRecords(table.table, address, pageSize));
  React.useEffect(() => {
    document.title = `${table.plural} · CRM`;
  }, [table]);
  return (
    <div className="list">
      <div className="commands">
        <Link className="command" to={{ at: 'new', table }}>
          <Icon name="Add" />
          New
        </Link>
        <button className="command" type="button" onClick={retry}>
          <Icon name="Refresh" />
          Refresh
        </button>
      </div>
      <div className="list-head">
        <h1>{table.plural}</h1>
        <ListSearch key={place.search} place={place} />
      </div>
      {load.state === 'failed' ? (
        <Failure problem={load.problem} what="This list" retry={retry} />
      ) : (
        <ListTable place={place} busy={load.state === 'loading'} found={load.data} />
      )}
      {load.state !== 'failed' && load.data && <Pager place={place} count={load.data.count ?? 0} />}
    </div>
  );
}

function ListSearch({ place }: { readonly place: ListPlace }): React.ReactElement {
  const [text, setText] = React.useState(place.search);
  const search = (event: React.FormEvent): void => {
    event.preventDefault();
    go({ ...listPlace(place.table), ...sortOf(place), search: text.trim() });
  };
  return (
    <form className="search-field" role="search" onSubmit={search}>
      <Icon name="Search" />
      <input
        type="search"
        placeholder="Search this list"
        aria-label={`Search ${place.table.plural.toLowerCase()}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {place.search !== '' && (
        <button type="button" aria-label="Clear the search" onClick={() => go({ ...place, search: '', page: 1 })}>
          <Icon name="Clear" />
        </button>
      )}
    </form>
  );
}

interface ListTableProps {
  readonly place: ListPlace;
  readonly busy: boolean;
  readonly found: Entities | undefined;
}

function ListTable({ place, busy, found }: ListTableProps): React.ReactElement {
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

function Pager({ place, count }: { readonly place: ListPlace; readonly count: number }): React.ReactElement {
  const last = Math.max(1, Math.ceil(count / pageSize));
  return (
    <div className="pager">
      <span role="status">{rangeText(place.page, count)}</span>
      <button
        type="button"
        className="bar-button"
        aria-label="Page before"
        disabled={place.page <= 1}
        onClick={() => go({ ...place, page: place.page - 1 })}
      >
        <Icon name="ChevronLeft" />
      </button>
      <span>
        Page {place.page} of {last.toLocaleString('en-GB')}
      </span>
      <button
        type="button"
        className="bar-button"
        aria-label="Next page"
        disabled={place.page >= last}
        onClick={() => go({ ...place, page: place.page + 1 })}
      >
        <Icon name="ChevronRight" />
      </button>
    </div>
  );
}

function sortOf({ sort, descending }: ListState): Pick<ListState, 'sort' | 'descending'> {
  return sort === undefined ? { descending } : { sort, descending };
}
